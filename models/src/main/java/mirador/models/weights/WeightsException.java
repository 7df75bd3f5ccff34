package mirador.models.weights;

import java.io.IOException;

/** A file of weights is not what it should be; the message says which file and what is wrong. */
public final class WeightsException extends IOException {
  private static final long serialVersionUID = 1L;

  public WeightsException(String message) {
    super(message);
  }

  public WeightsException(String message, Throwable cause) {
    super(message, cause);
  }
}
