package mirador.models.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mirador.concepts.blip2.Blip2Config;
import mirador.concepts.blip2.Blip2Language;
import mirador.concepts.blip2.Blip2SelfCheck;
import mirador.concepts.blip2.Blip2Vision;
import mirador.concepts.inference.ModelManifest;
import mirador.concepts.inference.ModelManifest.Reference;
import mirador.concepts.inference.ModelManifest.ReferenceCheck;
import mirador.concepts.inference.SelfCheckResult;
import mirador.models.checkpoint.Checkpoint;
import mirador.models.folder.ModelFolder;
import mirador.models.folder.ModelFolderWriter;
import mirador.models.folder.Sha256;
import mirador.models.onnx.ExternalWeights;
import mirador.models.onnx.GraphBuilder;
import mirador.models.onnx.OnnxFile;
import mirador.models.ort.OnnxRuntimeSession;
import mirador.models.weights.WeightInfo;
import mirador.models.weights.Weights;
import mirador.models.weights.WeightsException;

/**
 * Turns a BLIP-2 model of Hugging Face's layout into model folders, one for each variant: four
 * graphs, their weights beside them in shards, tokenizer, reference values, hashes. Tensors are
 * read and written one by one, so that the memory does not grow with the model; an export that was
 * stopped goes on where it was. At the end the graphs are run and compared with what the checkpoint
 * itself gives by {@link mirador.models.reference.PlainBlip2}, before the manifest is written.
 */
public final class Blip2Exporter {
  static final String VISION = "vision";
  static final String QFORMER = "qformer";
  static final String EMBEDDING = "embedding";
  static final String DECODER = "decoder";

  /** Grows when the same checkpoint gives other bytes. */
  private static final int EDITION = 1;

  private static final int FINGERPRINT = 16;

  private static final int SMALLEST_SHARD = 4096;

  private final Settings settings;
  private final ExportProgress progress;

  /**
   * What to export.
   *
   * @param from folder with config.json and weights; tokenizer, generation_config.json and
   *     preprocessor_config.json too, where there are any
   * @param to folder that gets one model folder for each variant, named as the variant
   * @param variants at least one
   * @param name of the model; null for the last part of its source
   * @param source where the weights come from; null for what config.json says, or the folder
   * @param licence an SPDX name; of weights, so it cannot be guessed
   * @param shardBytes size of a shard: hosts have their limits
   */
  public record Settings(
      Path from,
      Path to,
      List<Variant> variants,
      String name,
      String source,
      String licence,
      int shardBytes) {
    /** With shards of the usual size. */
    public Settings(
        Path from, Path to, List<Variant> variants, String name, String source, String licence) {
      this(from, to, variants, name, source, licence, ModelManifest.SHARD_BYTES);
    }

    /**
     * Checked settings.
     *
     * @throws IllegalArgumentException when shards are so small that their numbers would not do
     */
    public Settings {
      if (shardBytes < SMALLEST_SHARD) {
        throw new IllegalArgumentException("shards of " + shardBytes + " bytes are too small");
      }
    }
  }

  public Blip2Exporter(Settings settings, ExportProgress progress) {
    this.settings = settings;
    this.progress = progress;
  }

  /**
   * Writes the model folders; one that is there already, of the same checkpoint, is left as it is.
   *
   * @return their manifests, in the order of the variants
   * @throws IOException when the source is damaged or no BLIP-2 model, a graph does not give the
   *     reference values, or the disk is full; what is half made has no manifest
   */
  public List<ModelManifest> export() throws IOException {
    try (Checkpoint checkpoint = Checkpoint.open(settings.from())) {
      Blip2Architecture blip2 = Blip2Architecture.of(checkpoint);
      PixelStatistics pixels = PixelStatistics.of(checkpoint.folder());
      Blip2Config config = blip2.config(pixels.mean(), pixels.std());
      List<ModelManifest> manifests = new ArrayList<>();
      List<ReferenceCheck> checks = new ArrayList<>();
      for (Variant variant : settings.variants()) {
        Path folder = settings.to().resolve(variant.toString());
        String madeFrom = madeFrom(checkpoint, variant);
        if (ModelFolderWriter.isFinished(folder, madeFrom)) {
          progress.note(variant + ": is there already, of the same checkpoint");
          manifests.add(ModelFolder.open(folder).manifest());
        } else {
          ModelFolderWriter writer =
              ModelFolderWriter.resume(folder, madeFrom, settings.shardBytes());
          write(writer, graphs(blip2, checkpoint.weights(), variant));
          if (checks.isEmpty()) {
            progress.note("reference values, plainly from the checkpoint");
            checks.addAll(Blip2Reference.of(checkpoint.weights(), blip2));
          }
          manifests.add(finish(writer, variant, checkpoint, config, checks));
        }
      }
      return manifests;
    }
  }

  private static Map<String, GraphBuilder> graphs(
      Blip2Architecture blip2, Weights weights, Variant variant) throws IOException {
    Map<String, GraphBuilder> graphs = new LinkedHashMap<>();
    graphs.put(VISION, Blip2VisionGraph.of(blip2, weights, variant));
    graphs.put(QFORMER, QueryGraph.of(blip2, weights, variant));
    graphs.put(EMBEDDING, TokenGraph.of(blip2, weights, variant));
    graphs.put(DECODER, DecoderGraph.of(blip2, weights, variant));
    return graphs;
  }

  private void write(ModelFolderWriter writer, Map<String, GraphBuilder> graphs)
      throws IOException {
    Path folder = writer.folder();
    for (Map.Entry<String, GraphBuilder> entry : graphs.entrySet()) {
      String path = path(entry.getKey());
      String weightsPath = ModelManifest.weightsOf(path);
      OnnxFile file = OnnxFile.besideWeights(entry.getValue(), weightsPath);
      file.write(folder.resolve(path), bytes -> {});
      writer.add(path);
      progress.file(folder.getFileName() + "/" + weightsPath, file.externalBytes());
      writer.stream(
          weightsPath, file.externalBytes(), new ExternalWeights(file)::write, progress::wrote);
    }
  }

  private ModelManifest finish(
      ModelFolderWriter writer,
      Variant variant,
      Checkpoint checkpoint,
      Blip2Config config,
      List<ReferenceCheck> checks)
      throws IOException {
    if (TokenizerFiles.in(settings.from())) {
      for (String file : TokenizerFiles.copy(settings.from(), writer.folder())) {
        writer.add(file);
      }
    } else {
      progress.note("no tokenizer in " + settings.from() + ": the model will read token ids only");
    }
    Map<String, String> graphs = new LinkedHashMap<>();
    for (String part : List.of(VISION, QFORMER, EMBEDDING, DECODER)) {
      graphs.put(part, path(part));
    }
    String source = Source.of(settings.source(), checkpoint);
    Reference reference = new Reference(tolerance(variant), checks);
    ModelFolderWriter.Draft draft =
        writer.draft(
            settings.name() != null ? settings.name() : Source.lastPart(source),
            "blip2",
            variant.toString(),
            source,
            settings.licence(),
            graphs,
            config.toMap(),
            reference);
    check(draft.folder(), variant, config, reference);
    return draft.publish();
  }

  /** Runs the written graphs, one half of the model after the other. */
  private void check(ModelFolder folder, Variant variant, Blip2Config config, Reference reference)
      throws IOException {
    List<SelfCheckResult> results = new ArrayList<>();
    try (OnnxRuntimeSession vision = OnnxRuntimeSession.open(folder, VISION, 0);
        OnnxRuntimeSession qformer = OnnxRuntimeSession.open(folder, QFORMER, 0)) {
      results.addAll(Blip2SelfCheck.vision(new Blip2Vision(vision, qformer, config), reference));
    }
    try (OnnxRuntimeSession embedding = OnnxRuntimeSession.open(folder, EMBEDDING, 0);
        OnnxRuntimeSession decoder = OnnxRuntimeSession.open(folder, DECODER, 0)) {
      results.addAll(
          Blip2SelfCheck.language(new Blip2Language(embedding, decoder, config, null), reference));
    }
    for (SelfCheckResult result : results) {
      String line =
          String.format(
              Locale.ROOT,
              "%s: %s is %.4g off its reference values (at most %.4g)",
              variant,
              result.kind(),
              result.deviation(),
              result.tolerance());
      progress.note(line);
      if (!result.passed()) {
        throw new WeightsException(
            line
                + "; the folder "
                + folder.path()
                + " is left without a manifest. Is the source what it says it is?");
      }
    }
  }

  /**
   * How far an output may lie from the reference, relative to its greatest element. Rounded weights
   * add their errors up over some eighty layers; a wrong model lies more than 1 away.
   */
  private static double tolerance(Variant variant) {
    return switch (variant) {
      case FP32 -> 1e-3;
      case FP16 -> 3e-2;
      case INT8 -> 0.3;
      case Q4 -> 0.8;
    };
  }

  private static String path(String part) {
    return part + ".onnx";
  }

  /** Everything that the written bytes depend on. */
  private String madeFrom(Checkpoint checkpoint, Variant variant) throws IOException {
    StringBuilder text =
        new StringBuilder(
            "edition " + EDITION + ", " + variant + ", shards of " + settings.shardBytes());
    for (String file : List.of("config.json", "generation_config.json")) {
      Path path = checkpoint.folder().resolve(file);
      if (Files.exists(path)) {
        text.append('\n').append(Files.readString(path));
      }
    }
    for (String name : checkpoint.weights().names()) {
      WeightInfo info = checkpoint.weights().info(name);
      text.append('\n').append(info);
    }
    // What lies at the beginning of every tensor tells checkpoints of equal shapes apart.
    StringBuilder numbers = new StringBuilder();
    for (String name : checkpoint.weights().names()) {
      float[] first =
          new float[Math.min(FINGERPRINT, checkpoint.weights().info(name).shape().elements())];
      checkpoint.weights().open(name).read(first);
      for (float number : first) {
        numbers.append(number).append(' ');
      }
    }
    return Sha256.of(text.append('\n').append(numbers).toString().getBytes(StandardCharsets.UTF_8));
  }
}
