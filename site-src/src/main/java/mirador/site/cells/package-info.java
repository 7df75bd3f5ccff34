/** Code cells: their programs are run and judged while the site is built. */
package mirador.site.cells;
