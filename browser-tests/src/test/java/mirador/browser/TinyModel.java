package mirador.browser;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import mirador.concepts.tensor.FloatTensor;
import mirador.concepts.tensor.LongTensor;

/**
 * A model of one layer with random weights: {@code hidden = tanh(x · W)} and {@code y =
 * softmax(hidden + T[ids])}, from floats and from whole numbers; and what ONNX Runtime for Java
 * makes of it.
 */
final class TinyModel {
  static final int BATCH = 3;
  static final int WIDTH = 16;
  private static final int IN = 8;
  private static final int IDS = 10;

  final float[] x = floats(new Random(3), BATCH * IN); // (batch, in)
  final long[] ids = {4, 0, 9}; // (batch)

  /** The model as a file. */
  byte[] bytes() {
    Random random = new Random(7);
    GraphProto graph =
        GraphProto.newBuilder()
            .setName("tiny")
            .addInput(value("x", TensorProto.DataType.FLOAT, IN))
            .addInput(value("ids", TensorProto.DataType.INT64))
            .addOutput(value("y", TensorProto.DataType.FLOAT, WIDTH))
            .addOutput(value("hidden", TensorProto.DataType.FLOAT, WIDTH))
            .addInitializer(weights("W", random, IN))
            .addInitializer(weights("T", random, IDS))
            .addNode(node("MatMul", "product", "x", "W"))
            .addNode(node("Tanh", "hidden", "product"))
            .addNode(node("Gather", "rows", "T", "ids"))
            .addNode(node("Add", "sum", "hidden", "rows"))
            .addNode(
                node("Softmax", "y", "sum").toBuilder()
                    .addAttribute(
                        AttributeProto.newBuilder()
                            .setName("axis")
                            .setType(AttributeProto.AttributeType.INT)
                            .setI(1)))
            .build();
    return ModelProto.newBuilder()
        .setIrVersion(8)
        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(17))
        .setGraph(graph)
        .build()
        .toByteArray();
  }

  /** Every output as ONNX Runtime for Java computes it, row by row. */
  Map<String, float[]> expected() throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    Map<String, float[]> outputs = new LinkedHashMap<>();
    try (OrtSession session = environment.createSession(bytes());
        OnnxTensor floats =
            OnnxTensor.createTensor(
                environment, java.nio.FloatBuffer.wrap(x), new long[] {BATCH, IN});
        OnnxTensor longs =
            OnnxTensor.createTensor(
                environment, java.nio.LongBuffer.wrap(ids), new long[] {BATCH});
        OrtSession.Result result = session.run(Map.of("x", floats, "ids", longs))) {
      for (Map.Entry<String, ai.onnxruntime.OnnxValue> output : result) {
        outputs.put(output.getKey(), ((OnnxTensor) output.getValue()).getFloatBuffer().array());
      }
    }
    return outputs;
  }

  /** The inputs in the words of a test page. */
  List<Map<String, Object>> inputs() {
    return List.of(
        ModelVisit.input("x", FloatTensor.of(x, BATCH, IN)),
        ModelVisit.input("ids", LongTensor.of(ids, BATCH)));
  }

  private static NodeProto node(String type, String output, String... inputs) {
    return NodeProto.newBuilder()
        .setOpType(type)
        .setName(output)
        .addAllInput(List.of(inputs))
        .addOutput(output)
        .build();
  }

  private static TensorProto weights(String name, Random random, int rows) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(TensorProto.DataType.FLOAT.getNumber())
            .addDims(rows)
            .addDims(WIDTH);
    for (float value : floats(random, rows * WIDTH)) {
      tensor.addFloatData(value);
    }
    return tensor.build();
  }

  private static float[] floats(Random random, int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  private static ValueInfoProto value(String name, TensorProto.DataType type, int... rest) {
    TensorShapeProto.Builder shape =
        TensorShapeProto.newBuilder()
            .addDim(TensorShapeProto.Dimension.newBuilder().setDimParam("batch"));
    for (int size : rest) {
      shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(size));
    }
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(
                    TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).setShape(shape)))
        .build();
  }
}
