package mirador.models.export;

/** Is told how an export goes. */
public interface ExportProgress {
  /** Tells nobody. */
  ExportProgress SILENT = new ExportProgress() {};

  /**
   * A file begins.
   *
   * @param bytes that will be told of by {@link #wrote}
   */
  default void file(String name, long bytes) {}

  /** So many bytes more have been written. */
  default void wrote(long bytes) {}

  /** Something worth a line. */
  default void note(String line) {}
}
