/** The commands behind {@code ./mirador}. */
package mirador.site.cli;
