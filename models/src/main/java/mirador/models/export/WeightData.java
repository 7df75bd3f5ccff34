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

  /** Rows that are turned at once: their numbers then lie side by side. */
  private static final int TURNED = 64;

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
      ElementReader reader = weights.open(name);
      int bytesEach = type == DataType.FLOAT16 ? Short.BYTES : Float.BYTES;
      ByteBuffer turned =
          ByteBuffer.allocate(in * out * bytesEach).order(ByteOrder.LITTLE_ENDIAN); // (in, out)
      float[][] block = new float[TURNED][in];
      for (int first = 0; first < out; first += TURNED) {
        int count = Math.min(TURNED, out - first);
        for (int o = 0; o < count; o++) {
          reader.read(block[o]);
        }
        for (int i = 0; i < in; i++) {
          turned.position((i * out + first) * bytesEach);
          for (int o = 0; o < count; o++) {
            put(name, block[o][i], type, turned);
          }
        }
      }
      stream.write(turned.array());
    };
  }

  /** Numbers that are no weights. */
  static TensorData floats(String name, float[] values, DataType type) {
    return out -> write(name, values, type, out);
  }

  private static void write(String name, float[] values, DataType type, OutputStream out)
      throws IOException {
    int bytesEach = type == DataType.FLOAT16 ? Short.BYTES : Float.BYTES;
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * bytesEach).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      put(name, value, type, bytes);
    }
    out.write(bytes.array());
  }

  private static void put(String name, float value, DataType type, ByteBuffer bytes)
      throws IOException {
    if (type != DataType.FLOAT16) {
      bytes.putFloat(value);
    } else if (Math.abs(value) > Half.MAX) {
      throw new IOException(
          name + " holds " + value + ", beyond 16-bit floats: export it as fp32 or int8");
    } else {
      bytes.putShort(Half.of(value));
    }
  }
}
