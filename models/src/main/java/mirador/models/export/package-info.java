/**
 * From a Hugging Face folder to a model folder: the architecture of CLIP as ONNX graphs, one class
 * for each block of the paper, in 32-bit, 16-bit and 8-bit numbers.
 */
package mirador.models.export;
