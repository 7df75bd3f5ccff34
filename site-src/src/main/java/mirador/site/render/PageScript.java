package mirador.site.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import mirador.site.scan.CourseFolder;

/**
 * A script of the page as it is published: TeaVM's, cut into parts and made small by {@code
 * page-script.mjs}. That takes seconds, so the result is kept between builds.
 */
final class PageScript {
  private PageScript() {}

  /**
   * The published script.
   *
   * @throws IOException when a file cannot be read or Node cannot be run
   */
  static byte[] of(CourseFolder folder, Path compiled) throws IOException {
    byte[] source = Files.readAllBytes(compiled);
    String maker = Asset.hash(Files.readAllBytes(folder.partsScript()));
    Path kept = folder.pageScripts().resolve(Asset.hash(source) + "-" + maker + ".js");
    if (Files.isRegularFile(kept)) {
      return Files.readAllBytes(kept);
    }
    byte[] published = new NodeScript(folder.partsScript()).run(source);
    // Under another name until it is whole: two builds may write at the same time.
    Files.createDirectories(folder.pageScripts());
    Path part = Files.createTempFile(folder.pageScripts(), "script", ".part");
    Files.write(part, published);
    Files.move(part, kept, StandardCopyOption.REPLACE_EXISTING);
    return published;
  }
}
