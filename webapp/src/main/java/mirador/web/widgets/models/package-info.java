/** Widgets about the real models in this browser. */
package mirador.web.widgets.models;
