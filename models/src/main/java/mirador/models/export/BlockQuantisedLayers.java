package mirador.models.export;

import static mirador.models.onnx.GraphBuilder.attribute;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.io.IOException;
import java.util.List;
import mirador.concepts.tensor.Shape;
import mirador.models.onnx.GraphBuilder;
import mirador.models.onnx.Initializer;
import mirador.models.onnx.Value;
import mirador.models.weights.Weights;

/**
 * Matrices in 4-bit integers, with a scale for every block of a column (Dettmers and Zettlemoyer,
 * "The case for 4-bit precision: k-bit Inference Scaling Laws", 2023, section 2), in ONNX Runtime's
 * operator for them, which graphics processors have. Tables are looked up on the processor, in the
 * 8 bits of {@link QuantisedLayers}.
 */
final class BlockQuantisedLayers extends QuantisedLayers {
  BlockQuantisedLayers(GraphBuilder graph, Weights weights) {
    super(graph, weights);
  }

  @Override
  Value product(Value x, String name, int in, int out) throws IOException {
    int block = BlockQuantised.blockOf(in);
    if (block == 0) {
      return plainProduct(x, name, in, out);
    }
    expectMatrix(name, in, out);
    BlockQuantised matrix = new BlockQuantised(weights(), name, out, in, block);
    int blocks = in / block;
    Value nibbles =
        graph()
            .initializer(
                new Initializer(
                    name + ".blocks",
                    DataType.UINT8,
                    Shape.of(out, blocks, block / 2),
                    matrix.nibbles()));
    Value scales =
        graph()
            .initializer(
                new Initializer(
                    name + ".scales",
                    DataType.FLOAT,
                    Shape.of(out * blocks),
                    matrix.scalesInTurn(),
                    true));
    return graph()
        .runtimeNode(
            "MatMulNBits",
            List.of(
                attribute("K", in),
                attribute("N", out),
                attribute("bits", 4),
                attribute("block_size", block)),
            x,
            nibbles,
            scales);
  }
}
