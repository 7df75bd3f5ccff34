package org.teavm.classlib.impl.text;

import org.teavm.jso.JSBody;

/**
 * Takes the place of TeaVM's class of this name, which finds the shortest digits of a double with
 * tables that weigh a twentieth of the page script. The browser finds them itself.
 */
public final class DoubleAnalyzer {
  /** Digits of {@link Result#mantissa}. */
  public static final int DECIMAL_PRECISION = 18;

  private DoubleAnalyzer() {}

  /** The fewest decimal digits that give a finite number back. */
  public static void analyze(double value, Result result) {
    result.sign = value < 0 || 1 / value < 0;
    result.mantissa = 0;
    result.exponent = 0;
    if (value == 0) {
      return;
    }
    String digits = exponential(Math.abs(value)); // 1.25e-7
    int end = digits.indexOf('e');
    int count = 0;
    for (int i = 0; i < end; i++) {
      if (digits.charAt(i) != '.') {
        result.mantissa = 10 * result.mantissa + (digits.charAt(i) - '0');
        count++;
      }
    }
    for (; count < DECIMAL_PRECISION; count++) {
      result.mantissa *= 10;
    }
    result.exponent = Integer.parseInt(digits.substring(end + 1));
  }

  @JSBody(
      params = {"value"},
      script = "return value.toExponential();")
  private static native String exponential(double value);

  /** Sign, 18 digits and the power of ten of the first one. */
  public static class Result {
    public long mantissa;
    public int exponent;
    public boolean sign;
  }
}
