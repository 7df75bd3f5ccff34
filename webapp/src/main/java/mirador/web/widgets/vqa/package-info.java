/**
 * Live widgets of lesson 3: questions about pictures, answered by rules (notebook cells 3.1, 3.3).
 */
package mirador.web.widgets.vqa;
