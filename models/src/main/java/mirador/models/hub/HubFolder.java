package mirador.models.hub;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mirador.concepts.clip.ClipConfig;
import mirador.concepts.inference.ModelManifest;
import mirador.concepts.inference.ModelManifest.ModelFile;
import mirador.concepts.inference.ModelManifest.Reference;
import mirador.concepts.onnx.OnnxFormatException;
import mirador.concepts.onnx.OnnxModel;
import mirador.models.checkpoint.ConfigJson;
import mirador.models.export.ClipArchitecture;
import mirador.models.export.PixelStatistics;
import mirador.models.export.ReferenceValues;
import mirador.models.export.TokenizerFiles;
import mirador.models.export.Variant;
import mirador.models.folder.ModelFolderException;
import mirador.models.folder.ModelFolderWriter;
import mirador.models.pack.ModelFiles;

/**
 * A folder as the hub has CLIP in ONNX: {@code onnx/vision_model*.onnx} and {@code
 * onnx/text_model*.onnx}, {@code config.json}, {@code preprocessor_config.json}, {@code vocab.json}
 * and {@code merges.txt} or {@code tokenizer.json}. The manifest is made from these.
 */
public final class HubFolder implements ModelFiles, AutoCloseable {
  /** What {@code exp(logit_scale)} is in all CLIP models of OpenAI; it is not in these files. */
  public static final double LOGIT_SCALE = 100;

  private static final String VISION = "vision.onnx";
  private static final String TEXT = "text.onnx";
  private static final Map<String, String> GRAPHS = Map.of("vision", VISION, "text", TEXT);
  private static final String ARCHITECTURE = "clip";

  /** What is in the place of a file that was not fetched is small. */
  private static final int SMALL = 1 << 16;

  private final Map<String, Path> files = new LinkedHashMap<>();
  private final Path scratch;
  private final String name;
  private final String source;
  private final Variant variant;
  private final ClipConfig config;
  private final Reference reference;

  private HubFolder(
      Path folder, HubVariant kind, Optional<String> wantedName, double logitScale, Path scratch)
      throws IOException {
    this.scratch = scratch;
    variant = kind.variant();
    files.put(VISION, graph(folder, kind.path("vision")));
    files.put(TEXT, graph(folder, kind.path("text")));
    for (String file : TokenizerFiles.copy(folder, scratch)) {
      files.put(file, scratch.resolve(file));
    }
    ConfigJson json = ConfigJson.open(folder.resolve("config.json"));
    String origin = json.text("_name_or_path", "");
    String folderName = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    source = origin.isEmpty() ? folderName : origin;
    name = wantedName.orElse(source.substring(source.lastIndexOf('/') + 1));
    if (!ModelManifest.isName(name)) {
      throw new ModelFolderException(
          "\"" + name + "\" cannot be the name of a model; give another one with --name");
    }
    PixelStatistics pixels = PixelStatistics.of(folder);
    ClipArchitecture clip = ClipArchitecture.of(json);
    config = clip.config(logitScale, pixels.mean(), pixels.std());
    reference =
        ReferenceValues.isPublished(source, clip)
            ? ReferenceValues.withTolerance(ReferenceValues.published(), variant)
            : Reference.NONE;
  }

  /**
   * Opens a folder.
   *
   * @param variant which of the folder's variants; may be empty when it has one
   * @param name the model's name; if empty, what {@code config.json} tells, else the folder's name
   * @param logitScale {@code exp(logit_scale)}
   * @throws ModelFolderException when something is missing; says what
   */
  public static HubFolder open(
      Path folder, Optional<Variant> variant, Optional<String> name, double logitScale)
      throws IOException {
    List<HubVariant> present = present(folder);
    if (present.isEmpty()) {
      throw new ModelFolderException(
          folder
              + " is no model: it has neither manifest.json nor "
              + HubVariant.QUANTIZED.path("vision")
              + " with "
              + HubVariant.QUANTIZED.path("text")
              + " or another variant of both");
    }
    if (variant.isEmpty() && HubVariant.variants(present).size() > 1) {
      throw new ModelFolderException(
          folder + " has the variants " + HubVariant.variants(present) + "; choose with --variant");
    }
    Variant wanted = variant.orElse(present.get(0).variant());
    HubVariant kind =
        HubVariant.among(present, wanted)
            .orElseThrow(
                () ->
                    new ModelFolderException(
                        folder
                            + " has no variant "
                            + wanted
                            + ", only "
                            + HubVariant.variants(present)));
    Path scratch = Files.createTempDirectory("mirador");
    try {
      return new HubFolder(folder, kind, name, logitScale, scratch);
    } catch (IOException | RuntimeException failure) {
      delete(scratch);
      throw failure;
    }
  }

  /** Whether a folder has the hub's files of at least one variant. */
  public static boolean isOne(Path folder) {
    return !present(folder).isEmpty();
  }

  private static List<HubVariant> present(Path folder) {
    return Arrays.stream(HubVariant.values())
        .filter(
            variant ->
                Files.isRegularFile(folder.resolve(variant.path("vision")))
                    && Files.isRegularFile(folder.resolve(variant.path("text"))))
        .toList();
  }

  private static Path graph(Path folder, String path) throws IOException {
    Path file = folder.resolve(path);
    if (Files.size(file) < SMALL) {
      try {
        OnnxModel.read(Files.readAllBytes(file));
      } catch (OnnxFormatException failure) {
        throw new ModelFolderException(file + ": " + failure.getMessage(), failure);
      }
    }
    return file;
  }

  @Override
  public String name() {
    return name;
  }

  public Variant variant() {
    return variant;
  }

  @Override
  public List<String> paths() {
    return List.copyOf(files.keySet());
  }

  @Override
  public long bytes(String path) throws IOException {
    return Files.size(files.get(path));
  }

  @Override
  public InputStream open(String path) throws IOException {
    return Files.newInputStream(files.get(path));
  }

  @Override
  public ModelManifest manifest(List<ModelFile> modelFiles) {
    return new ModelManifest(
        ModelManifest.FORMAT,
        name,
        ARCHITECTURE,
        variant.toString(),
        source,
        licence(),
        GRAPHS,
        modelFiles,
        config.toMap(),
        reference);
  }

  /** Ends the writing of a model folder that has taken in all of {@link #paths()}. */
  ModelManifest finish(ModelFolderWriter writer) throws IOException {
    return writer.finish(
        name,
        ARCHITECTURE,
        variant.toString(),
        source,
        licence(),
        GRAPHS,
        config.toMap(),
        reference);
  }

  private String licence() {
    return source.startsWith("openai/clip-") ? "MIT" : "LicenseRef-unknown";
  }

  /** Deletes what was taken out of a {@code tokenizer.json}. */
  @Override
  public void close() throws IOException {
    delete(scratch);
  }

  private static void delete(Path scratch) throws IOException {
    for (String file : List.of(TokenizerFiles.VOCAB, TokenizerFiles.MERGES)) {
      Files.deleteIfExists(scratch.resolve(file));
    }
    Files.delete(scratch);
  }
}
