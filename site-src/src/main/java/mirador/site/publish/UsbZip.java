package mirador.site.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import mirador.concepts.text.Messages;
import mirador.site.render.RenderedSite;

/** The site as one zip for a USB stick, with a read-me that says what to double-click. */
public final class UsbZip {
  private static final String FOLDER = "mirador/";

  private UsbZip() {}

  /**
   * Writes the zip.
   *
   * @throws IOException when it cannot be written
   */
  public static void write(RenderedSite site, Path zip) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(site.messages().get("usb.file"), readMe(site).getBytes(StandardCharsets.UTF_8));
    files.putAll(Stage5Publish.files(site));
    FixedZip.write(zip, FOLDER, files);
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
}
