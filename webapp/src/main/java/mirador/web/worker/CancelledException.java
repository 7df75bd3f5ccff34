package mirador.web.worker;

/** The page no longer wants the answer. */
final class CancelledException extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
