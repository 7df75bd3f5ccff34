package mirador.models.export;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import mirador.models.onnx.TensorData;
import mirador.models.weights.ElementReader;
import mirador.models.weights.Half;
import mirador.models.weights.Weights;

/** Weights of a checkpoint as the bytes of an initializer. */
final class WeightData {
  private static final int CHUNK = 1 << 16;

  private WeightData() {}

  /** In the order they are stored. */
  static TensorData floats(Weights weights, String name, DataType type) {
    return out -> {
      ElementReader reader = weights.open(name);
      while (reader.remaining() > 0) {
        float[] values = new float[Math.min(CHUNK, reader.remaining())];
        reader.read(values);
        write(name, values, type, out);
      }
    };
  }

  /** A matrix stored as (out, in), as (in, out). */
  static TensorData transposed(Weights weights, String name, int in, int out, DataType type) {
    return stream -> {
      float[] matrix = weights.floats(name).values(); // (out, in)
      float[] row = new float[out];
      for (int i = 0; i < in; i++) {
        for (int o = 0; o < out; o++) {
          row[o] = matrix[o * in + i];
        }
        write(name, row, type, stream);
      }
    };
  }

  /** Numbers that are no weights. */
  static TensorData floats(String name, float[] values, DataType type) {
    return out -> write(name, values, type, out);
  }

  private static void write(String name, float[] values, DataType type, OutputStream out)
      throws IOException {
    boolean halves = type == DataType.FLOAT16;
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * (halves ? Short.BYTES : Float.BYTES))
            .order(ByteOrder.LITTLE_ENDIAN);
    if (halves) {
      for (float value : values) {
        if (Math.abs(value) > Half.MAX) {
          throw new IOException(
              name + " holds " + value + ", beyond 16-bit floats: export it as fp32 or int8");
        }
        bytes.putShort(Half.of(value));
      }
    } else {
      bytes.asFloatBuffer().put(values);
    }
    out.write(bytes.array());
  }
}
