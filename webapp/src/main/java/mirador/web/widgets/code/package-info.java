/** Code cells. */
package mirador.web.widgets.code;
