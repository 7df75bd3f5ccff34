package mirador.concepts.text;

import java.util.OptionalDouble;

/**
 * Numbers as the course writes them: decimal point, thin no-break space between thousands, true
 * minus sign. Written by hand because the page has no locale data.
 *
 * <p>Rounding is exact, half to even, on the binary value: the same digits as Python's {@code
 * f"{x:.2f}"}, which the notebook prints.
 */
public final class Numbers {
  /** Narrow no-break space, so that a number never breaks over two lines. */
  private static final char THOUSANDS = '\u202f';

  private static final char MINUS = '\u2212';
  private static final int MAX_DIGITS = 15;

  private Numbers() {}

  /** {@code 1234567} as «1 234 567»; four digits stay together, as Spanish orthography asks. */
  public static String integer(long value) {
    String digits = (int) value == value ? Integer.toString((int) value) : Long.toString(value);
    String sign = "";
    if (value < 0) {
      sign = String.valueOf(MINUS);
      digits = digits.substring(1);
    }
    return sign + grouped(digits);
  }

  /**
   * {@code value} with exactly {@code digits} decimals, 0 to 15.
   *
   * @throws IllegalArgumentException when {@code digits} is out of range
   */
  public static String fixed(double value, int digits) {
    String plain = plain(value, digits);
    boolean negative = plain.startsWith("-");
    String unsigned = negative ? plain.substring(1) : plain;
    if (!Double.isFinite(value)) {
      return (negative ? String.valueOf(MINUS) : "") + unsigned;
    }
    int point = unsigned.indexOf('.');
    String whole = point < 0 ? unsigned : unsigned.substring(0, point);
    String decimals = point < 0 ? "" : unsigned.substring(point);
    // A minus before zeros only would be noise: -0.001 with two decimals reads «0.00».
    String sign = negative && !isZero(unsigned) ? String.valueOf(MINUS) : "";
    return sign + grouped(whole) + decimals;
  }

  /** {@link #fixed} with «+» before positive values; zero has no sign. */
  public static String signed(double value, int digits) {
    String text = fixed(value, digits);
    return value > 0 && !isZero(text) ? "+" + text : text;
  }

  /** A share in [0, 1] as a percentage with no decimals and the space Spanish asks for: «67 %». */
  public static String percent(double share) {
    return fixed(share * 100, 0) + THOUSANDS + "%";
  }

  /**
   * {@code value} with exactly {@code digits} decimals, ASCII minus and no thousands: what Python's
   * {@code format(value, ".2f")} writes, for code and data files.
   *
   * @throws IllegalArgumentException when {@code digits} is not in 0..15
   */
  public static String plain(double value, int digits) {
    if (digits < 0 || digits > MAX_DIGITS) {
      throw new IllegalArgumentException("digits must be 0 to " + MAX_DIGITS + ": " + digits);
    }
    if (Double.isNaN(value)) {
      return "nan";
    }
    String sign = value < 0 || (value == 0 && 1 / value < 0) ? "-" : "";
    double magnitude = Math.abs(value);
    if (Double.isInfinite(magnitude)) {
      return sign + "inf";
    }
    double scale = 1;
    for (int i = 0; i < digits; i++) {
      scale *= 10;
    }
    if (magnitude * scale >= 9e18) {
      return sign + magnitude; // beyond a long: the decimals asked for mean nothing any more
    }
    String units = digitsOf(roundedProduct(magnitude, scale));
    if (digits == 0) {
      return sign + units;
    }
    String padded = "0".repeat(Math.max(0, digits + 1 - units.length())) + units;
    int point = padded.length() - digits;
    return sign + padded.substring(0, point) + "." + padded.substring(point);
  }

  /**
   * Reads a decimal number as a learner writes it: point or comma, either minus sign. Empty when
   * the text is not a finite number.
   */
  public static OptionalDouble parse(String text) {
    String number = text.strip().replace(MINUS, '-').replace(',', '.');
    boolean digit = false;
    for (int i = 0; i < number.length(); i++) {
      char c = number.charAt(i);
      digit |= c >= '0' && c <= '9';
      // Java's own parser would also take "NaN", "1d" and hexadecimal.
      if ("0123456789.+-eE".indexOf(c) < 0) {
        return OptionalDouble.empty();
      }
    }
    if (!digit) {
      return OptionalDouble.empty();
    }
    try {
      double value = Double.parseDouble(number);
      return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  /**
   * {@code a * b} rounded half to even from the exact product (Dekker, 1971), not the rounded one.
   */
  private static double roundedProduct(double a, double b) {
    double product = a * b;
    double splitter = 134217729; // 2^27 + 1
    double aHigh = a * splitter - (a * splitter - a);
    double bHigh = b * splitter - (b * splitter - b);
    double aLow = a - aHigh;
    double bLow = b - bHigh;
    double error = aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
    double whole = Math.floor(product);
    double fromHalf = (product - whole) - 0.5;
    if (fromHalf > 0 || (fromHalf == 0 && error > 0)) {
      return whole + 1;
    }
    if (fromHalf == 0 && error == 0) {
      return whole + whole % 2;
    }
    return whole;
  }

  /** The digits of a whole number; 64-bit arithmetic, slow in a page, only where it is needed. */
  private static String digitsOf(double whole) {
    return whole <= Integer.MAX_VALUE ? Integer.toString((int) whole) : Long.toString((long) whole);
  }

  private static String grouped(String digits) {
    if (digits.length() < 5) {
      return digits;
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < digits.length(); i++) {
      if (i > 0 && (digits.length() - i) % 3 == 0) {
        out.append(THOUSANDS);
      }
      out.append(digits.charAt(i));
    }
    return out.toString();
  }

  private static boolean isZero(String digits) {
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (c >= '1' && c <= '9') {
        return false;
      }
    }
    return true;
  }
}
