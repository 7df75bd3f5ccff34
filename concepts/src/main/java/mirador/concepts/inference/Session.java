package mirador.concepts.inference;

import java.util.List;
import java.util.Map;
import java.util.Set;
import mirador.concepts.tensor.Tensor;

/** One loaded ONNX model. Inputs and outputs by name; shapes in the tensors. */
public interface Session extends AutoCloseable {
  /** The inputs that the graph asks for, in its order. */
  List<String> inputs();

  /** The outputs that the graph can give, in its order. */
  List<String> outputs();

  /**
   * Runs the graph and gives the wanted outputs; what is not wanted is not copied out.
   *
   * @param inputs one tensor for each of {@link #inputs()}
   * @param wanted names out of {@link #outputs()}
   * @throws InferenceException when a name is unknown, a shape does not fit or the runtime fails
   */
  Map<String, Tensor> run(Map<String, Tensor> inputs, List<String> wanted);

  /**
   * As {@link #run(Map, List)}; the runtime may keep some outputs where they are and give them as
   * {@link mirador.concepts.tensor.HeldTensor}, which only an input of a session of the same
   * runtime can be. One that keeps nothing gives their numbers.
   *
   * @param held those of {@code wanted} whose numbers nobody reads
   */
  default Map<String, Tensor> run(
      Map<String, Tensor> inputs, List<String> wanted, Set<String> held) {
    return run(inputs, wanted);
  }

  /** Runs the graph and gives all its outputs. */
  default Map<String, Tensor> run(Map<String, Tensor> inputs) {
    return run(inputs, outputs());
  }

  /** Frees the graph's memory; a closed session runs no more. */
  @Override
  void close();
}
