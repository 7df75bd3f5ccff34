package mirador.models.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import mirador.concepts.tensor.Shape;

/**
 * A tensor that belongs to the graph: weights, tables, constants.
 *
 * @param data writes exactly {@link #bytes()} bytes
 */
public record Initializer(String name, DataType type, Shape shape, TensorData data) {
  /** Bytes of its numbers. */
  public long bytes() {
    return (long) shape.elements() * width(type);
  }

  /** All that the format says of a tensor but its numbers. */
  TensorProto.Builder header() {
    TensorProto.Builder header = TensorProto.newBuilder().setName(name);
    header.setDataType(type.getNumber());
    for (int size : shape.toArray()) {
      header.addDims(size);
    }
    return header;
  }

  private static int width(DataType type) {
    return switch (type) {
      case FLOAT, INT32 -> 4;
      case FLOAT16 -> 2;
      case INT64 -> 8;
      case UINT8, INT8 -> 1;
      default -> throw new IllegalArgumentException("no initializers of the type " + type);
    };
  }
}
