package mirador.models.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mirador.concepts.tensor.Shape;
import mirador.models.weights.Half;

/**
 * Puts a graph together node by node; every method that adds a node gives its output, so that code
 * reads like the formula. Names of values tell the block they belong to, see {@link #scope}.
 */
public final class GraphBuilder {
  /** Whose operators are those of ONNX Runtime. */
  static final String RUNTIME_DOMAIN = "com.microsoft";

  private final String name;
  private final List<ValueInfoProto> inputs = new ArrayList<>();
  private final List<NodeProto.Builder> nodes = new ArrayList<>();
  private final Map<String, Initializer> initializers = new LinkedHashMap<>();
  private final List<ValueInfoProto> outputs = new ArrayList<>();
  private final Map<String, String> outputNames = new HashMap<>(); // value -> name as an output
  private final Set<String> nodeOutputs = new HashSet<>();
  private final Map<List<Long>, Value> integers = new HashMap<>();
  private String scope = "";

  public GraphBuilder(String name) {
    this.name = name;
  }

  /** The name of the block whose nodes follow, such as {@code encoder.layers.0.self_attn}. */
  public void scope(String block) {
    scope = block;
  }

  /**
   * An input of the graph.
   *
   * @param axes for each axis its size, or a name when the size is left open
   */
  public Value input(String inputName, DataType type, Object... axes) {
    inputs.add(valueInfo(inputName, type, axes));
    return new Value(inputName);
  }

  /** A value as an output of the graph, under a name of its own. */
  public void output(String outputName, Value value, DataType type, Object... axes) {
    Value source = value;
    if (!nodeOutputs.contains(value.name()) || outputNames.containsKey(value.name())) {
      source = node("Identity", value);
    }
    outputNames.put(source.name(), outputName);
    outputs.add(valueInfo(outputName, type, axes));
  }

  /** A tensor that belongs to the graph; one of the same name is there only once. */
  public Value initializer(Initializer initializer) {
    initializers.putIfAbsent(initializer.name(), initializer);
    return new Value(initializer.name());
  }

  /** Whole numbers as a constant, (numbers); for shapes, axes and indices. */
  public Value integers(long... numbers) {
    List<Long> key = Arrays.stream(numbers).boxed().toList();
    return integers.computeIfAbsent(key, unused -> integers(Shape.of(numbers.length), numbers));
  }

  /** One whole number as a constant without axes. */
  public Value integer(long number) {
    return integers(Shape.of(), number);
  }

  private Value integers(Shape shape, long... numbers) {
    ByteBuffer bytes = little(Long.BYTES * numbers.length);
    bytes.asLongBuffer().put(numbers);
    return constant(DataType.INT64, shape, bytes);
  }

  /** One number as a constant without axes, of the type FLOAT or FLOAT16. */
  public Value number(DataType type, double number) {
    return type == DataType.FLOAT16
        ? constant(type, Shape.of(), little(Short.BYTES).putShort(Half.of((float) number)))
        : constant(type, Shape.of(), little(Float.BYTES).putFloat((float) number));
  }

  private Value constant(DataType type, Shape shape, ByteBuffer numbers) {
    byte[] bytes = new byte[numbers.capacity()];
    numbers.get(0, bytes);
    String constant = "constant_" + initializers.size();
    return initializer(new Initializer(constant, type, shape, out -> out.write(bytes)));
  }

  private static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** A node of one output, without attributes. */
  public Value node(String operator, Value... arguments) {
    return node(operator, List.of(), arguments);
  }

  /** A node of one output. */
  public Value node(String operator, List<AttributeProto> attributes, Value... arguments) {
    return node(1, operator, attributes, arguments).get(0);
  }

  /** A node of one output whose operator is one of ONNX Runtime's own. */
  public Value runtimeNode(String operator, List<AttributeProto> attributes, Value... arguments) {
    Value result = node(operator, attributes, arguments);
    nodes.get(nodes.size() - 1).setDomain(RUNTIME_DOMAIN);
    return result;
  }

  /** A node of several outputs. */
  public List<Value> node(
      int count, String operator, List<AttributeProto> attributes, Value... arguments) {
    String label = (scope.isEmpty() ? "" : scope + "/") + operator + "_" + nodes.size();
    NodeProto.Builder node = NodeProto.newBuilder().setName(label).setOpType(operator);
    for (Value argument : arguments) {
      node.addInput(argument.name());
    }
    List<Value> results = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Value result = new Value(i == 0 ? label : label + ":" + i);
      node.addOutput(result.name());
      nodeOutputs.add(result.name());
      results.add(result);
    }
    nodes.add(node.addAllAttribute(attributes));
    return results;
  }

  /** An attribute that is a whole number. */
  public static AttributeProto attribute(String attribute, long number) {
    return AttributeProto.newBuilder()
        .setName(attribute)
        .setType(AttributeProto.AttributeType.INT)
        .setI(number)
        .build();
  }

  /** An attribute that is a list of whole numbers. */
  public static AttributeProto attributes(String attribute, long... numbers) {
    return AttributeProto.newBuilder()
        .setName(attribute)
        .setType(AttributeProto.AttributeType.INTS)
        .addAllInts(Arrays.stream(numbers).boxed().toList())
        .build();
  }

  /** An attribute that is a number. */
  public static AttributeProto real(String attribute, double number) {
    return AttributeProto.newBuilder()
        .setName(attribute)
        .setType(AttributeProto.AttributeType.FLOAT)
        .setF((float) number)
        .build();
  }

  public Value add(Value a, Value b) {
    return node("Add", a, b);
  }

  public Value multiply(Value a, Value b) {
    return node("Mul", a, b);
  }

  public Value matMul(Value a, Value b) {
    return node("MatMul", a, b);
  }

  public Value cast(Value value, DataType type) {
    return node("Cast", List.of(attribute("to", type.getNumber())), value);
  }

  /** The same numbers with other axes; 0 keeps the size of the axis in its place. */
  public Value reshape(Value value, long... sizes) {
    return node("Reshape", value, integers(sizes));
  }

  /** The axes in another order. */
  public Value transpose(Value value, long... order) {
    return node("Transpose", List.of(attributes("perm", order)), value);
  }

  /** Entries of a table or of an axis by their index. */
  public Value gather(Value table, Value indices, int axis) {
    return node("Gather", List.of(attribute("axis", axis)), table, indices);
  }

  public Value concat(int axis, Value... values) {
    return node("Concat", List.of(attribute("axis", axis)), values);
  }

  /** The size of one axis, (1). */
  public Value sizeOf(Value value, int axis) {
    return node("Shape", List.of(attribute("start", axis), attribute("end", axis + 1L)), value);
  }

  GraphProto.Builder graph() {
    GraphProto.Builder graph = GraphProto.newBuilder().setName(name).addAllInput(inputs);
    for (NodeProto.Builder node : nodes) {
      NodeProto.Builder renamed = node.clone();
      for (int i = 0; i < node.getInputCount(); i++) {
        renamed.setInput(i, finalName(node.getInput(i)));
      }
      for (int i = 0; i < node.getOutputCount(); i++) {
        renamed.setOutput(i, finalName(node.getOutput(i)));
      }
      graph.addNode(renamed);
    }
    return graph.addAllOutput(outputs);
  }

  boolean usesRuntimeDomain() {
    return nodes.stream().anyMatch(node -> node.getDomain().equals(RUNTIME_DOMAIN));
  }

  List<Initializer> initializers() {
    return List.copyOf(initializers.values());
  }

  private String finalName(String value) {
    return outputNames.getOrDefault(value, value);
  }

  private static ValueInfoProto valueInfo(String valueName, DataType type, Object... axes) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (Object axis : axes) {
      if (axis instanceof Integer size) {
        shape.addDimBuilder().setDimValue(size);
      } else {
        shape.addDimBuilder().setDimParam((String) axis);
      }
    }
    TypeProto.Tensor tensor =
        TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).setShape(shape).build();
    return ValueInfoProto.newBuilder()
        .setName(valueName)
        .setType(TypeProto.newBuilder().setTensorType(tensor))
        .build();
  }
}
