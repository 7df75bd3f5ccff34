/**
 * BLIP-2 mini (Li et al. 2023): a vision tower that has learnt from CLIP mini, a Q-Former trained
 * in two stages, and a language model that stays as it is.
 */
package mirador.trainer.blip2;
