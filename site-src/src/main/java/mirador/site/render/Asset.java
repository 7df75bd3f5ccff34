package mirador.site.render;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file of the site that pages refer to by an address with its content's hash, so that a browser
 * may keep it for ever.
 *
 * @param path from the root of the site
 */
@SuppressWarnings("ArrayRecordComponent") // a file's bytes, never compared
public record Asset(String path, byte[] bytes) {
  private static final int HASH_LETTERS = 10;

  public static Asset of(String path, String text) {
    return new Asset(path, text.getBytes(StandardCharsets.UTF_8));
  }

  /** The address relative to a page at the root of the site. */
  public String href() {
    return path + "?v=" + hash(bytes).substring(0, HASH_LETTERS);
  }

  /** SHA-256 in hexadecimal. */
  public static String hash(byte[] bytes) {
    return HexFormat.of().formatHex(sha256(bytes));
  }

  /** SHA-256. */
  public static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
