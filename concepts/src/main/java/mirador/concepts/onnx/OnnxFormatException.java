package mirador.concepts.onnx;

/** Bytes that are no ONNX model, or a broken one; the message says what was found and where. */
public final class OnnxFormatException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public OnnxFormatException(String message) {
    super(message);
  }
}
