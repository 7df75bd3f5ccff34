package mirador.site.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A zip whose bytes depend on nothing but its files: all have one time. */
final class FixedZip {
  private static final FileTime TIME = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

  private FixedZip() {}

  /**
   * Writes the zip.
   *
   * @param folder that the files lie in, "" or ending in a slash
   * @param files bytes by path, in the order in which they are to stand
   * @throws IOException when it cannot be written
   */
  static void write(Path zip, String folder, Map<String, byte[]> files) throws IOException {
    Files.createDirectories(zip.toAbsolutePath().getParent());
    try (OutputStream file = Files.newOutputStream(zip);
        ZipOutputStream out = new ZipOutputStream(file, StandardCharsets.UTF_8)) {
      for (Map.Entry<String, byte[]> one : files.entrySet()) {
        ZipEntry entry = new ZipEntry(folder + one.getKey());
        entry.setLastModifiedTime(TIME);
        out.putNextEntry(entry);
        out.write(one.getValue());
        out.closeEntry();
      }
    }
  }
}
