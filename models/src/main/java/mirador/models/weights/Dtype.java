package mirador.models.weights;

import java.nio.ByteBuffer;

/** How the numbers of a stored tensor are written, little-endian. Named as in safetensors. */
public enum Dtype {
  F64(8),
  F32(4),
  F16(2),
  /** The upper half of an F32. */
  BF16(2),
  I64(8),
  I32(4),
  U8(1);

  private final int bytes;

  Dtype(int bytes) {
    this.bytes = bytes;
  }

  /** Bytes of one number. */
  public int bytes() {
    return bytes;
  }

  /** The next number of a buffer as a float: rounded from F64, I64 and I32, exact from others. */
  float getFloat(ByteBuffer buffer) {
    return switch (this) {
      case F64 -> (float) buffer.getDouble();
      case F32 -> buffer.getFloat();
      case F16 -> Half.toFloat(buffer.getShort());
      case BF16 -> Float.intBitsToFloat(buffer.getShort() << 16);
      case I64 -> buffer.getLong();
      case I32 -> buffer.getInt();
      case U8 -> buffer.get() & 0xff;
    };
  }

  /** The next whole number of a buffer. */
  long getLong(ByteBuffer buffer) {
    return switch (this) {
      case I64 -> buffer.getLong();
      case I32 -> buffer.getInt();
      case U8 -> buffer.get() & 0xff;
      default -> throw new IllegalArgumentException(this + " holds no whole numbers");
    };
  }

  /** Whether the numbers are whole ones. */
  public boolean isWhole() {
    return this == I64 || this == I32 || this == U8;
  }

  /** Appends a number, rounded to what this can hold. */
  public void put(ByteBuffer buffer, double number) {
    switch (this) {
      case F64 -> buffer.putDouble(number);
      case F32 -> buffer.putFloat((float) number);
      case F16 -> buffer.putShort(Half.of((float) number));
      case BF16 -> buffer.putShort(bfloat16((float) number));
      case I64 -> buffer.putLong(Math.round(number));
      case I32 -> buffer.putInt((int) Math.round(number));
      case U8 -> buffer.put((byte) Math.round(number));
    }
  }

  private static short bfloat16(float number) {
    int bits = Float.floatToIntBits(number);
    return Float.isNaN(number)
        ? (short) (bits >>> 16)
        : (short) ((bits + 0x7fff + (bits >>> 16 & 1)) >>> 16);
  }
}
