package mirador.models.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import mirador.concepts.inference.ModelManifest;
import mirador.models.export.ClipExporter;
import mirador.models.export.Variant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./mirador export clip}. */
@Command(
    name = "clip",
    mixinStandardHelpOptions = true,
    description = "Exports a CLIP model: one model folder for each variant, named as the variant.")
final class ExportClipCommand implements Callable<Integer> {
  @Option(
      names = "--from",
      required = true,
      description = "Folder with config.json, model.safetensors or pytorch_model.bin, tokenizer.")
  private Path from;

  @Option(names = "--to", required = true, description = "Folder to write to.")
  private Path to;

  @Option(
      names = "--variant",
      split = ",",
      defaultValue = "int8",
      description = "One or more of fp32, fp16, int8 (default: int8).")
  private List<Variant> variants;

  @Option(names = "--name", description = "Name of the model (default: the end of its source).")
  private String name;

  @Option(
      names = "--source",
      description = "Where the weights come from, such as openai/clip-vit-base-patch32.")
  private String source;

  @Option(
      names = "--licence",
      defaultValue = "LicenseRef-unknown",
      description = "SPDX name of the weights' licence (default: ${DEFAULT-VALUE}).")
  private String licence;

  @Option(
      names = "--keep-whole",
      description = "Leave graphs that are split into shards there whole too.")
  private boolean keepWhole;

  @Override
  public Integer call() throws IOException {
    ClipExporter.Settings settings =
        new ClipExporter.Settings(from, to, variants, name, source, licence, keepWhole);
    TerminalProgress progress =
        new TerminalProgress(System.out, Boolean.getBoolean("mirador.terminal"));
    for (ModelManifest manifest : new ClipExporter(settings, progress).export()) {
      System.out.printf(
          "%s: %s%n", to.resolve(manifest.variant()), TerminalProgress.megabytes(manifest.bytes()));
    }
    return 0;
  }
}
