package mirador.concepts.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import mirador.concepts.onnx.AttentionFinder.Found;
import mirador.concepts.onnx.AttentionOutput.Layout;
import mirador.concepts.onnx.AttentionPatch.Outcome;

/**
 * Makes a model's attention maps outputs of its graph: {@code attentions.0}, {@code attentions.1},
 * … in the order of the layers, float32, and (batch, heads, tokens, tokens) wherever the graph or
 * the caller tells how many heads there are. All else stays as it was, byte by byte: new nodes and
 * outputs are put at the end of the graph, which protobuf allows for repeated fields.
 */
public final class AttentionPatcher {
  private static final int FLOAT32 = 1;
  private static final int INT64 = 7;
  private static final int ATTRIBUTE_INT = 2;
  private static final int ATTRIBUTE_TENSOR = 4;
  private static final String PREFIX = "attentions.";

  /** Operators that compute an attention and keep its map to themselves. */
  private static final Set<String> FUSED =
      Set.of(
          "Attention",
          "com.microsoft.Attention",
          "com.microsoft.DecoderAttention",
          "com.microsoft.DecoderMaskedMultiHeadAttention",
          "com.microsoft.DecoderMaskedSelfAttention",
          "com.microsoft.GroupQueryAttention",
          "com.microsoft.LongformerAttention",
          "com.microsoft.MultiHeadAttention",
          "com.microsoft.PackedAttention",
          "com.microsoft.PackedMultiHeadAttention",
          "com.microsoft.QAttention",
          "com.microsoft.QLinearSoftmax",
          "com.microsoft.QOrderedAttention",
          "com.microsoft.SparseAttention");

  private final byte[] bytes;
  private final ParsedModel model;
  private final Wiring wiring;
  private final int headsHint;

  private AttentionPatcher(byte[] bytes, int headsHint) {
    this.bytes = bytes;
    this.headsHint = headsHint;
    this.model = ModelParser.parse(bytes);
    this.wiring = new Wiring(model.graph());
  }

  /**
   * Adds the attention maps of a model of which nothing is known.
   *
   * @param model an ONNX file; not changed, and not to be changed while the result is in use
   * @throws OnnxFormatException when the bytes are no ONNX model or a broken one
   */
  public static AttentionPatch patch(byte[] model) {
    return patch(model, 0);
  }

  /**
   * Adds the attention maps of a model whose head count is known.
   *
   * @param heads used where the graph itself does not tell; 0 when not known
   * @throws OnnxFormatException when the bytes are no ONNX model or a broken one
   */
  public static AttentionPatch patch(byte[] model, int heads) {
    if (heads < 0) {
      throw new IllegalArgumentException("the head count must be 0 (not known) or more: " + heads);
    }
    return new AttentionPatcher(model, heads).run();
  }

  private AttentionPatch run() {
    List<AttentionOutput> present = present();
    if (!present.isEmpty()) {
      return unchanged(
          Outcome.ALREADY_THERE,
          "the graph gives its attention of itself: " + present.size(),
          present);
    }
    List<String> fused = named(model.graph().nodes().stream().map(OnnxNode::fullName).toList());
    AttentionFinder finder = new AttentionFinder(model, wiring);
    List<Found> found = finder.find();
    if (!fused.isEmpty()) {
      return unchanged(
          Outcome.FUSED,
          "the attention is computed by fused operators, which do not give their maps: "
              + String.join(", ", fused)
              + "; take an export without fusion");
    }
    if (found.isEmpty()) {
      return nothing(finder.softmaxes());
    }
    if (model.summary().opset() < 7) {
      return unchanged(
          Outcome.OLD_OPSET,
          "opset " + model.summary().opset() + " is too old, 7 or newer is needed");
    }
    return added(found);
  }

  private AttentionPatch nothing(int softmaxes) {
    List<String> nested = new ArrayList<>(model.functionOperators());
    model.graph().nodes().forEach(node -> nested.addAll(node.inner()));
    if (nested.contains("Softmax") || !named(nested).isEmpty()) {
      return unchanged(
          Outcome.NESTED,
          "the attention stands in a branch, a loop or a function of the graph and cannot be an"
              + " output; take an export with functions inlined and without merged branches");
    }
    if (softmaxes == 0) {
      return unchanged(Outcome.NO_SOFTMAX, "the graph has no softmax");
    }
    return unchanged(
        Outcome.NO_ATTENTION,
        "none of "
            + softmaxes
            + (softmaxes == 1 ? " softmax" : " softmaxes")
            + " stands between a product of queries and keys and one with projected values");
  }

  /** The fused operators among these, each with its number. */
  private static List<String> named(List<String> operators) {
    TreeMap<String, Integer> counts = new TreeMap<>();
    for (String operator : operators) {
      if (FUSED.contains(operator)) {
        counts.merge(operator, 1, Integer::sum);
      }
    }
    List<String> names = new ArrayList<>();
    counts.forEach((operator, count) -> names.add(count + " " + operator));
    return names;
  }

  /** Attention outputs that the graph has by itself, as our own exporter makes them. */
  private List<AttentionOutput> present() {
    List<String> outputs = new ArrayList<>();
    model.graph().outputs().forEach(port -> outputs.add(port.name()));
    List<AttentionOutput> present = new ArrayList<>();
    while (outputs.contains(PREFIX + present.size())) {
      String name = PREFIX + present.size();
      int rank = model.graph().ranks().getOrDefault(name, -1);
      present.add(new AttentionOutput(name, name, layout(rank), headsHint));
    }
    return present;
  }

  private static Layout layout(int rank) {
    return switch (rank) {
      case 4 -> Layout.BATCH_AND_HEADS;
      case 3 -> Layout.MERGED;
      default -> Layout.UNKNOWN;
    };
  }

  private AttentionPatch unchanged(Outcome outcome, String explanation) {
    return unchanged(outcome, explanation, List.of());
  }

  private AttentionPatch unchanged(
      Outcome outcome, String explanation, List<AttentionOutput> outputs) {
    return new AttentionPatch(
        outcome, explanation, outputs, List.of(new ByteRange(bytes, 0, bytes.length)));
  }

  private AttentionPatch added(List<Found> found) {
    ProtoWriter end = new ProtoWriter();
    List<AttentionOutput> outputs = new ArrayList<>();
    for (int layer = 0; layer < found.size(); layer++) {
      String name = PREFIX + layer;
      if (wiring.has(name)) {
        return unchanged(
            Outcome.NAME_TAKEN, "the graph has another tensor of the name " + name + " already");
      }
      outputs.add(append(end, name, found.get(layer)));
    }
    int body = model.bodyEnd() - model.bodyStart();
    byte[] header = new ProtoWriter().header(7, body + end.length()).toBytes();
    List<ByteRange> ranges =
        List.of(
            new ByteRange(bytes, 0, model.graphStart()),
            new ByteRange(header, 0, header.length),
            new ByteRange(bytes, model.bodyStart(), body),
            new ByteRange(end.toBytes(), 0, end.length()),
            new ByteRange(bytes, model.bodyEnd(), bytes.length - model.bodyEnd()));
    return new AttentionPatch(
        Outcome.ADDED, "found the attention of " + found.size() + " layers", outputs, ranges);
  }

  /** Writes one layer's nodes and its output; a cast to the type it has costs nothing. */
  private AttentionOutput append(ProtoWriter end, String name, Found found) {
    int heads = found.heads() > 0 ? found.heads() : headsHint;
    boolean split = heads > 0 && (found.rank() == 3 || (found.rank() != 4 && countsBack()));
    String source = found.tensor();
    if (split) {
      source = appendSplit(end, name, source, heads);
    }
    ProtoWriter cast = node("Cast", List.of(source), name);
    cast.message(5, new ProtoWriter().text(1, "to").integer(3, FLOAT32).integer(20, ATTRIBUTE_INT));
    end.message(1, cast);
    ProtoWriter type = new ProtoWriter().message(1, new ProtoWriter().integer(1, FLOAT32));
    end.message(12, new ProtoWriter().text(1, name).message(2, type));
    Layout layout = split ? Layout.BATCH_AND_HEADS : layout(found.rank());
    return new AttentionOutput(name, found.tensor(), layout, heads);
  }

  /** Whether Gather takes indices from the end. */
  private boolean countsBack() {
    return model.summary().opset() >= 11;
  }

  /** (batch · heads, tokens, tokens) to (batch, heads, tokens, tokens), whatever the sizes. */
  private String appendSplit(ProtoWriter end, String name, String source, int heads) {
    String prefix = free(name);
    end.message(1, node("Shape", List.of(source), prefix + "/shape"));
    long[] lastTwo = countsBack() ? new long[] {-2, -1} : new long[] {1, 2};
    end.message(1, constant(prefix + "/last_two", lastTwo));
    end.message(
        1, node("Gather", List.of(prefix + "/shape", prefix + "/last_two"), prefix + "/tokens"));
    end.message(1, constant(prefix + "/batch_and_heads", -1, heads));
    ProtoWriter concat =
        node(
            "Concat", List.of(prefix + "/batch_and_heads", prefix + "/tokens"), prefix + "/target");
    concat.message(5, new ProtoWriter().text(1, "axis").integer(3, 0).integer(20, ATTRIBUTE_INT));
    end.message(1, concat);
    end.message(1, node("Reshape", List.of(source, prefix + "/target"), prefix + "/split"));
    return prefix + "/split";
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
