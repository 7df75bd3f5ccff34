package mirador.models.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Writes small ONNX graphs; tensors get numbers for names, as in exports of torch. */
final class GraphWriter {
  static final int FLOAT = 1;
  static final int UINT8 = 2;
  static final int INT64 = 7;
  static final int BOOL = 9;
  static final int FLOAT16 = 10;

  /** What octets stand for a zero. */
  static final int ZERO = 128;

  private final GraphProto.Builder graph = GraphProto.newBuilder().setName("main_graph");
  private final int opset;
  private final List<String> scores = new ArrayList<>();
  private int names;

  GraphWriter(int opset) {
    this.opset = opset;
  }

  int opset() {
    return opset;
  }

  String node(String operator, List<String> inputs, AttributeProto... attributes) {
    return nodes("", operator, inputs, 1, attributes).get(0);
  }

  List<String> nodes(
      String domain,
      String operator,
      List<String> inputs,
      int outputs,
      AttributeProto... attributes) {
    NodeProto.Builder node =
        NodeProto.newBuilder()
            .setOpType(operator)
            .setDomain(domain)
            .setName(operator + "_" + graph.getNodeCount())
            .addAllInput(inputs);
    for (AttributeProto attribute : attributes) {
      node.addAttribute(attribute);
    }
    List<String> made = new ArrayList<>();
    for (int i = 0; i < outputs; i++) {
      made.add(next());
    }
    graph.addNode(node.addAllOutput(made));
    return made;
  }

  /** A node without inputs for a constant, as torch writes them; not an initialiser. */
  String constant(long... values) {
    AttributeProto value =
        AttributeProto.newBuilder()
            .setName("value")
            .setType(AttributeType.TENSOR)
            .setT(longTensor(values.length == 1 ? new long[0] : new long[] {values.length}, values))
            .build();
    return node("Constant", List.of(), value);
  }

  /** A list of one or more integers as an initialiser. */
  String longs(long... values) {
    String name = next();
    graph.addInitializer(
        longTensor(new long[] {values.length}, values).toBuilder().setName(name).build());
    return name;
  }

  private static TensorProto longTensor(long[] sizes, long... values) {
    ByteBuffer raw = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    TensorProto.Builder tensor = TensorProto.newBuilder().setDataType(INT64);
    for (long size : sizes) {
      tensor.addDims(size);
    }
    for (long value : values) {
      raw.putLong(value);
    }
    return tensor.setRawData(ByteString.copyFrom(raw.flip())).build();
  }

  String weights(float[] values, long... sizes) {
    String name = next();
    ByteBuffer raw = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      raw.putFloat(value);
    }
    TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(FLOAT);
    for (long size : sizes) {
      tensor.addDims(size);
    }
    graph.addInitializer(tensor.setRawData(ByteString.copyFrom(raw.flip())));
    return name;
  }

  String scalar(double value) {
    return weights(new float[] {(float) value});
  }

  /** Weights in octets: {@code round(value / scale) + ZERO}. */
  String octets(float[] values, double scale, long... sizes) {
    String name = next();
    byte[] octets = new byte[values.length];
    for (int i = 0; i < octets.length; i++) {
      octets[i] = (byte) (Math.round(values[i] / scale) + ZERO);
    }
    TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(UINT8);
    for (long size : sizes) {
      tensor.addDims(size);
    }
    graph.addInitializer(tensor.setRawData(ByteString.copyFrom(octets)));
    return name;
  }

  String bytes(int value) {
    String name = next();
    graph.addInitializer(
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(UINT8)
            .setRawData(ByteString.copyFrom(new byte[] {(byte) value})));
    return name;
  }

  void input(String name, int type, Object... axes) {
    graph.addInput(value(name, type, axes));
  }

  void output(String tensor, String name, int type, Object... axes) {
    graph.addNode(
        NodeProto.newBuilder()
            .setOpType("Identity")
            .setName("out_" + name)
            .addInput(tensor)
            .addOutput(name));
    graph.addOutput(value(name, type, axes));
  }

  void valueInfo(String tensor, int type, Object... axes) {
    graph.addValueInfo(value(tensor, type, axes));
  }

  private static ValueInfoProto value(String name, int type, Object... axes) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (Object axis : axes) {
      Dimension.Builder dimension = Dimension.newBuilder();
      if (axis instanceof String text) {
        dimension.setDimParam(text);
      } else {
        dimension.setDimValue(((Number) axis).longValue());
      }
      shape.addDim(dimension);
    }
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(TypeProto.Tensor.newBuilder().setElemType(type).setShape(shape)))
        .build();
  }

  /** Remembers what a layer's softmax is taken of, so that a test can take it too. */
  String score(String tensor) {
    scores.add(tensor);
    return tensor;
  }

  List<String> scores() {
    return scores;
  }

  GraphProto.Builder graph() {
    return graph;
  }

  ModelProto model() {
    return ModelProto.newBuilder()
        .setIrVersion(opset < 13 ? 6 : 8)
        .setProducerName("pytorch")
        .setProducerVersion("2.0.1")
        .setGraph(graph)
        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(opset))
        .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("com.microsoft").setVersion(1))
        .build();
  }

  static AttributeProto ints(String name, long... values) {
    AttributeProto.Builder attribute =
        AttributeProto.newBuilder().setName(name).setType(AttributeType.INTS);
    for (long value : values) {
      attribute.addInts(value);
    }
    return attribute.build();
  }

  static AttributeProto integer(String name, long value) {
    return AttributeProto.newBuilder().setName(name).setType(AttributeType.INT).setI(value).build();
  }

  static AttributeProto real(String name, float value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeType.FLOAT)
        .setF(value)
        .build();
  }

  static AttributeProto text(String name, String value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeType.STRING)
        .setS(ByteString.copyFromUtf8(value))
        .build();
  }

  static AttributeProto inner(String name, GraphProto value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeType.GRAPH)
        .setG(value)
        .build();
  }

  private String next() {
    return Integer.toString(++names);
  }
}
