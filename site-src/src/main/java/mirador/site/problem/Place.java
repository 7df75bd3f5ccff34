package mirador.site.problem;

/**
 * A line of a source file.
 *
 * @param file path from the root of the course, with slashes
 * @param line counted from 1; 0 for the file as a whole
 */
public record Place(String file, int line) {
  /** A file as a whole. */
  public static Place of(String file) {
    return new Place(file, 0);
  }

  /** The line {@code lines} further down. */
  public Place plus(int lines) {
    return new Place(file, line + lines);
  }

  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line;
  }
}
