package mirador.site.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import mirador.site.problem.ProblemsException;
import mirador.site.publish.UsbZip;
import mirador.site.render.RenderedSite;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code ./mirador build}. */
@Command(
    name = "build",
    mixinStandardHelpOptions = true,
    description = "Builds the site, and with --zip a copy for a USB stick.")
final class BuildCommand implements Callable<Integer> {
  @ParentCommand Mirador mirador;

  @Option(names = "--out", description = "Folder of the site (default: target/site).")
  Path out;

  @Option(names = "--zip", description = "Also write target/mirador-usb.zip.")
  boolean zip;

  @Override
  public Integer call() throws IOException, ProblemsException {
    Path site = out == null ? mirador.site() : out;
    RenderedSite rendered = mirador.builder().build(site);
    System.out.println(rendered.pages().size() + " pages in " + site);
    if (rendered.config().url().isEmpty()) {
      System.out.println(
          "no site map and no canonical links: curso.yaml has no url (or give --url)");
    }
    if (zip) {
      Path file = mirador.root.resolve("target/mirador-usb.zip");
      UsbZip.write(rendered, file);
      System.out.println("USB copy: " + file);
    }
    return 0;
  }
}
