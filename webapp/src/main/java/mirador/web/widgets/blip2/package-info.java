/** Live widgets of BLIP-2 (lessons 3 and 4; notebook cells 3.2, 3.3, 4.2 and 4.4). */
package mirador.web.widgets.blip2;
