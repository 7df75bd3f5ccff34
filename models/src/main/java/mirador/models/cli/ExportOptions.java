package mirador.models.cli;

import java.nio.file.Path;
import java.util.List;
import mirador.concepts.inference.ModelManifest;
import mirador.models.export.Variant;
import picocli.CommandLine.Option;

/** What every export asks for. */
final class ExportOptions {
  @Option(
      names = "--from",
      required = true,
      description =
          "Folder with config.json, the weights in one file or in shards, and the tokenizer.")
  Path from;

  @Option(names = "--to", required = true, description = "Folder to write to.")
  Path to;

  @Option(
      names = "--variant",
      split = ",",
      defaultValue = "int8",
      description = "One or more of fp32, fp16, int8, q4 (default: int8).")
  List<Variant> variants;

  @Option(names = "--name", description = "Name of the model (default: the end of its source).")
  String name;

  @Option(
      names = "--source",
      description = "Where the weights come from, such as openai/clip-vit-base-patch32.")
  String source;

  @Option(
      names = "--licence",
      defaultValue = "LicenseRef-unknown",
      description = "SPDX name of the weights' licence (default: ${DEFAULT-VALUE}).")
  String licence;

  /** On the terminal. */
  TerminalProgress progress() {
    return new TerminalProgress(System.out, Boolean.getBoolean("mirador.terminal"));
  }

  /** Tells what was made. */
  void tell(List<ModelManifest> manifests) {
    for (ModelManifest manifest : manifests) {
      System.out.printf(
          "%s: %s%n", to.resolve(manifest.variant()), TerminalProgress.megabytes(manifest.bytes()));
    }
  }
}
