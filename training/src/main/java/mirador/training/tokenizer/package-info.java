/**
 * The training of a vocabulary: which pairs of symbols byte pair encoding merges (Gage, "A New
 * Algorithm for Data Compression", 1994; Sennrich et al., "Neural Machine Translation of Rare Words
 * with Subword Units", 2016, algorithm 1).
 */
package mirador.training.tokenizer;
