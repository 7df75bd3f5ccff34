package mirador.concepts.onnx;

import java.util.List;

/**
 * What {@link EncoderPatcher} found in a model, and the model with it.
 *
 * @param outputs the names of all outputs that show the inside of the encoder, whether they were
 *     there before or have been added
 * @param missing what there is none of and why, one English sentence each
 * @param changed whether the patched model differs from the given one
 */
public record EncoderPatch(
    List<String> outputs, List<String> missing, boolean changed, PatchedModel model) {
  public EncoderPatch {
    outputs = List.copyOf(outputs);
    missing = List.copyOf(missing);
  }
}
