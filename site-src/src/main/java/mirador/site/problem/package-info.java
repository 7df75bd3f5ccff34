/** Mistakes of an author, with their place and their mend. */
package mirador.site.problem;
