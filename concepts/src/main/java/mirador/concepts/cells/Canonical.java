package mirador.concepts.cells;

import java.util.List;
import mirador.concepts.text.PythonText;

/** Texts that are equal where values are. */
final class Canonical {
  private static final double DIGITS = 1e9;

  private Canonical() {}

  /** Nine digits after the point for small numbers, nine digits in all for large ones. */
  static String number(double value) {
    if (Double.isNaN(value)) {
      return "nan";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    double scale = Math.max(1, Math.abs(value));
    double rounded = Math.rint(value / scale * DIGITS) / DIGITS * scale;
    return PythonText.repr(rounded + 0.0);
  }

  static String all(List<PythonValue> values) {
    StringBuilder text = new StringBuilder("(");
    values.forEach(value -> text.append(value.canonical()).append(','));
    return text.append(')').toString();
  }
}
