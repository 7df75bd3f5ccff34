package mirador.site.node;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A script whose work takes seconds: what it gives is kept between builds, for as long as all that
 * it is made of stays the same.
 *
 * @param parts what the script is made of besides itself: other scripts, the list of packages
 * @param kept folder of what it gave
 * @param ending of the kept files' names
 */
public record KeptScript(Path script, List<Path> parts, Path kept, String ending) {
  /**
   * What the script gives for {@code input}.
   *
   * @throws IOException when a file cannot be read or Node cannot be run
   */
  public byte[] run(byte[] input) throws IOException {
    Path answer = kept.resolve(hash(input) + ending);
    if (Files.isRegularFile(answer)) {
      return Files.readAllBytes(answer);
    }
    byte[] made = new NodeScript(script).run(input);
    // Under another name until it is whole: two builds may write at the same time.
    Files.createDirectories(kept);
    Path part = Files.createTempFile(kept, "answer", ".part");
    Files.write(part, made);
    Files.move(part, answer, StandardCopyOption.REPLACE_EXISTING);
    return made;
  }

  private String hash(byte[] input) throws IOException {
    MessageDigest digest = sha256();
    try (OutputStream all = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      for (Path file : Stream.concat(Stream.of(script), parts.stream()).toList()) {
        all.write(Files.readAllBytes(file));
      }
      all.write(input);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
