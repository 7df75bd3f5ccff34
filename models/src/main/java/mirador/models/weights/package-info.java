/**
 * The weights of a model by name, wherever they are stored. Tensors are read piece by piece, so
 * that a checkpoint may be larger than the memory.
 */
package mirador.models.weights;
