/** CLIP mini: the two towers and their contrastive training. */
package mirador.trainer.clip;
