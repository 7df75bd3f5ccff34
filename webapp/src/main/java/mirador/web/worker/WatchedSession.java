package mirador.web.worker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mirador.concepts.inference.Session;
import mirador.concepts.tensor.Shape;
import mirador.concepts.tensor.Tensor;

/** A session that remembers the shapes of its last run. */
final class WatchedSession implements Session {
  private final Session session;
  private final Map<String, Shape> shapes = new LinkedHashMap<>();

  WatchedSession(Session session) {
    this.session = session;
  }

  @Override
  public List<String> inputs() {
    return session.inputs();
  }

  @Override
  public List<String> outputs() {
    return session.outputs();
  }

  @Override
  public Map<String, Tensor> run(Map<String, Tensor> inputs, List<String> wanted) {
    return run(inputs, wanted, Set.of());
  }

  @Override
  public Map<String, Tensor> run(
      Map<String, Tensor> inputs, List<String> wanted, Set<String> held) {
    shapes.clear();
    inputs.forEach((name, tensor) -> shapes.put(name, tensor.shape()));
    Map<String, Tensor> outputs = session.run(inputs, wanted, held);
    outputs.forEach((name, tensor) -> shapes.put(name, tensor.shape()));
    return outputs;
  }

  @Override
  public void close() {
    session.close();
  }

  /** Shapes of the last run, {@code "logits (1, 1, 50272)"}; of those of these that it had. */
  List<String> shapes(String... names) {
    List<String> named = new ArrayList<>();
    for (String name : names) {
      if (shapes.containsKey(name)) {
        named.add(name + " " + shapes.get(name));
      }
    }
    return named;
  }
}
