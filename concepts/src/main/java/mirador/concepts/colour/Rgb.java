package mirador.concepts.colour;

/** A colour in sRGB, components 0 to 255. */
public record Rgb(int red, int green, int blue) {
  public static final Rgb BLACK = new Rgb(0, 0, 0);
  public static final Rgb WHITE = new Rgb(255, 255, 255);

  /**
   * A colour.
   *
   * @throws IllegalArgumentException when a component is not in 0..255
   */
  public Rgb {
    if ((red | green | blue) < 0 || Math.max(red, Math.max(green, blue)) > 255) {
      throw new IllegalArgumentException(
          "a component is not in 0..255: " + red + ", " + green + ", " + blue);
    }
  }

  /** {@code #rrggbb}. */
  public String hex() {
    String digits = Integer.toHexString(1 << 24 | red << 16 | green << 8 | blue);
    return "#" + digits.substring(1);
  }

  /** Relative luminance, 0 (black) to 1 (white); WCAG 2.2. */
  public double luminance() {
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  }

  /** Contrast ratio with another colour, 1 to 21; WCAG 2.2. */
  public double contrast(Rgb other) {
    double light = Math.max(luminance(), other.luminance());
    double dark = Math.min(luminance(), other.luminance());
    return (light + 0.05) / (dark + 0.05);
  }

  /** Black or white, whichever reads better on this colour: always at least 4.5 to 1. */
  public Rgb readable() {
    return contrast(BLACK) >= contrast(WHITE) ? BLACK : WHITE;
  }

  private static double linear(int component) {
    double share = component / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
