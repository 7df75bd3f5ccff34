/**
 * How a language model writes: token by token, the likeliest one (greedy search), several texts
 * beside each other (beam search) or by lot (sampling). Ids and scores are those of {@code
 * generate()} of Hugging Face transformers 4.36.
 */
package mirador.concepts.generation;
