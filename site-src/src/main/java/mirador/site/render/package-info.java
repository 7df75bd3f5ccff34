/** Stage 4: pages as HTML. */
package mirador.site.render;
