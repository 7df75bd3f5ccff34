package mirador.concepts.text;

/**
 * A short name for a text: equal texts have the same. It notices a change, and protects from none:
 * whoever wants to can find two texts with one fingerprint.
 */
public final class Fingerprint {
  private static final int DIGITS = 16;
  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private Fingerprint() {}

  /** FNV-1a of 64 bits over the UTF-16 units of a text, 16 hexadecimal digits. */
  public static String of(String text) {
    long hash = OFFSET;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    String digits = Long.toHexString(hash);
    return "0".repeat(DIGITS - digits.length()) + digits;
  }
}
