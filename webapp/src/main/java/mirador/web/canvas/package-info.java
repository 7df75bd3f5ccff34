/** Drawing on canvases: sharp on every screen, in the colours of the theme. */
package mirador.web.canvas;
