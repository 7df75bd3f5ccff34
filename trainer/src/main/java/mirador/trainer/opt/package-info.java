/** OPT mini: the language model of BLIP-2 mini, trained on texts alone. */
package mirador.trainer.opt;
