package mirador.concepts.onnx;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One operation of a graph.
 *
 * @param operator its type, such as {@code Softmax}
 * @param domain who defines the type: empty for ONNX itself
 * @param inputs tensors by name; an empty name is an input left out
 * @param integers attributes that are an integer
 * @param integerLists attributes that are a list of integers
 * @param value the tensor of a {@code Constant}
 * @param inner the operators of graphs inside this node, such as a branch of {@code If}
 */
record OnnxNode(
    String operator,
    String domain,
    List<String> inputs,
    List<String> outputs,
    Map<String, Long> integers,
    Map<String, List<Long>> integerLists,
    Optional<OnnxConstant> value,
    List<String> inner) {

  /** The name of an input, empty where there is none. */
  String input(int index) {
    return index < inputs.size() ? inputs.get(index) : "";
  }

  /** Whether this is ONNX's own operator of that name. */
  boolean is(String name) {
    return domain.isEmpty() && operator.equals(name);
  }

  /** The operator with its domain where that is not ONNX's own. */
  String fullName() {
    return domain.isEmpty() ? operator : domain + "." + operator;
  }
}
