/**
 * Short clips drawn with shapes, for the video entries of notebook cell 4.3. A clip is a function
 * from time to shapes, so the page's canvas and the printed page's SVG paint the same picture.
 */
package mirador.concepts.video;
