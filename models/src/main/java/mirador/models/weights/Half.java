package mirador.models.weights;

/** 16-bit floats of IEEE 754 (binary16): 1 sign, 5 exponent and 10 fraction bits. */
public final class Half {
  /** The greatest finite one. */
  public static final float MAX = 65504f;

  private static final int EXPONENT = 0x1f;
  private static final int BIAS = 15;
  private static final int FLOAT_BIAS = 127;
  private static final int SHIFT = 13; // fraction bits of a float beyond those of a half
  private static final float SMALLEST = 0x1p-24f; // the step between subnormal ones

  private Half() {}

  /** The same number as a 32-bit float, exactly. */
  public static float toFloat(short half) {
    int sign = (half & 0x8000) << 16;
    int exponent = (half >> 10) & EXPONENT;
    int fraction = half & 0x3ff;
    if (exponent == 0) {
      float magnitude = fraction * SMALLEST;
      return sign == 0 ? magnitude : -magnitude;
    }
    int bits = exponent == EXPONENT ? 0xff : exponent - BIAS + FLOAT_BIAS;
    return Float.intBitsToFloat(sign | bits << 23 | fraction << SHIFT);
  }

  /** The nearest 16-bit float, ties to the even one; infinite from 65520 on. */
  public static short of(float value) {
    int bits = Float.floatToRawIntBits(value);
    int sign = bits >>> 16 & 0x8000;
    int magnitude = bits & 0x7fffffff;
    if (magnitude > 0x7f800000) {
      return (short) (sign | 0x7e00);
    }
    int exponent = (magnitude >>> 23) - FLOAT_BIAS + BIAS;
    if (exponent >= EXPONENT) {
      return (short) (sign | EXPONENT << 10);
    }
    if (exponent <= 0) {
      // Exact: the product is at most 1024, where steps of a float are finer than a half.
      return (short) (sign | (int) Math.rint(Math.abs(value) / SMALLEST));
    }
    int rounding = 0xfff + (magnitude >>> SHIFT & 1);
    // A carry out of the fraction goes into the exponent, up to infinity.
    return (short) (sign | (exponent << 10) + (((magnitude & 0x7fffff) + rounding) >>> SHIFT));
  }
}
