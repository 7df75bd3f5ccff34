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

  private final ParsedModel model;
  private final Wiring wiring;
  private final List<Found> found;
  private final int softmaxes;
  private final OutputWriter writer;
  private final int headsHint;

  /**
   * A patcher that writes its outputs with others.
   *
   * @param finder that has not searched yet
   */
  AttentionPatcher(
      ParsedModel model, Wiring wiring, AttentionFinder finder, OutputWriter writer, int heads) {
    this.model = model;
    this.wiring = wiring;
    this.found = finder.find();
    this.softmaxes = finder.softmaxes();
    this.writer = writer;
    this.headsHint = heads;
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
    ParsedModel parsed = ModelParser.parse(model);
    Wiring wiring = new Wiring(parsed.graph());
    OutputWriter writer = new OutputWriter(model, parsed, wiring);
    AttentionFinder finder = new AttentionFinder(parsed, wiring);
    return new AttentionPatcher(parsed, wiring, finder, writer, heads).run();
  }

  /** The attention that was found, whether or not it could be made an output. */
  List<Found> found() {
    return found;
  }

  AttentionPatch run() {
    List<AttentionOutput> present = present();
    if (!present.isEmpty()) {
      return unchanged(
          Outcome.ALREADY_THERE,
          "the graph gives its attention of itself: " + present.size(),
          present);
    }
    List<String> fused = named(model.graph().nodes().stream().map(OnnxNode::fullName).toList());
    if (!fused.isEmpty()) {
      return unchanged(
          Outcome.FUSED,
          "the attention is computed by fused operators, which do not give their maps: "
              + String.join(", ", fused)
              + "; take an export without fusion");
    }
    if (found.isEmpty()) {
      return nothing();
    }
    if (model.summary().opset() < 7) {
      return unchanged(
          Outcome.OLD_OPSET,
          "opset " + model.summary().opset() + " is too old, 7 or newer is needed");
    }
    return added();
  }

  private AttentionPatch nothing() {
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
    return new AttentionPatch(outcome, explanation, outputs, writer.model());
  }

  private AttentionPatch added() {
    for (int layer = 0; layer < found.size(); layer++) {
      if (wiring.has(PREFIX + layer)) {
        return unchanged(
            Outcome.NAME_TAKEN,
            "the graph has another tensor of the name " + PREFIX + layer + " already");
      }
    }
    List<AttentionOutput> outputs = new ArrayList<>();
    for (int layer = 0; layer < found.size(); layer++) {
      outputs.add(append(PREFIX + layer, found.get(layer)));
    }
    return new AttentionPatch(
        Outcome.ADDED,
        "found the attention of " + found.size() + " layers",
        outputs,
        writer.model());
  }

  /** Writes one layer's nodes and its output; a cast to the type it has costs nothing. */
  private AttentionOutput append(String name, Found found) {
    int heads = found.heads() > 0 ? found.heads() : headsHint;
    boolean split = heads > 0 && (found.rank() == 3 || (found.rank() != 4 && countsBack()));
    String source = found.tensor();
    if (split) {
      source = writer.splitFirst(name, source, heads, countsBack());
    }
    writer.output(name, source);
    Layout layout = split ? Layout.BATCH_AND_HEADS : layout(found.rank());
    return new AttentionOutput(name, found.tensor(), layout, heads);
  }

  /** Whether Gather takes indices from the end. */
  private boolean countsBack() {
    return model.summary().opset() >= 11;
  }
}
