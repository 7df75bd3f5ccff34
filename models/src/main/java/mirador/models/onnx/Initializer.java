package mirador.models.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.io.IOException;
import mirador.concepts.tensor.Shape;

/**
 * A tensor that belongs to the graph: weights, tables, constants.
 *
 * @param data writes exactly {@link #bytes()} bytes
 * @param byProduct whether its numbers come out when those of an initializer before it are made
 */
public record Initializer(
    String name, DataType type, Shape shape, TensorData data, boolean byProduct) {
  public Initializer(String name, DataType type, Shape shape, TensorData data) {
    this(name, type, shape, data, false);
  }

  /** Bytes of its numbers. */
  public long bytes() {
    return (long) shape.elements() * width(type);
  }

  /**
   * Refuses data of another length than the shape asks for.
   *
   * @throws IOException when it is
   */
  void checkBytes(long written) throws IOException {
    if (written != bytes()) {
      throw new IOException(name + " of shape " + shape + " has " + written + " bytes");
    }
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
