/**
 * BLIP-2 (Li et al. 2023): a frozen vision tower, a Q-Former that asks it a fixed number of
 * questions, and a frozen language model that reads the answers before its prompt.
 */
package mirador.concepts.blip2;
