package mirador.models.export;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mirador.concepts.clip.ClipConfig;
import mirador.concepts.clip.ClipEncoders;
import mirador.concepts.clip.ClipSelfCheck;
import mirador.concepts.inference.ModelManifest;
import mirador.concepts.inference.ModelManifest.Reference;
import mirador.concepts.inference.ModelManifest.ReferenceCheck;
import mirador.concepts.inference.SelfCheckResult;
import mirador.concepts.retrieval.Cosine;
import mirador.concepts.tensor.FloatTensor;
import mirador.models.checkpoint.Checkpoint;
import mirador.models.folder.ModelFolderWriter;
import mirador.models.onnx.GraphBuilder;
import mirador.models.onnx.OnnxFile;
import mirador.models.ort.OnnxRuntimeSession;
import mirador.models.weights.Weights;
import mirador.models.weights.WeightsException;

/**
 * Turns a CLIP model of Hugging Face's layout into model folders, one for each variant: graphs,
 * tokenizer, reference values, hashes. Each finished graph is run and compared with the reference
 * before its manifest is written.
 */
public final class ClipExporter {
  private static final String VISION = "vision.onnx";
  private static final String TEXT = "text.onnx";

  private final Settings settings;
  private final ExportProgress progress;

  /**
   * What to export.
   *
   * @param from folder with config.json and weights; tokenizer and preprocessor_config.json too,
   *     where there are any
   * @param to folder that gets one model folder for each variant, named as the variant
   * @param variants at least one
   * @param name of the model; null for the last part of its source
   * @param source where the weights come from; null for what config.json says, or the folder
   * @param licence an SPDX name; of weights, so it cannot be guessed
   * @param keepWhole whether graphs that are split into shards stay there whole too
   */
  public record Settings(
      Path from,
      Path to,
      List<Variant> variants,
      String name,
      String source,
      String licence,
      boolean keepWhole) {}

  public ClipExporter(Settings settings, ExportProgress progress) {
    this.settings = settings;
    this.progress = progress;
  }

  /**
   * Writes the model folders.
   *
   * @return their manifests, in the order of the variants
   * @throws IOException when the source is damaged or no CLIP model, a graph does not give the
   *     reference values, or the disk is full; what is half made has no manifest
   */
  public List<ModelManifest> export() throws IOException {
    try (Checkpoint checkpoint = Checkpoint.open(settings.from())) {
      ClipArchitecture clip = ClipArchitecture.of(checkpoint.config());
      ClipConfig config = config(clip, checkpoint);
      String source = Source.of(settings.source(), checkpoint);
      Files.createDirectories(settings.to());
      Path scratch = Files.createTempDirectory(settings.to(), ".export");
      try {
        progress.note("reference values, by the graphs in 32-bit floats");
        writeGraphs(clip, checkpoint.weights(), Variant.FP32, scratch);
        List<ModelManifest> manifests = new ArrayList<>();
        try (OnnxRuntimeSession vision = OnnxRuntimeSession.open(scratch.resolve(VISION));
            OnnxRuntimeSession text = OnnxRuntimeSession.open(scratch.resolve(TEXT))) {
          ClipEncoders exact = new ClipEncoders(vision, text, config);
          List<ReferenceCheck> checks = checks(source, clip, exact);
          for (Variant variant : settings.variants()) {
            manifests.add(variant(variant, clip, checkpoint, source, exact, checks));
          }
        }
        return manifests;
      } finally {
        delete(scratch);
      }
    }
  }

  private ModelManifest variant(
      Variant variant,
      ClipArchitecture clip,
      Checkpoint checkpoint,
      String source,
      ClipEncoders exact,
      List<ReferenceCheck> checks)
      throws IOException {
    ModelFolderWriter writer =
        ModelFolderWriter.begin(settings.to().resolve(variant.toString()), settings.keepWhole());
    Path folder = writer.folder();
    writeGraphs(clip, checkpoint.weights(), variant, folder);
    Reference reference = ReferenceValues.withTolerance(checks, variant);
    check(folder, variant, clip, exact, reference);
    writer.add(VISION);
    writer.add(TEXT);
    if (TokenizerFiles.in(settings.from())) {
      for (String file : TokenizerFiles.copy(settings.from(), folder)) {
        writer.add(file);
      }
    } else {
      progress.note("no tokenizer in " + settings.from() + ": the model will read token ids only");
    }
    String name = settings.name() != null ? settings.name() : Source.lastPart(source);
    return writer.finish(
        name,
        "clip",
        variant.toString(),
        source,
        settings.licence(),
        Map.of("vision", VISION, "text", TEXT),
        exact.config().toMap(),
        reference);
  }

  private void writeGraphs(ClipArchitecture clip, Weights weights, Variant variant, Path folder)
      throws IOException {
    write(VisionGraph.of(clip, weights, variant), variant, folder.resolve(VISION));
    write(TextGraph.of(clip, weights, variant), variant, folder.resolve(TEXT));
  }

  private void write(GraphBuilder graph, Variant variant, Path path) throws IOException {
    OnnxFile file = new OnnxFile(graph);
    progress.file(variant + "/" + path.getFileName(), file.bytes());
    file.write(path, progress::wrote);
  }

  /** Runs the written graphs; tells how near they are to 32-bit floats. */
  private void check(
      Path folder, Variant variant, ClipArchitecture clip, ClipEncoders exact, Reference reference)
      throws IOException {
    try (OnnxRuntimeSession vision = OnnxRuntimeSession.open(folder.resolve(VISION));
        OnnxRuntimeSession text = OnnxRuntimeSession.open(folder.resolve(TEXT))) {
      ClipEncoders encoders = new ClipEncoders(vision, text, exact.config());
      for (SelfCheckResult result : ClipSelfCheck.run(encoders, reference)) {
        if (!result.passed()) {
          throw new WeightsException(
              String.format(
                  Locale.ROOT,
                  "%s: %s is %.4g off its reference values, more than %.4g; the folder %s is left"
                      + " without a manifest. Is the source what it says it is?",
                  variant,
                  result.kind(),
                  result.deviation(),
                  result.tolerance(),
                  folder));
        }
      }
      List<Long> ids = ReferenceValues.sampleText(clip);
      progress.note(
          String.format(
              Locale.ROOT,
              "%s: checked; cosine to 32-bit floats %.5f (picture), %.5f (text)",
              variant,
              cosine(
                  ClipSelfCheck.constantPicture(exact, 0.5),
                  ClipSelfCheck.constantPicture(encoders, 0.5)),
              cosine(ClipSelfCheck.text(exact, ids), ClipSelfCheck.text(encoders, ids))));
    }
  }

  private static double cosine(FloatTensor a, FloatTensor b) {
    return Cosine.of(a.rows()[0], b.rows()[0]);
  }

  private static List<ReferenceCheck> checks(
      String source, ClipArchitecture clip, ClipEncoders exact) throws IOException {
    return ReferenceValues.isPublished(source, clip)
        ? ReferenceValues.published()
        : ReferenceValues.computed(exact, clip);
  }

  private static ClipConfig config(ClipArchitecture clip, Checkpoint checkpoint)
      throws IOException {
    float[] scale = checkpoint.weights().floats("logit_scale").values();
    if (scale.length != 1) {
      throw new WeightsException("logit_scale has " + scale.length + " numbers, not one");
    }
    PixelStatistics pixels = PixelStatistics.of(checkpoint.folder());
    try {
      return clip.config(Math.exp(scale[0]), pixels.mean(), pixels.std());
    } catch (IllegalArgumentException failure) {
      throw new WeightsException(checkpoint.folder() + ": " + failure.getMessage(), failure);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
