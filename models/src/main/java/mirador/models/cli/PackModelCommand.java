package mirador.models.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import mirador.models.export.Variant;
import mirador.models.folder.ModelFolder;
import mirador.models.hub.HubFolder;
import mirador.models.pack.ModelFiles;
import mirador.models.pack.ScriptPacks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./mirador pack-model}. */
@Command(
    name = "pack-model",
    mixinStandardHelpOptions = true,
    description =
        "Makes a model into scripts that a page opened from a disk can load, in a folder of the"
            + " model's name. Stopped and started again, it goes on where it was.")
final class PackModelCommand implements Callable<Integer> {
  @Option(
      names = "--from",
      required = true,
      description = "A model folder, or a folder with the files of the hub (onnx/…).")
  private Path from;

  @Option(
      names = "--to",
      required = true,
      description = "The folder models/ of the site, beside its index.html.")
  private Path to;

  @Option(
      names = "--variant",
      description = "Of a hub folder with several: one of fp32, fp16, int8.")
  private Variant variant;

  @Option(names = "--name", description = "Of a hub folder: the model's name.")
  private String name;

  @Option(
      names = "--logit-scale",
      defaultValue = "" + HubFolder.LOGIT_SCALE,
      description = "Of a hub folder: exp(logit_scale) of its weights (default: ${DEFAULT-VALUE}).")
  private double logitScale;

  @Override
  public Integer call() throws IOException {
    if (Files.exists(from.resolve(ModelFolder.MANIFEST)) || !HubFolder.isOne(from)) {
      return pack(ModelFiles.of(ModelFolder.open(from)));
    }
    try (HubFolder hub =
        HubFolder.open(from, Optional.ofNullable(variant), Optional.ofNullable(name), logitScale)) {
      return pack(hub);
    }
  }

  private int pack(ModelFiles model) throws IOException {
    TerminalProgress progress =
        new TerminalProgress(System.out, Boolean.getBoolean("mirador.terminal"));
    long bytes = 0;
    for (String path : model.paths()) {
      bytes += model.bytes(path);
    }
    progress.file(model.name(), bytes);
    ScriptPacks.Result result = ScriptPacks.write(model, to, progress::wrote);
    System.out.printf(
        "%s: %d scripts, %d of them new%n", result.folder(), result.scripts(), result.written());
    for (Path stranger : result.strangers()) {
      System.out.printf("  not of this model, can be deleted: %s%n", stranger);
    }
    return 0;
  }
}
