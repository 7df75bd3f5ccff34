/**
 * Drawings that the built page and the live page share: described once as a tree of marks, written
 * as SVG text by the one and built as SVG elements by the other.
 */
package mirador.concepts.drawing;
