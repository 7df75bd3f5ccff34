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
import java.util.ArrayList;
import java.util.List;

/**
 * Rewrites a graph to float16 as {@code onnxconverter_common.float16} does with {@code
 * keep_io_types}: weights converted, inputs and outputs cast, the softmax left in float32 between
 * casts. Its casts stand at the end of the file, so that nodes are out of order.
 */
final class HalfRewriter {
  private HalfRewriter() {}

  static ModelProto rewrite(ModelProto model, boolean softmaxInFloat) {
    GraphProto graph = model.getGraph();
    GraphProto.Builder result = graph.toBuilder().clearNode().clearInitializer().clearValueInfo();
    graph.getInitializerList().forEach(weight -> result.addInitializer(half(weight)));
    List<NodeProto> casts = new ArrayList<>();
    boolean floats = graph.getInput(0).getType().getTensorType().getElemType() == 1;
    String input = graph.getInput(0).getName();
    if (floats) {
      casts.add(cast(input, "graph_input_cast_0", 10));
    }
    for (NodeProto original : graph.getNodeList()) {
      NodeProto.Builder node = original.toBuilder();
      for (int i = 0; i < node.getInputCount(); i++) {
        if (floats && node.getInput(i).equals(input)) {
          node.setInput(i, "graph_input_cast_0");
        }
      }
      String output = node.getOutput(0);
      if (graph.getOutputList().stream().anyMatch(port -> port.getName().equals(output))) {
        node.setOutput(0, "graph_output_cast_" + output);
        casts.add(cast("graph_output_cast_" + output, output, 1));
      } else if (softmaxInFloat && node.getOpType().equals("Softmax")) {
        casts.add(cast(node.getInput(0), node.getName() + "_input_cast_0", 1));
        casts.add(cast(node.getName() + "_output_cast_0", output, 10));
        node.setInput(0, node.getName() + "_input_cast_0");
        node.setOutput(0, node.getName() + "_output_cast_0");
      }
      result.addNode(node);
    }
    return model.toBuilder().setGraph(result.addAllNode(casts)).build();
  }

  private static NodeProto cast(String from, String to, long type) {
    return NodeProto.newBuilder()
        .setOpType("Cast")
        .setName("cast_" + to)
        .addInput(from)
        .addOutput(to)
        .addAttribute(
            AttributeProto.newBuilder().setName("to").setType(AttributeType.INT).setI(type))
        .build();
  }

  private static TensorProto half(TensorProto weight) {
    if (weight.getDataType() != 1) {
      return weight;
    }
    ByteBuffer from = weight.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    ByteBuffer to = ByteBuffer.allocate(from.remaining() / 2).order(ByteOrder.LITTLE_ENDIAN);
    while (from.hasRemaining()) {
      to.putShort(ai.onnxruntime.platform.Fp16Conversions.floatToFp16(from.getFloat()));
    }
    return weight.toBuilder().setDataType(10).setRawData(ByteString.copyFrom(to.flip())).build();
  }
}
