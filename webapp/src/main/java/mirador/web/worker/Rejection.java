package mirador.web.worker;

/** The cause of an exception that came from the browser or the runtime, not from our own checks. */
final class Rejection extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Rejection(String message) {
    super(message);
  }
}
