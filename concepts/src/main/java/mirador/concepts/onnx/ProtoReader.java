package mirador.concepts.onnx;

import java.nio.charset.StandardCharsets;

/**
 * Walks over the fields of one protobuf message. {@link #next} checks a field's whole extent before
 * it is handed out, so that what is not asked for costs nothing and no length can lead outside.
 */
final class ProtoReader {
  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int BYTES = 2;
  private static final int FIXED32 = 5;
  private static final int LONGEST_NAME = 1 << 14;

  private final byte[] bytes;
  private final int end;
  private final String message;
  private int position;

  private int field;
  private int wireType;
  private int fieldStart;
  private int valueStart;

  private ProtoReader(byte[] bytes, int start, int end, String message) {
    this.bytes = bytes;
    this.position = start;
    this.end = end;
    this.message = message;
  }

  /** A reader of the message that fills the array; {@code message} is its name for errors. */
  static ProtoReader of(byte[] bytes, String message) {
    return new ProtoReader(bytes, 0, bytes.length, message);
  }

  /** Goes to the next field; false at the message's end. */
  boolean next() {
    if (position == end) {
      return false;
    }
    fieldStart = position;
    int tag = length("a tag");
    field = tag >>> 3;
    wireType = tag & 7;
    if (field == 0) {
      throw broken("field number 0");
    }
    switch (wireType) {
      case VARINT -> {
        valueStart = position;
        varint();
      }
      case FIXED64 -> advance(8);
      case FIXED32 -> advance(4);
      case BYTES -> advance(length("a length"));
      default -> throw broken("wire type " + wireType + " of field " + field);
    }
    return true;
  }

  int field() {
    return field;
  }

  /** Where the present field's tag stands in the array. */
  int fieldStart() {
    return fieldStart;
  }

  /** Where the present field's content begins: after its tag and its length. */
  int valueStart() {
    return valueStart;
  }

  /** Where the present field ends. */
  int valueEnd() {
    return position;
  }

  /** How many bytes the present field's content has. */
  int valueLength() {
    return position - valueStart;
  }

  /** Whether the present field is text, bytes, a message or packed numbers. */
  boolean isBytes() {
    return wireType == BYTES;
  }

  /** The present field as a message. */
  ProtoReader message(String name) {
    expect(BYTES);
    return new ProtoReader(bytes, valueStart, position, name);
  }

  /** The present field as an integer of 64 bits. */
  long integer() {
    expect(VARINT);
    int back = position;
    position = valueStart;
    long value = varint();
    position = back;
    return value;
  }

  /** The present field as a small integer, such as an enum's; what does not fit is an error. */
  int smallInteger() {
    long value = integer();
    if (value != (int) value) {
      throw broken("the number " + value + " in field " + field);
    }
    return (int) value;
  }

  /** The present field as a name. */
  String text() {
    expect(BYTES);
    int length = position - valueStart;
    if (length > LONGEST_NAME) {
      throw broken("a name of " + length + " bytes in field " + field);
    }
    String text = new String(bytes, valueStart, length, StandardCharsets.UTF_8);
    if (text.indexOf('\uFFFD') >= 0) {
      throw broken("a name that is not UTF-8 in field " + field);
    }
    return text;
  }

  /**
   * Appends the present field, one number or several packed ones, to {@code numbers}.
   *
   * @param most how many numbers there may be in all; more are counted but not kept
   */
  void integers(LongList numbers, int most) {
    if (wireType == VARINT) {
      numbers.add(integer(), most);
      return;
    }
    expect(BYTES);
    ProtoReader packed = new ProtoReader(bytes, valueStart, position, message);
    while (packed.position < packed.end) {
      numbers.add(packed.varint(), most);
    }
  }

  /**
   * The whole message as little-endian integers of {@code size} bytes, as in a tensor's raw data;
   * null when there are more than {@code most} of them or a piece of one.
   */
  long[] fixedIntegers(int size, int most) {
    int length = end - position;
    if (length % size != 0 || length / size > most) {
      return null;
    }
    long[] values = new long[length / size];
    for (int i = 0; i < values.length; i++) {
      long value = 0;
      for (int k = size - 1; k >= 0; k--) {
        value = (value << 8) | (bytes[position + i * size + k] & 0xFF);
      }
      values[i] = size == 4 ? (int) value : value;
    }
    return values;
  }

  /** An error at the present place. */
  OnnxFormatException broken(String what) {
    return new OnnxFormatException(
        "not a valid ONNX model: " + what + " in " + message + " at byte " + fieldStart);
  }

  private void expect(int type) {
    if (wireType != type) {
      throw broken("wire type " + wireType + " instead of " + type + " for field " + field);
    }
  }

  private void advance(int length) {
    if (length > end - position) {
      throw new OnnxFormatException(
          "the ONNX model is cut off or broken: field "
              + field
              + " of "
              + message
              + " at byte "
              + fieldStart
              + " wants "
              + length
              + " bytes where "
              + (end - position)
              + " are left");
    }
    valueStart = position;
    position += length;
  }

  /**
   * A varint that must fit into 31 bits. Apart from {@link #varint}: no 64-bit sums in the page.
   */
  private int length(String what) {
    int value = 0;
    for (int shift = 0; shift < 35; shift += 7) {
      int next = nextByte();
      if (shift == 28 && (next & 0x78) != 0) {
        break;
      }
      value |= (next & 0x7F) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    throw broken(what + " that is too large");
  }

  private long varint() {
    long value = 0;
    for (int shift = 0; shift < 70; shift += 7) {
      int next = nextByte();
      value |= (long) (next & 0x7F) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    throw broken("a number of more than ten bytes");
  }

  private int nextByte() {
    if (position == end) {
      throw new OnnxFormatException(
          "the ONNX model is cut off or broken: " + message + " ends within a number");
    }
    return bytes[position++] & 0xFF;
  }
}
