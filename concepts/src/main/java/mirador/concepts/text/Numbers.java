package mirador.concepts.text;

import java.util.OptionalDouble;
import java.util.OptionalInt;

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

  /** 10^22 is the greatest power of ten that a double holds exactly. */
  private static final int EXACT_POWER = 22;

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
    double scale = powerOfTen(digits);
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
    return decimal(text.strip().replace(MINUS, '-').replace(',', '.'));
  }

  /**
   * Reads {@code -12.5e-3}: sign, digits, point, exponent. Exact for up to 15 significant digits
   * and powers of ten up to 22 (Clinger, "How to Read Floating Point Numbers Accurately", 1990,
   * section 3); digits beyond the 15th do not count. Written by hand because Java's own parser,
   * which also takes "NaN", "1d" and hexadecimal, brings tables that weigh more than the rest of
   * this package.
   */
  static OptionalDouble decimal(String number) {
    int at = !number.isEmpty() && "+-".indexOf(number.charAt(0)) >= 0 ? 1 : 0;
    boolean negative = at == 1 && number.charAt(0) == '-';
    double digits = 0;
    int kept = 0;
    int exponent = 0;
    boolean any = false;
    boolean point = false;
    for (; at < number.length(); at++) {
      char c = number.charAt(at);
      if (c == '.' && !point) {
        point = true;
      } else if (c >= '0' && c <= '9') {
        any = true;
        if (kept < MAX_DIGITS) {
          digits = 10 * digits + (c - '0');
          kept += digits > 0 ? 1 : 0;
          exponent -= point ? 1 : 0;
        } else {
          exponent += point ? 0 : 1;
        }
      } else {
        break;
      }
    }
    if (!any) {
      return OptionalDouble.empty();
    }
    if (at < number.length()) {
      OptionalInt written = exponent(number.substring(at));
      if (written.isEmpty()) {
        return OptionalDouble.empty();
      }
      exponent += written.getAsInt();
    }
    double value = digits == 0 ? 0 : scaled(digits, exponent);
    return Double.isFinite(value)
        ? OptionalDouble.of(negative ? -value : value)
        : OptionalDouble.empty();
  }

  /** {@code e-3}; a great exponent is as good as a greater one. */
  private static OptionalInt exponent(String text) {
    int start = text.length() > 1 && "+-".indexOf(text.charAt(1)) >= 0 ? 2 : 1;
    if ((text.charAt(0) != 'e' && text.charAt(0) != 'E') || start == text.length()) {
      return OptionalInt.empty();
    }
    int value = 0;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return OptionalInt.empty();
      }
      value = Math.min(100_000, 10 * value + (c - '0'));
    }
    return OptionalInt.of(text.charAt(1) == '-' ? -value : value);
  }

  private static double scaled(double digits, int exponent) {
    double value = digits;
    for (int left = exponent; left != 0 && value != 0 && Double.isFinite(value); ) {
      int step = Math.max(-EXACT_POWER, Math.min(EXACT_POWER, left));
      value = step < 0 ? value / powerOfTen(-step) : value * powerOfTen(step);
      left -= step;
    }
    return value;
  }

  private static double powerOfTen(int exponent) {
    double power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= 10;
    }
    return power;
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
