package mirador.models.onnx;

import java.io.IOException;
import java.io.OutputStream;

/** The bytes of an initializer, little-endian, made when they are written. */
@FunctionalInterface
public interface TensorData {
  void writeTo(OutputStream out) throws IOException;
}
