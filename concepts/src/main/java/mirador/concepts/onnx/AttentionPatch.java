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
  private final List<ByteRange> ranges;

  AttentionPatch(
      Outcome outcome, String explanation, List<AttentionOutput> outputs, List<ByteRange> ranges) {
    this.outcome = outcome;
    this.explanation = explanation;
    this.outputs = List.copyOf(outputs);
    this.ranges = List.copyOf(ranges);
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
    return ranges;
  }

  /** How many bytes the patched model has. */
  public long length() {
    long length = 0;
    for (ByteRange range : ranges) {
      length += range.length();
    }
    return length;
  }

  /**
   * The patched model as one new array; the given array itself when nothing changed.
   *
   * @throws IllegalStateException when it passes the size of an array, 2 GiB
   */
  public byte[] toBytes() {
    if (!changed()) {
      return ranges.get(0).bytes();
    }
    if (length() > Integer.MAX_VALUE) {
      throw new IllegalStateException("a model of " + length() + " bytes fits into no array");
    }
    byte[] all = new byte[(int) length()];
    int position = 0;
    for (ByteRange range : ranges) {
      System.arraycopy(range.bytes(), range.start(), all, position, range.length());
      position += range.length();
    }
    return all;
  }

  /** The names of {@link #outputs()}. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    outputs.forEach(output -> names.add(output.name()));
    return names;
  }
}
