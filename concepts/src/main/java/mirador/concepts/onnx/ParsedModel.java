package mirador.concepts.onnx;

import java.util.List;

/**
 * A model and where its graph lies in the bytes.
 *
 * @param functionOperators the operators inside the model's own functions
 * @param graphStart where the graph's tag begins
 * @param bodyStart where the graph's content begins
 * @param bodyEnd where the graph ends
 */
record ParsedModel(
    OnnxModel summary,
    OnnxGraph graph,
    List<String> functionOperators,
    int graphStart,
    int bodyStart,
    int bodyEnd) {}
