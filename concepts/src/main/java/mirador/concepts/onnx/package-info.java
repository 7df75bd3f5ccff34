/**
 * ONNX files read and extended as bytes, without a runtime: what a graph takes and gives, and how
 * its attention maps become outputs. The format is protobuf, of which these classes know as much as
 * they need (<a href="https://github.com/onnx/onnx/blob/main/onnx/onnx.proto">onnx.proto</a>).
 *
 * <p>Bytes come from the network or from a stick: every length is checked before it is believed,
 * and nothing is allocated that the file's own size does not pay for.
 */
package mirador.concepts.onnx;
