package mirador.models.export;

import static mirador.models.onnx.GraphBuilder.attribute;
import static mirador.models.onnx.GraphBuilder.real;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.io.IOException;
import java.util.List;
import mirador.concepts.tensor.Shape;
import mirador.models.onnx.GraphBuilder;
import mirador.models.onnx.Initializer;
import mirador.models.onnx.Value;
import mirador.models.weights.Weights;
import mirador.models.weights.WeightsException;

/**
 * The layers with weights that the blocks are made of, in floats of 32 or 16 bits. Weights are
 * looked up by their names in the checkpoint and compared with the shape they must have.
 */
class Layers {
  private final GraphBuilder graph;
  private final Weights weights;
  private final DataType floats;

  private Layers(GraphBuilder graph, Weights weights, DataType floats) {
    this.graph = graph;
    this.weights = weights;
    this.floats = floats;
  }

  /** For subclasses that store some weights otherwise and calculate in 32-bit floats. */
  Layers(GraphBuilder graph, Weights weights) {
    this(graph, weights, DataType.FLOAT);
  }

  static Layers of(Variant variant, GraphBuilder graph, Weights weights) {
    return switch (variant) {
      case FP32 -> new Layers(graph, weights, DataType.FLOAT);
      case FP16 -> new Layers(graph, weights, DataType.FLOAT16);
      case INT8 -> new QuantisedLayers(graph, weights);
      case Q4 -> new BlockQuantisedLayers(graph, weights);
    };
  }

  GraphBuilder graph() {
    return graph;
  }

  /** The type that the graph calculates in. */
  DataType floats() {
    return floats;
  }

  /** A number of the type that the graph calculates in. */
  Value number(double number) {
    return graph.number(floats, number);
  }

  /** Weights as they are stored, under another shape of as many numbers. */
  Value parameter(String name, Shape stored, Shape shape) throws WeightsException {
    expect(name, stored);
    return graph.initializer(
        new Initializer(name, floats, shape, WeightData.floats(weights, name, floats)));
  }

  /** Weights as they are stored. */
  Value parameter(String name, int... sizes) throws WeightsException {
    return parameter(name, Shape.of(sizes), Shape.of(sizes));
  }

  /** {@code x W^T + b}: (..., in) to (..., out). */
  final Value linear(Value x, String name, int in, int out) throws IOException {
    return graph.add(product(x, name + ".weight", in, out), parameter(name + ".bias", out));
  }

  /** The same, without a bias where the checkpoint has none. */
  final Value linearWithBiasIfAny(Value x, String name, int in, int out) throws IOException {
    return weights.names().contains(name + ".bias")
        ? linear(x, name, in, out)
        : projection(x, name, in, out);
  }

  /** {@code x W^T}, without a bias. */
  final Value projection(Value x, String name, int in, int out) throws IOException {
    return product(x, name + ".weight", in, out);
  }

  /**
   * The product with a matrix that is stored as (out, in), or as anything of as many numbers whose
   * first axis is {@code out}.
   */
  Value product(Value x, String name, int in, int out) throws IOException {
    return plainProduct(x, name, in, out);
  }

  /** The same with the matrix in floats. */
  final Value plainProduct(Value x, String name, int in, int out) throws IOException {
    expectMatrix(name, in, out);
    Value matrix =
        graph.initializer(
            new Initializer(
                name,
                floats,
                Shape.of(in, out),
                WeightData.transposed(weights, name, in, out, floats)));
    return graph.matMul(x, matrix);
  }

  /** Rows of a table by their ids: (...) to (..., width). */
  Value embedding(Value ids, String name, int rows, int width) throws IOException {
    return graph.gather(parameter(name, rows, width), ids, 0);
  }

  /** Layer normalisation (Ba et al. 2016) of the last axis. */
  final Value layerNorm(Value x, String name, int width, double epsilon) throws IOException {
    return graph.node(
        "LayerNormalization",
        List.of(attribute("axis", -1), real("epsilon", epsilon)),
        x,
        parameter(name + ".weight", width),
        parameter(name + ".bias", width));
  }

  /**
   * The activation of an MLP (Hendrycks and Gimpel, "Gaussian Error Linear Units", 2016).
   *
   * @param name {@code quick_gelu}, x sigmoid(1.702 x); {@code gelu}, the exact one; {@code relu}
   * @throws WeightsException when it is another
   */
  final Value activation(Value x, String name) throws WeightsException {
    return switch (name) {
      case "quick_gelu" ->
          graph.multiply(x, graph.node("Sigmoid", graph.multiply(x, number(1.702))));
      case "gelu" -> {
        Value erf = graph.node("Erf", graph.multiply(x, number(Math.sqrt(0.5))));
        yield graph.multiply(graph.multiply(x, graph.add(erf, number(1))), number(0.5));
      }
      case "relu" -> graph.node("Relu", x);
      default ->
          throw new WeightsException(
              "config.json: the activation \""
                  + name
                  + "\" is not known, only quick_gelu, gelu, relu");
    };
  }

  /** 32-bit floats as the graph's own type. */
  final Value own(Value value) {
    return floats == DataType.FLOAT ? value : graph.cast(value, floats);
  }

  /** A value of the graph's own type as 32-bit floats. */
  final Value wide(Value value) {
    return floats == DataType.FLOAT ? value : graph.cast(value, DataType.FLOAT);
  }

  /** A value of the graph's own type as an output in 32-bit floats. */
  final void output(String name, Value value, Object... axes) {
    graph.output(name, wide(value), DataType.FLOAT, axes);
  }

  final Weights weights() {
    return weights;
  }

  final void expectMatrix(String name, int in, int out) throws WeightsException {
    Shape shape = weights.info(name).shape();
    if (shape.rank() < 2 || shape.size(0) != out || shape.elements() != in * out) {
      throw wrongShape(name, Shape.of(out, in));
    }
  }

  private void expect(String name, Shape shape) throws WeightsException {
    if (!weights.info(name).shape().equals(shape)) {
      throw wrongShape(name, shape);
    }
  }

  private WeightsException wrongShape(String name, Shape expected) throws WeightsException {
    return new WeightsException(
        name
            + " has the shape "
            + weights.info(name).shape()
            + "; config.json asks for "
            + expected);
  }
}
