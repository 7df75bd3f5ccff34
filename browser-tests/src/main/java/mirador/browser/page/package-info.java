/** Scripts of pages that only tests open: they use classes of the page where no widget does yet. */
package mirador.browser.page;
