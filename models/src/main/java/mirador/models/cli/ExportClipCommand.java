package mirador.models.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import mirador.models.export.ClipExporter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./mirador export clip}. */
@Command(
    name = "clip",
    mixinStandardHelpOptions = true,
    description = "Exports a CLIP model: one model folder for each variant, named as the variant.")
final class ExportClipCommand implements Callable<Integer> {
  @Mixin private ExportOptions options;

  @Option(
      names = "--keep-whole",
      description = "Leave graphs that are split into shards there whole too.")
  private boolean keepWhole;

  @Override
  public Integer call() throws IOException {
    ClipExporter.Settings settings =
        new ClipExporter.Settings(
            options.from,
            options.to,
            options.variants,
            options.name,
            options.source,
            options.licence,
            keepWhole);
    options.tell(new ClipExporter(settings, options.progress()).export());
    return 0;
  }
}
