package mirador.concepts.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mirador.concepts.tensor.FloatTensor;
import mirador.concepts.tensor.Tensor;

/** What all models do with their graphs. */
public final class Graphs {
  private Graphs() {}

  /**
   * Runs a graph for some of its outputs.
   *
   * @param part what the graph is, such as {@code image encoder}
   * @throws InferenceException when the graph has no such output, or the runtime fails
   */
  public static Map<String, Tensor> run(
      Session session, String part, Map<String, Tensor> inputs, List<String> wanted) {
    return run(session, part, inputs, wanted, Set.of());
  }

  /**
   * As {@link #run(Session, String, Map, List)}; the runtime may keep the {@code held} outputs, see
   * {@link Session#run(Map, List, Set)}.
   */
  public static Map<String, Tensor> run(
      Session session,
      String part,
      Map<String, Tensor> inputs,
      List<String> wanted,
      Set<String> held) {
    for (String output : wanted) {
      if (!session.outputs().contains(output)) {
        throw new InferenceException(
            "the graph of the " + part + " gives no " + output + ", only " + session.outputs());
      }
    }
    return held.isEmpty() ? session.run(inputs, wanted) : session.run(inputs, wanted, held);
  }

  /**
   * Refuses pixels that are not those of pictures of a size.
   *
   * @param pixels (pictures, 3, size, size)
   * @throws IllegalArgumentException when they are of another shape
   */
  public static void checkPixels(FloatTensor pixels, int size) {
    int[] shape = pixels.shape().toArray();
    if (shape.length != 4 || shape[1] != 3 || shape[2] != size || shape[3] != size) {
      throw new IllegalArgumentException(
          "the model reads pixels of (pictures, 3, "
              + size
              + ", "
              + size
              + "), not "
              + pixels.shape());
    }
  }

  /** Names of a graph's numbered outputs: {@code attentions.0}, {@code attentions.1}, … */
  public static List<String> names(String prefix, int count) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      names.add(prefix + i);
    }
    return names;
  }

  /**
   * Entry {@code index} of the first axis of each of these outputs, such as the maps of one picture
   * in every layer.
   */
  public static List<FloatTensor> slices(
      Map<String, Tensor> outputs, List<String> names, int index) {
    List<FloatTensor> slices = new ArrayList<>();
    for (String name : names) {
      slices.add(outputs.get(name).floats().slice(index));
    }
    return slices;
  }
}
