package mirador.concepts.text;

/**
 * A short name for a text: equal texts have the same. It notices a change, and protects from none:
 * whoever wants to can find two texts with one fingerprint.
 */
public final class Fingerprint {
  private static final int HIGH = 0xcbf29ce4;
  private static final int LOW = 0x84222325;

  /** The prime is 2⁴⁰ + this. */
  private static final int PRIME = 0x1b3;

  private Fingerprint() {}

  /**
   * FNV-1a of 64 bits over the UTF-16 units of a text, 16 hexadecimal digits. In two halves of 32
   * bits: a browser has no whole numbers of 64 that are as fast.
   */
  public static String of(String text) {
    int high = HIGH;
    int low = LOW;
    for (int i = 0; i < text.length(); i++) {
      low ^= text.charAt(i);
      int right = (low & 0xffff) * PRIME;
      int left = (low >>> 16) * PRIME + (right >>> 16);
      high = high * PRIME + (left >>> 16) + (low << 8);
      low = (left << 16) | (right & 0xffff);
    }
    return hex(high) + hex(low);
  }

  private static String hex(int half) {
    String digits = Integer.toHexString(half);
    return "0".repeat(8 - digits.length()) + digits;
  }
}
