/**
 * Numbers as colours: a sequential scale that colour-blind readers can tell apart, and which text
 * colour is readable on it.
 */
package mirador.concepts.colour;
