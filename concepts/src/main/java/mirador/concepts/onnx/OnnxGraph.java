package mirador.concepts.onnx;

import java.util.List;
import java.util.Map;
import mirador.concepts.onnx.OnnxModel.Port;

/**
 * A graph without its weights.
 *
 * @param nodes in the file's order, which need not be one of execution
 * @param constants initialisers by name
 * @param inputs what a caller must give: initialisers are not among them
 * @param ranks how many axes a tensor has, where the file says so
 * @param weightBytes how many bytes the initialisers take
 */
record OnnxGraph(
    String name,
    List<OnnxNode> nodes,
    Map<String, OnnxConstant> constants,
    List<Port> inputs,
    List<Port> outputs,
    Map<String, Integer> ranks,
    long weightBytes) {}
