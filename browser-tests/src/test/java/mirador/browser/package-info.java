/**
 * The built site as a learner meets it: real browsers, by http and by file://, every page and every
 * widget. {@link mirador.browser.BuiltSite} is what is tested, {@link mirador.browser.Visit} a page
 * opened in it.
 */
package mirador.browser;
