/**
 * Models that have learnt nothing: the shapes and files of real ones, in Hugging Face's layout,
 * with random weights, for benches and tests.
 */
package mirador.models.random;
