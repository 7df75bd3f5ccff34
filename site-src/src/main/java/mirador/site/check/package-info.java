/** Stage 3: what an author got wrong. */
package mirador.site.check;
