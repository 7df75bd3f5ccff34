package mirador.training.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import mirador.models.export.Blip2Exporter;
import mirador.models.export.ClipExporter;
import mirador.models.export.ExportProgress;
import mirador.models.export.Variant;
import mirador.models.folder.Folders;

/** A model in float32 that exists for one trial only, some of its weights zero. */
final class Altered {
  private static final String NAME = "trial";
  private static final String LICENCE = "Apache-2.0";

  private Altered() {}

  /** What is done with the model folder. */
  interface Use<T> {
    T of(Path folder) throws IOException;
  }

  /** Uses a CLIP of which some weights are zero. */
  static <T> T clip(Path folder, Predicate<String> zero, Use<T> use) throws IOException {
    return with(
        folder,
        zero,
        (from, to) ->
            new ClipExporter(
                    new ClipExporter.Settings(
                        from, to, List.of(Variant.FP32), NAME, NAME, LICENCE, true),
                    ExportProgress.SILENT)
                .export(),
        use);
  }

  /** Uses a BLIP-2 of which some weights are zero. */
  static <T> T blip2(Path folder, Predicate<String> zero, Use<T> use) throws IOException {
    return with(
        folder,
        zero,
        (from, to) ->
            new Blip2Exporter(
                    new Blip2Exporter.Settings(
                        from, to, List.of(Variant.FP32), NAME, NAME, LICENCE),
                    ExportProgress.SILENT)
                .export(),
        use);
  }

  private interface Export {
    void run(Path from, Path to) throws IOException;
  }

  private static <T> T with(Path folder, Predicate<String> zero, Export export, Use<T> use)
      throws IOException {
    Path work = Files.createTempDirectory("mirador-eval");
    try {
      Path weights = work.resolve("weights");
      Ablation.without(folder, weights, zero);
      export.run(weights, work.resolve("onnx"));
      return use.of(work.resolve("onnx").resolve(Variant.FP32.toString()));
    } finally {
      Folders.delete(work);
    }
  }
}
