/** Stage 1: what lies on disk. */
package mirador.site.scan;
