/** Tokenizers out of the files of a model folder, {@code vocab.json} and {@code merges.txt}. */
package mirador.models.tokenizer;
