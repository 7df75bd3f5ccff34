/** The page's furniture: theme, search, progress, glossary tips, formula symbols, notices. */
package mirador.web.page;
