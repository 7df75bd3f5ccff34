/** What the networks are made of: parameters by their Hugging Face names, layers, the optimiser. */
package mirador.trainer.nn;
