package mirador.concepts.onnx;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an ONNX file says of itself.
 *
 * @param irVersion version of the file format
 * @param producer the program that wrote it, such as {@code pytorch}; may be empty
 * @param producerVersion that program's version; may be empty
 * @param opsets version of the operators by their domain; {@code ""} is ONNX's own
 * @param inputs what a caller must give
 * @param outputs what the graph can give
 * @param nodes how many operations there are
 * @param weightBytes how many bytes of the file are weights
 */
public record OnnxModel(
    long irVersion,
    String producer,
    String producerVersion,
    Map<String, Long> opsets,
    List<Port> inputs,
    List<Port> outputs,
    int nodes,
    long weightBytes) {

  /**
   * An input or an output.
   *
   * @param elementType as in numpy, such as {@code float32} or {@code int64}; {@code unknown} for
   *     what is no tensor
   * @param axes a number, a name such as {@code batch}, or {@code ?} for each axis; empty when the
   *     file does not say how many there are
   */
  public record Port(String name, String elementType, Optional<List<String>> axes) {
    /** As in {@code pixel_values float32 (batch, 3, 224, 224)}. */
    @Override
    public String toString() {
      String shape = axes.map(names -> " (" + String.join(", ", names) + ")").orElse("");
      return name + " " + elementType + shape;
    }
  }

  /**
   * Reads a model's description; weights are passed over.
   *
   * @throws OnnxFormatException when the bytes are no ONNX model or a broken one
   */
  public static OnnxModel read(byte[] model) {
    return ModelParser.parse(model).summary();
  }

  /** The version of ONNX's own operators, 0 when the file does not say. */
  public long opset() {
    return opsets.getOrDefault("", 0L);
  }

  /** In one line, for messages. */
  @Override
  public String toString() {
    return "ONNX, opset "
        + opset()
        + (producer.isEmpty() ? "" : ", by " + (producer + " " + producerVersion).trim())
        + ", "
        + nodes
        + " nodes; inputs: "
        + inputs
        + "; outputs: "
        + outputs;
  }
}
