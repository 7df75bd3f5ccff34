package mirador.concepts.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import mirador.concepts.onnx.EncoderFinder.Encoder;

/**
 * Makes what flows through an encoder outputs of its graph, under the names that the exports of
 * this project give them: {@code attentions.…} as {@link AttentionPatcher} does, {@code
 * hidden_states.0} (what comes into the first layer) to {@code hidden_states.L}, {@code
 * patch_embeddings} (the projected patches), {@code position_embeddings} and {@code embeddings}
 * (the tokens with their places). Whatever a graph has already under these names stays; what it
 * does not show is told. All are float32, whatever the graph calculates in.
 */
public final class EncoderPatcher {
  private static final String STATE = "hidden_states.";

  private final ParsedModel model;
  private final Wiring wiring;
  private final OutputWriter writer;
  private final TreeSet<String> present = new TreeSet<>();
  private final List<String> outputs = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();
  private boolean changed;

  private EncoderPatcher(byte[] bytes) {
    model = ModelParser.parse(bytes);
    wiring = new Wiring(model.graph());
    writer = new OutputWriter(bytes, model, wiring);
    model.graph().outputs().forEach(port -> present.add(port.name()));
  }

  /**
   * Adds whatever can be found.
   *
   * @param model an ONNX file; not changed, and not to be changed while the result is in use
   * @param heads used where the graph itself does not tell; 0 when not known
   * @throws OnnxFormatException when the bytes are no ONNX model or a broken one
   */
  public static EncoderPatch patch(byte[] model, int heads) {
    return new EncoderPatcher(model).run(heads);
  }

  private EncoderPatch run(int heads) {
    AttentionPatcher attention =
        new AttentionPatcher(model, wiring, new AttentionFinder(model, wiring), writer, heads);
    AttentionPatch maps = attention.run();
    outputs.addAll(maps.names());
    changed = maps.changed();
    if (maps.outputs().isEmpty()) {
      missing.add(maps.explanation());
    }
    Encoder encoder = new EncoderFinder(model, wiring).find(attention.found());
    missing.addAll(encoder.missing());
    for (int i = 0; i < encoder.states().size(); i++) {
      add(STATE + i, Optional.of(encoder.states().get(i)));
    }
    for (int i = encoder.states().size(); present.contains(STATE + i); i++) {
      outputs.add(STATE + i);
    }
    add("patch_embeddings", encoder.patches());
    add("position_embeddings", encoder.positions());
    add("embeddings", encoder.embeddings());
    return new EncoderPatch(outputs, missing, changed, writer.model());
  }

  private void add(String name, Optional<String> tensor) {
    if (present.contains(name)) {
      outputs.add(name);
    } else if (tensor.isPresent() && wiring.has(name)) {
      missing.add("the graph has another tensor of the name " + name + " already");
    } else if (tensor.isPresent()) {
      writer.output(name, tensor.get());
      outputs.add(name);
      changed = true;
    }
  }
}
