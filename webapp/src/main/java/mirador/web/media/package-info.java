/** Sounds and clips made by the course, played in the page. */
package mirador.web.media;
