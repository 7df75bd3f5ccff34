/**
 * Writes ONNX graphs (opset 17) with the protobuf classes of the format. Weights are asked for one
 * by one while the file is written, so that a graph may be larger than the memory.
 */
package mirador.models.onnx;
