package mirador.concepts.inference;

import java.util.List;
import java.util.Map;
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

  /** Runs the graph and gives all its outputs. */
  default Map<String, Tensor> run(Map<String, Tensor> inputs) {
    return run(inputs, outputs());
  }

  /** Frees the graph's memory; a closed session runs no more. */
  @Override
  void close();
}
