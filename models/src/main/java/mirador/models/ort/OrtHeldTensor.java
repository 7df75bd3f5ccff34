package mirador.models.ort;

import ai.onnxruntime.OnnxTensor;
import mirador.concepts.tensor.HeldTensor;
import mirador.concepts.tensor.Shape;

/** An output that stays in the runtime's memory. */
record OrtHeldTensor(Shape shape, OnnxTensor tensor) implements HeldTensor {
  @Override
  public void close() {
    if (!tensor.isClosed()) {
      tensor.close();
    }
  }
}
