package mirador.models.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import mirador.concepts.blip2.Blip2Language;
import mirador.concepts.blip2.VqaPrompt;
import mirador.concepts.clip.ClipModel;
import mirador.concepts.clip.Embeddings;
import mirador.concepts.generation.GenerationListener;
import mirador.concepts.generation.GenerationSettings;
import mirador.concepts.image.Picture;
import mirador.concepts.tensor.FloatTensor;
import mirador.models.HfFolders;
import mirador.models.blip2.Blip2Folder;
import mirador.models.checkpoint.Checkpoint;
import mirador.models.clip.ClipFolder;
import mirador.models.clip.PictureFile;
import mirador.models.safetensors.SafetensorsFile;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The folders of the miniatures are of the layout that Hugging Face's transformers writes: names of
 * weights and keys of configurations are those of the recorded checkpoints, and the exporter, which
 * is held to those checkpoints and asks for every weight in its shape, makes of them what ships.
 */
final class MiniaturesConformanceTest {
  private static final Path ROOT =
      Path.of(System.getProperty("root.dir", "..")).resolve("miniatures");

  /** What rounding to 8 bits may turn an embedding, as the cosine of the angle. */
  private static final double ALIKE = 0.99;

  private static final int MOST_TOKENS = 48;
  private static final long MOST_BYTES = 10_000_000;

  private static List<Path> folders() throws IOException {
    if (!Files.isDirectory(ROOT)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(ROOT)) {
      return folders.filter(Files::isDirectory).sorted().toList();
    }
  }

  @Test
  void thereIsOneAndAllTogetherAreSmall() throws IOException {
    assertFalse(folders().isEmpty(), "no folder in " + ROOT);
    long bytes = 0;
    try (Stream<Path> files = Files.walk(ROOT)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
      }
    }
    assertTrue(bytes <= MOST_BYTES, bytes + " bytes");
  }

  @TestFactory
  Stream<DynamicTest> namesAreThoseOfTransformers() throws IOException {
    return folders().stream()
        .map(
            folder ->
                DynamicTest.dynamicTest(folder.getFileName().toString(), () -> names(folder)));
  }

  private static void names(Path folder) throws IOException {
    Path recorded = isBlip2(folder) ? HfFolders.blip2Resource() : HfFolders.resource();
    assertEquals(patterns(recorded), patterns(folder));
    JsonNode known = json(recorded.resolve("config_full.json"));
    List<String> strange = new ArrayList<>();
    strange(json(folder.resolve("config.json")), known, "", strange);
    assertEquals(List.of(), strange, "keys that transformers does not know");
    for (String file :
        List.of(
            "vocab.json",
            "merges.txt",
            "tokenizer_config.json",
            "special_tokens_map.json",
            "preprocessor_config.json",
            "README.md")) {
      assertTrue(Files.size(folder.resolve(file)) > 0, file);
    }
  }

  private static boolean isBlip2(Path folder) throws IOException {
    return json(folder.resolve("config.json")).get("model_type").asText().equals("blip-2");
  }

  private static JsonNode json(Path file) throws IOException {
    return new JsonMapper().readTree(Files.readAllBytes(file));
  }

  /** The names of all weights, layers without their numbers. */
  private static Set<String> patterns(Path folder) throws IOException {
    try (SafetensorsFile weights = SafetensorsFile.open(folder.resolve("model.safetensors"))) {
      Set<String> patterns = new TreeSet<>();
      weights.names().forEach(name -> patterns.add(name.replaceAll("\\.\\d+\\.", ".N.")));
      return patterns;
    }
  }

  private static void strange(JsonNode config, JsonNode known, String path, List<String> strange) {
    for (Map.Entry<String, JsonNode> entry : config.properties()) {
      JsonNode other = known.get(entry.getKey());
      if (other == null) {
        strange.add(path + entry.getKey());
      } else if (entry.getValue().isObject()) {
        strange(entry.getValue(), other, path + entry.getKey() + ".", strange);
      }
    }
  }

  @Test
  void whatShipsOfClipMiniIsTheExportOfItsWeights(@TempDir Path work) throws IOException {
    Path folder = ROOT.resolve("clip-mini");
    try (Checkpoint checkpoint = Checkpoint.open(folder)) {
      assertEquals(1, checkpoint.weights().names().stream().filter("logit_scale"::equals).count());
    }
    new ClipExporter(
            new ClipExporter.Settings(
                folder, work, List.of(Variant.FP32), "clip-mini", "test", "Apache-2.0", true),
            ExportProgress.SILENT)
        .export();
    List<Picture> figures = new ArrayList<>();
    for (String figure : List.of("car.png", "cat.png", "puppy.png")) {
      figures.add(PictureFile.read(ROOT.resolveSibling("figuras").resolve(figure)));
    }
    List<String> texts = List.of("a red car", "Un cachorro jugando en la nieve", "ñandú 🦤");
    try (ClipFolder exported = ClipFolder.open(work.resolve("fp32"));
        ClipFolder shipped = ClipFolder.open(folder.resolve("onnx"))) {
      ClipModel exact = exported.model();
      ClipModel rounded = shipped.model();
      alike(exact.imageEmbeddings(figures), rounded.imageEmbeddings(figures));
      alike(exact.textEmbeddings(texts), rounded.textEmbeddings(texts));
    }
  }

  @Test
  void whatShipsOfBlip2MiniIsTheExportOfItsWeights(@TempDir Path work) throws IOException {
    Path folder = ROOT.resolve("blip2-mini");
    new Blip2Exporter(
            new Blip2Exporter.Settings(
                folder, work, List.of(Variant.FP32), "blip2-mini", "test", "Apache-2.0"),
            ExportProgress.SILENT)
        .export();
    try (Blip2Folder exported = Blip2Folder.open(work.resolve("fp32"), 1);
        Blip2Folder shipped = Blip2Folder.open(folder.resolve("onnx"), 1)) {
      for (String figure : List.of("car.png", "cat.png", "puppy.png")) {
        Picture picture = PictureFile.read(ROOT.resolveSibling("figuras").resolve(figure));
        FloatTensor exact = exported.vision().look(picture).projected();
        FloatTensor rounded = shipped.vision().look(picture).projected();
        alike(exact, rounded);
        for (String prompt : List.of("", VqaPrompt.of("What do you see in this picture?"))) {
          assertEquals(
              written(exported.language(), exact, prompt),
              written(shipped.language(), rounded, prompt),
              figure + ": " + prompt);
        }
      }
    }
  }

  private static String written(Blip2Language language, FloatTensor seen, String prompt) {
    return language.text(
        language
            .generate(seen, prompt, GenerationSettings.greedy(MOST_TOKENS), GenerationListener.NONE)
            .tokens());
  }

  private static void alike(FloatTensor exact, FloatTensor rounded) {
    double[][] cosines = Embeddings.cosines(exact, rounded).rows();
    for (int i = 0; i < cosines.length; i++) {
      assertTrue(cosines[i][i] > ALIKE, i + ": " + cosines[i][i]);
    }
  }
}
