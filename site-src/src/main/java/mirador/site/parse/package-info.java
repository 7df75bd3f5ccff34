/** Stage 2: Markdown and directives as trees whose every part knows its line. */
package mirador.site.parse;
