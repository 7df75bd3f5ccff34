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
import mirador.concepts.text.Messages;
import mirador.site.render.RenderedSite;

/** The site as one zip for a USB stick, with a read-me that says what to double-click. */
public final class UsbZip {
  private static final String FOLDER = "mirador/";
  private static final FileTime TIME = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

  private UsbZip() {}

  /**
   * Writes the zip.
   *
   * @throws IOException when it cannot be written
   */
  public static void write(RenderedSite site, Path zip) throws IOException {
    Files.createDirectories(zip.getParent());
    try (OutputStream file = Files.newOutputStream(zip);
        ZipOutputStream out = new ZipOutputStream(file, StandardCharsets.UTF_8)) {
      add(out, site.messages().get("usb.file"), readMe(site).getBytes(StandardCharsets.UTF_8));
      for (Map.Entry<String, byte[]> entry : Stage5Publish.files(site).entrySet()) {
        add(out, entry.getKey(), entry.getValue());
      }
    }
  }

  private static String readMe(RenderedSite site) {
    Messages messages = site.messages();
    // Windows line ends: the reader may be its oldest editor.
    return String.join(
        "\r\n",
        site.config().title() + ": " + site.config().subtitle(),
        "",
        messages.get("usb.open"),
        messages.get("usb.needs"),
        messages.get("usb.whole"),
        "");
  }

  private static void add(ZipOutputStream out, String path, byte[] bytes) throws IOException {
    ZipEntry entry = new ZipEntry(FOLDER + path);
    entry.setLastModifiedTime(TIME);
    out.putNextEntry(entry);
    out.write(bytes);
    out.closeEntry();
  }
}
