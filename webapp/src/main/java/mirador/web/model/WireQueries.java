package mirador.web.model;

import java.util.LinkedHashMap;
import java.util.Map;
import mirador.concepts.blip2.VisualQueries;
import mirador.concepts.tensor.Tensor;
import mirador.concepts.vit.AttentionMaps;
import org.teavm.jso.core.JSArrayReader;

/** What the queries made of a picture, on its way between the page and the worker. */
public final class WireQueries {
  /** What the language model gets of a picture, (queries, language width). */
  public static final String PROJECTED = "projected";

  private static final String STATES = "states";
  private static final String SELF = "self";
  private static final String CROSS = "cross";

  private WireQueries() {}

  /** For a message; the numbers are not copied here. */
  public static JSArrayReader<WireTensor> of(VisualQueries queries) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put(PROJECTED, queries.projected());
    tensors.put(STATES, queries.states());
    tensors.put(SELF, queries.selfAttention().weights());
    tensors.put(CROSS, queries.crossAttention());
    return WireTensor.of(tensors);
  }

  /** Out of a message. */
  static VisualQueries queries(JSArrayReader<WireTensor> wire) {
    Map<String, Tensor> tensors = WireTensor.tensors(wire);
    return new VisualQueries(
        tensors.get(PROJECTED).floats(),
        tensors.get(STATES).floats(),
        new AttentionMaps(tensors.get(SELF).floats()),
        tensors.get(CROSS).floats());
  }
}
