/** Scenes and their texts as batches of numbers. */
package mirador.trainer.data;
