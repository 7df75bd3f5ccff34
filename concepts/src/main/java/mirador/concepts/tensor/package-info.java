/**
 * Arrays of numbers with a shape, row by row: what goes into a model and what comes out. Values and
 * nothing else; the arithmetic of a model is done by its {@link
 * mirador.concepts.inference.Session}.
 */
package mirador.concepts.tensor;
