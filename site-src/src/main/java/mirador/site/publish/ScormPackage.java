package mirador.site.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import mirador.site.render.LaunchPage;
import mirador.site.render.RenderedSite;

/**
 * The site as a SCORM 1.2 package for a learning platform: one zip with a manifest, a launch page
 * and the whole course as one learning object.
 */
public final class ScormPackage {
  /**
   * What has no use inside of a platform: what installs the site or tells search engines of it, and
   * what a course opened from a disk needs, as the models in scripts, which are half of the bytes.
   */
  private static final String LEFT_OUT =
      "404\\.html|sw\\.js|manifest\\.webmanifest|robots\\.txt|sitemap\\.xml"
          + "|assets/hub\\.(html|js)|assets/ort/packs/.*|models/.*\\.js";

  private static final String ROOT = "<html ";

  private ScormPackage() {}

  /**
   * Writes the package.
   *
   * @param mastery score, 0 to 100, from which the platform calls the course passed
   * @throws IOException when it cannot be written, or Node cannot be run
   */
  public static void write(RenderedSite site, OptionalInt mastery, Path zip) throws IOException {
    LaunchPage launch = LaunchPage.of(site);
    Map<String, byte[]> content = new LinkedHashMap<>();
    content.put(LaunchPage.PATH, launch.bytes());
    content.put(launch.script().path(), launch.script().bytes());
    Stage5Publish.files(site)
        .forEach(
            (path, bytes) -> {
              if (!path.matches(LEFT_OUT)) {
                content.put(path, path.endsWith(".html") ? inPlatform(path, bytes) : bytes);
              }
            });
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(
        ScormManifest.PATH,
        ScormManifest.of(site.config(), LaunchPage.PATH, content.keySet(), mastery));
    files.putAll(content);
    FixedZip.write(zip, "", files);
  }

  /** A page that knows that what was left out is not there; see boot.js. */
  private static byte[] inPlatform(String path, byte[] html) {
    String text = new String(html, StandardCharsets.UTF_8);
    int at = text.indexOf(ROOT);
    if (at < 0) {
      throw new IllegalStateException(path + " has no " + ROOT + ">");
    }
    return (text.substring(0, at) + ROOT + "data-platform " + text.substring(at + ROOT.length()))
        .getBytes(StandardCharsets.UTF_8);
  }
}
