package mirador.web.worker;

import mirador.concepts.tensor.HeldTensor;
import mirador.concepts.tensor.Shape;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.typedarrays.Int32Array;

/** A tensor of ONNX Runtime Web as it is: a buffer of the graphics card, or an array. */
final class OrtWebTensor implements HeldTensor {
  private final Shape shape;
  private JSObject tensor;

  OrtWebTensor(JSObject tensor) {
    this.tensor = tensor;
    this.shape = Shape.of(sizes(tensor).toJavaArray());
  }

  /**
   * The runtime's own tensor.
   *
   * @throws IllegalStateException when it has been closed
   */
  JSObject tensor() {
    if (tensor == null) {
      throw new IllegalStateException("the tensor " + shape + " has been closed");
    }
    return tensor;
  }

  @Override
  public Shape shape() {
    return shape;
  }

  @Override
  public void close() {
    if (tensor != null) {
      dispose(tensor);
      tensor = null;
    }
  }

  @Override
  public String toString() {
    return "a tensor " + shape + " of the runtime";
  }

  @JSBody(
      params = {"tensor"},
      script = "return Int32Array.from(tensor.dims);")
  private static native Int32Array sizes(JSObject tensor);

  @JSBody(
      params = {"tensor"},
      script = "tensor.dispose();")
  private static native void dispose(JSObject tensor);
}
