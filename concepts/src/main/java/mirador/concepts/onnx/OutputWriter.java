package mirador.concepts.onnx;

import java.util.List;

/**
 * Makes tensors of a graph its outputs, as float32. New nodes and outputs are put at the end of the
 * graph, which protobuf allows for repeated fields; all else stays as it was, byte by byte.
 */
final class OutputWriter {
  private static final int FLOAT32 = 1;
  private static final int INT64 = 7;
  private static final int ATTRIBUTE_INT = 2;
  private static final int ATTRIBUTE_TENSOR = 4;

  private final byte[] bytes;
  private final ParsedModel model;
  private final Wiring wiring;
  private final ProtoWriter end = new ProtoWriter();

  OutputWriter(byte[] bytes, ParsedModel model, Wiring wiring) {
    this.bytes = bytes;
    this.model = model;
    this.wiring = wiring;
  }

  /** Adds an output; a cast to the type it has costs nothing. */
  void output(String name, String tensor) {
    ProtoWriter cast = node("Cast", List.of(tensor), name);
    cast.message(5, new ProtoWriter().text(1, "to").integer(3, FLOAT32).integer(20, ATTRIBUTE_INT));
    end.message(1, cast);
    ProtoWriter type = new ProtoWriter().message(1, new ProtoWriter().integer(1, FLOAT32));
    end.message(12, new ProtoWriter().text(1, name).message(2, type));
  }

  /**
   * From (batch · parts, rows, columns) to (batch, parts, rows, columns), whatever the sizes.
   *
   * @param name a beginning for the names of what is added
   * @param countsBack whether Gather takes indices from the end
   * @return the tensor of four axes
   */
  String splitFirst(String name, String source, int parts, boolean countsBack) {
    String prefix = free(name);
    end.message(1, node("Shape", List.of(source), prefix + "/shape"));
    long[] lastTwo = countsBack ? new long[] {-2, -1} : new long[] {1, 2};
    end.message(1, constant(prefix + "/last_two", lastTwo));
    end.message(
        1, node("Gather", List.of(prefix + "/shape", prefix + "/last_two"), prefix + "/rest"));
    end.message(1, constant(prefix + "/first_two", -1, parts));
    ProtoWriter concat =
        node("Concat", List.of(prefix + "/first_two", prefix + "/rest"), prefix + "/target");
    concat.message(5, new ProtoWriter().text(1, "axis").integer(3, 0).integer(20, ATTRIBUTE_INT));
    end.message(1, concat);
    end.message(1, node("Reshape", List.of(source, prefix + "/target"), prefix + "/split"));
    return prefix + "/split";
  }

  /** The model with all that was added. */
  PatchedModel model() {
    if (end.length() == 0) {
      return new PatchedModel(List.of(new ByteRange(bytes, 0, bytes.length)));
    }
    int body = model.bodyEnd() - model.bodyStart();
    byte[] header = new ProtoWriter().header(7, body + end.length()).toBytes();
    return new PatchedModel(
        List.of(
            new ByteRange(bytes, 0, model.graphStart()),
            new ByteRange(header, 0, header.length),
            new ByteRange(bytes, model.bodyStart(), body),
            new ByteRange(end.toBytes(), 0, end.length()),
            new ByteRange(bytes, model.bodyEnd(), bytes.length - model.bodyEnd())));
  }

  /** A beginning of names that no tensor of the graph has. */
  private String free(String name) {
    String prefix = "mirador/" + name;
    while (wiring.has(prefix + "/shape") || wiring.has(prefix + "/split")) {
      prefix += "_";
    }
    return prefix;
  }

  private static ProtoWriter node(String operator, List<String> inputs, String output) {
    ProtoWriter node = new ProtoWriter();
    inputs.forEach(input -> node.text(1, input));
    return node.text(2, output).text(3, output).text(4, operator);
  }

  /** A node, not an initialiser: before version 4 of the format those must be inputs as well. */
  private static ProtoWriter constant(String name, long... values) {
    ProtoWriter tensor = new ProtoWriter().integer(1, values.length).integer(2, INT64);
    for (long value : values) {
      tensor.integer(7, value);
    }
    ProtoWriter attribute =
        new ProtoWriter().text(1, "value").message(5, tensor).integer(20, ATTRIBUTE_TENSOR);
    return node("Constant", List.of(), name).message(5, attribute);
  }
}
