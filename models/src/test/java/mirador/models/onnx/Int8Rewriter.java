package mirador.models.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rewrites matrix products as ONNX Runtime's {@code quantize_dynamic} does: DynamicQuantizeLinear,
 * MatMulInteger, Cast, Mul. By its default ({@code MatMulConstBOnly}) those with a weight;
 * otherwise the attention's own two products as well.
 */
final class Int8Rewriter {
  private final GraphProto.Builder result;
  private final Map<String, TensorProto> weights = new HashMap<>();
  private final Set<String> quantized = new HashSet<>();
  private final boolean all;

  private Int8Rewriter(GraphProto graph, boolean all) {
    this.all = all;
    result = graph.toBuilder().clearNode();
    graph.getInitializerList().forEach(weight -> weights.put(weight.getName(), weight));
    graph.getNodeList().forEach(this::rewrite);
  }

  static ModelProto rewrite(ModelProto model, boolean all) {
    Int8Rewriter rewriter = new Int8Rewriter(model.getGraph(), all);
    return model.toBuilder()
        .setProducerName("onnx.quantize")
        .setProducerVersion("0.1.0")
        .setGraph(rewriter.result)
        .build();
  }

  private void rewrite(NodeProto node) {
    if (!node.getOpType().equals("MatMul") || !(all || weights.containsKey(node.getInput(1)))) {
      result.addNode(node);
      return;
    }
    String left = quantize(node.getInput(0));
    String right = quantize(node.getInput(1));
    String out = node.getOutput(0);
    add(
        "MatMulInteger",
        List.of(
            left + "_quantized", right + "_quantized", left + "_zero_point", right + "_zero_point"),
        out + "_output_quantized");
    result.addNode(
        NodeProto.newBuilder()
            .setOpType("Cast")
            .addInput(out + "_output_quantized")
            .addOutput(out + "_cast")
            .addAttribute(
                AttributeProto.newBuilder().setName("to").setType(AttributeType.INT).setI(1)));
    add("Mul", List.of(left + "_scale", right + "_scale"), out + "_scales");
    add("Mul", List.of(out + "_cast", out + "_scales"), out);
  }

  private String quantize(String tensor) {
    if (!quantized.add(tensor)) {
      return tensor;
    }
    TensorProto weight = weights.get(tensor);
    if (weight == null) {
      result.addNode(
          NodeProto.newBuilder()
              .setOpType("DynamicQuantizeLinear")
              .addInput(tensor)
              .addOutput(tensor + "_quantized")
              .addOutput(tensor + "_scale")
              .addOutput(tensor + "_zero_point"));
      return tensor;
    }
    ByteBuffer raw = weight.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    float greatest = 0;
    while (raw.hasRemaining()) {
      greatest = Math.max(greatest, Math.abs(raw.getFloat()));
    }
    float scale = greatest / 127;
    byte[] small = new byte[weight.getRawData().size() / 4];
    raw.rewind();
    for (int i = 0; i < small.length; i++) {
      small[i] = (byte) Math.round(raw.getFloat() / scale);
    }
    initializer(tensor + "_quantized", 3, small, weight.getDimsList());
    byte[] bytes = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(scale).array();
    initializer(tensor + "_scale", 1, bytes, List.of());
    initializer(tensor + "_zero_point", 3, new byte[1], List.of());
    return tensor;
  }

  private void initializer(String name, int type, byte[] raw, List<Long> sizes) {
    result.addInitializer(
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(type)
            .addAllDims(sizes)
            .setRawData(ByteString.copyFrom(raw)));
  }

  private void add(String operator, List<String> inputs, String output) {
    result.addNode(
        NodeProto.newBuilder().setOpType(operator).addAllInput(inputs).addOutput(output));
  }
}
