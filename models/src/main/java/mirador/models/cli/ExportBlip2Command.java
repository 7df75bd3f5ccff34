package mirador.models.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import mirador.models.export.Blip2Exporter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./mirador export blip2}. */
@Command(
    name = "blip2",
    mixinStandardHelpOptions = true,
    description = {
      "Exports a BLIP-2 model with OPT: one model folder for each variant, named as the variant.",
      "Started again after it was stopped, it goes on where it was."
    })
final class ExportBlip2Command implements Callable<Integer> {
  @Mixin private ExportOptions options;

  @Option(
      names = "--shard-mebibytes",
      defaultValue = "32",
      description = "Size of a shard; some hosts allow no more than 25 (default: 32).")
  private int shardMebibytes;

  @Override
  public Integer call() throws IOException {
    Blip2Exporter.Settings settings =
        new Blip2Exporter.Settings(
            options.from,
            options.to,
            options.variants,
            options.name,
            options.source,
            options.licence,
            Math.multiplyExact(shardMebibytes, 1 << 20));
    options.tell(new Blip2Exporter(settings, options.progress()).export());
    return 0;
  }
}
