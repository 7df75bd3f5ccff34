package mirador.web.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mirador.concepts.clip.ImageSteps;
import mirador.concepts.tensor.Tensor;
import mirador.concepts.vit.TokenVectors;
import org.teavm.jso.core.JSArrayReader;

/**
 * The steps of a picture through the image encoder on their way between the page and the worker.
 */
public final class WireSteps {
  private static final String PATCHES = "patches";
  private static final String POSITIONS = "positions";
  private static final String STATE = "state.";
  private static final String FEATURES = "features";

  private WireSteps() {}

  /** For a message; the numbers are not copied here. */
  public static JSArrayReader<WireTensor> of(ImageSteps steps) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    steps.patches().ifPresent(patches -> tensors.put(PATCHES, patches.rows()));
    steps.positions().ifPresent(positions -> tensors.put(POSITIONS, positions.rows()));
    for (int i = 0; i < steps.states().size(); i++) {
      tensors.put(STATE + i, steps.states().get(i).rows());
    }
    tensors.put(FEATURES, steps.features().rows());
    return WireTensor.of(tensors);
  }

  /** Out of a message. */
  public static ImageSteps steps(JSArrayReader<WireTensor> wire) {
    Map<String, Tensor> tensors = WireTensor.tensors(wire);
    List<TokenVectors> states = new ArrayList<>();
    while (tensors.containsKey(STATE + states.size())) {
      states.add(new TokenVectors(tensors.get(STATE + states.size()).floats()));
    }
    return new ImageSteps(
        vectors(tensors, PATCHES),
        vectors(tensors, POSITIONS),
        states,
        vectors(tensors, FEATURES).orElseThrow());
  }

  private static Optional<TokenVectors> vectors(Map<String, Tensor> tensors, String name) {
    return Optional.ofNullable(tensors.get(name)).map(tensor -> new TokenVectors(tensor.floats()));
  }
}
