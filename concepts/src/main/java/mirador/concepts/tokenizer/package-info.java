/**
 * From text to the numbers of tokens and back: byte-level byte pair encoding (Sennrich et al.,
 * "Neural Machine Translation of Rare Words with Subword Units", 2016; Radford et al., "Language
 * Models are Unsupervised Multitask Learners", 2019, section 2.2), with the rules of CLIP and of
 * OPT for cutting a text into words first.
 */
package mirador.concepts.tokenizer;
