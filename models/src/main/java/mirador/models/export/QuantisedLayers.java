package mirador.models.export;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mirador.concepts.tensor.Shape;
import mirador.models.onnx.GraphBuilder;
import mirador.models.onnx.Initializer;
import mirador.models.onnx.Value;
import mirador.models.weights.Weights;

/**
 * Matrices in 8-bit integers (Jacob et al., "Quantization and Training of Neural Networks for
 * Efficient Integer-Arithmetic-Only Inference", 2018), in the nodes that ONNX Runtime joins to one
 * kernel on every processor: the input is quantised as it comes, the product is one of integers,
 * and each of its columns has a scale of its own.
 */
class QuantisedLayers extends Layers {
  private final Map<Value, List<Value>> quantised = new HashMap<>();

  QuantisedLayers(GraphBuilder graph, Weights weights) {
    super(graph, weights);
  }

  @Override
  Value product(Value x, String name, int in, int out) throws IOException {
    expectMatrix(name, in, out);
    GraphBuilder graph = graph();
    // Several matrices may share an input: queries, keys and values do.
    List<Value> input =
        quantised.computeIfAbsent(
            x, value -> graph.node(3, "DynamicQuantizeLinear", List.of(), value));
    QuantisedRows rows = QuantisedRows.forProducts(weights(), name, out, in);
    Value matrix =
        graph.initializer(
            new Initializer(name + ".quantised", DataType.INT8, Shape.of(in, out), rows.columns()));
    Value scales = scales(name, rows, Shape.of(out)); // after the bytes, whose scales they are
    Value sums = graph.node("MatMulInteger", input.get(0), matrix, input.get(2));
    return graph.multiply(graph.cast(sums, DataType.FLOAT), graph.multiply(input.get(1), scales));
  }

  @Override
  Value embedding(Value ids, String name, int rows, int width) throws IOException {
    expectMatrix(name, width, rows);
    GraphBuilder graph = graph();
    QuantisedRows table = QuantisedRows.ofTable(weights(), name, rows, width);
    Value entries =
        graph.initializer(
            new Initializer(
                name + ".quantised", DataType.INT8, Shape.of(rows, width), table.rows()));
    Value scales = scales(name, table, Shape.of(rows, 1));
    return graph.multiply(
        graph.cast(graph.gather(entries, ids, 0), DataType.FLOAT), graph.gather(scales, ids, 0));
  }

  private Value scales(String name, QuantisedRows rows, Shape shape) {
    String scales = name + ".scales";
    return graph()
        .initializer(
            new Initializer(
                scales,
                DataType.FLOAT,
                shape,
                out -> WeightData.floats(scales, rows.scales(), DataType.FLOAT).writeTo(out),
                true));
  }
}
