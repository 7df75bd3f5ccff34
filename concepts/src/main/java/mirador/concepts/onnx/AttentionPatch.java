package mirador.concepts.onnx;

import java.util.ArrayList;
import java.util.List;

/** What {@link AttentionPatcher} found in a model, and the model with it. */
public final class AttentionPatch {
  /** What became of it. */
  public enum Outcome {
    /** The attention maps are outputs now. */
    ADDED,
    /** They were outputs before; nothing was changed. */
    ALREADY_THERE,
    /** The graph has fused attention operators, which give no maps. */
    FUSED,
    /** The softmaxes stand in a branch, a loop or a function, out of reach of an output. */
    NESTED,
    /** There are softmaxes, but none of the shape of an attention. */
    NO_ATTENTION,
    /** There is no softmax at all. */
    NO_SOFTMAX,
    /** The operator set is too old. */
    OLD_OPSET,
    /** Another tensor of the graph has the name {@code attentions.…}. */
    NAME_TAKEN
  }

  private final Outcome outcome;
  private final String explanation;
  private final List<AttentionOutput> outputs;
  private final PatchedModel model;

  AttentionPatch(
      Outcome outcome, String explanation, List<AttentionOutput> outputs, PatchedModel model) {
    this.outcome = outcome;
    this.explanation = explanation;
    this.outputs = List.copyOf(outputs);
    this.model = model;
  }

  public Outcome outcome() {
    return outcome;
  }

  /** What was found, or why nothing was: one English sentence. */
  public String explanation() {
    return explanation;
  }

  /** The attention outputs, first layer first; none when there are none. */
  public List<AttentionOutput> outputs() {
    return outputs;
  }

  /** Whether the patched model differs from the given one. */
  public boolean changed() {
    return outcome == Outcome.ADDED;
  }

  /** The patched model as pieces, most of them of the given array: nothing is copied. */
  public List<ByteRange> ranges() {
    return model.ranges();
  }

  /** How many bytes the patched model has. */
  public long length() {
    return model.length();
  }

  /**
   * The patched model as one new array; the given array itself when nothing changed.
   *
   * @throws IllegalStateException when it passes the size of an array, 2 GiB
   */
  public byte[] toBytes() {
    return model.toBytes();
  }

  /** The names of {@link #outputs()}. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    outputs.forEach(output -> names.add(output.name()));
    return names;
  }
}
