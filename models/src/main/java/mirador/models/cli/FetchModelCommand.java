package mirador.models.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import mirador.concepts.inference.ModelManifest;
import mirador.models.export.Variant;
import mirador.models.hub.FetchModel;
import mirador.models.hub.HubModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./mirador fetch-model}. */
@Command(
    name = "fetch-model",
    mixinStandardHelpOptions = true,
    description =
        "Downloads a public model and makes a model folder of it. Cut off and started again, it"
            + " goes on where it was.")
final class FetchModelCommand implements Callable<Integer> {
  @Parameters(paramLabel = "MODEL", description = "Known is clip (openai/clip-vit-base-patch32).")
  private String model;

  @Option(names = "--to", required = true, description = "The model folder to make.")
  private Path to;

  @Option(
      names = "--variant",
      defaultValue = "int8",
      description = "fp32 (606 MB), fp16 (303 MB) or int8 (154 MB; default).")
  private Variant variant;

  @Option(
      names = "--mirror",
      paramLabel = "URL",
      defaultValue = HubModel.HUB,
      description = "A server with the hub's addresses in its place (default: ${DEFAULT-VALUE}).")
  private String mirror;

  @Option(
      names = "--revision",
      defaultValue = "main",
      description = "A branch, tag or commit of the model's repository (default: main).")
  private String revision;

  @Override
  public Integer call() throws IOException {
    HubModel known = HubModel.KNOWN.get(model);
    if (known == null) {
      throw new IllegalArgumentException(
          "no model is known as \"" + model + "\"; known: " + HubModel.KNOWN.keySet());
    }
    Lines lines = new Lines();
    ModelManifest manifest = FetchModel.fetch(known, variant, mirror, revision, to, lines);
    System.out.printf(
        "%s: %s %s, %s%n",
        to, manifest.name(), manifest.variant(), TerminalProgress.megabytes(manifest.bytes()));
    return 0;
  }

  /** A line for each file, with its size and its SHA-256. */
  private static final class Lines implements FetchModel.Report {
    private static final int PERCENT = 100;

    private final boolean redraws = Boolean.getBoolean("mirador.terminal");
    private long shown = -1;

    @Override
    public void at(URI address, long bytes, long total) {
      long percent = total <= 0 ? 0 : PERCENT * bytes / total;
      if (redraws && total > 0 && percent != shown) {
        System.out.printf(
            "\r  %s  %3d %% of %s", address, percent, TerminalProgress.megabytes(total));
        System.out.flush();
        shown = percent;
      }
    }

    @Override
    public void done(URI address, long bytes, String sha256) {
      System.out.printf(
          "%s  %s  %s  SHA-256 %s%n",
          redraws ? "\r" : "", address, TerminalProgress.megabytes(bytes), sha256);
      shown = -1;
    }
  }
}
