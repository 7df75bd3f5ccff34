/** Thin adapters over the browser: elements, events, storage. Nothing here knows what is taught. */
package mirador.web.dom;
