/** Live widgets of lesson 2: a joint text-image space and retrieval (notebook cells 2.1 to 2.6). */
package mirador.web.widgets.clip;
