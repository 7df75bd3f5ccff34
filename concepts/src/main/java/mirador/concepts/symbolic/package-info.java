/**
 * Embeddings made by hand from a vocabulary of nine words, to see the logic of a joint text-image
 * space without a model (notebook cells 2.2b and 2.2c). A word counts when it occurs anywhere
 * inside the text: "scary" holds "car". That is the notebook's behaviour, kept and shown as a
 * limit.
 */
package mirador.concepts.symbolic;
