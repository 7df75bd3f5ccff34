package mirador.browser;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import mirador.concepts.clip.ClipConfig;
import mirador.concepts.clip.ClipModel;
import mirador.concepts.retrieval.SimilarityMatrix;
import mirador.concepts.tensor.FloatTensor;
import mirador.concepts.tokenizer.ClipTokenizer;
import mirador.models.export.ClipExporter;
import mirador.models.export.ExportProgress;
import mirador.models.export.Variant;
import mirador.models.folder.ModelFolder;
import mirador.models.ort.OnnxRuntimeSession;
import mirador.models.safetensors.SafetensorsFile;
import mirador.models.safetensors.SafetensorsWriter;

/**
 * A tiny CLIP under the name of the course's own one: the reference model of the fixtures, with a
 * vocabulary of its own that can spell every text.
 */
final class MiniClip {
  static final String NAME = "clip-vit-base-patch32";
  static final Path FIXTURES =
      Path.of(System.getProperty("root.dir", ".."), "models/src/test/resources/hf/clip");

  private static final String TOKENS = "text_model.embeddings.token_embedding.weight";
  private static final List<List<String>> MERGES =
      List.of(List.of("a", "t</w>"), List.of("c", "at</w>"), List.of("o", "g</w>"));

  private MiniClip() {}

  /** Exports it into {@code work} and gives the model folder. */
  static Path export(Path work) throws IOException {
    return export(work, NAME);
  }

  /** The same under another name. */
  static Path export(Path work, String name) throws IOException {
    Path from = Files.createDirectories(work.resolve("hf"));
    ObjectMapper json = new ObjectMapper();
    List<String> vocabulary = vocabulary();
    ObjectNode config = (ObjectNode) json.readTree(FIXTURES.resolve("config.json").toFile());
    ((ObjectNode) config.get("text_config")).put("vocab_size", vocabulary.size());
    json.writeValue(from.resolve("config.json").toFile(), config);

    SafetensorsWriter weights = new SafetensorsWriter();
    try (SafetensorsFile file = SafetensorsFile.open(FIXTURES.resolve("model.safetensors"))) {
      for (String one : file.names()) {
        if (one.endsWith("position_ids")) {
          weights.add(one, file.longs(one));
        } else {
          FloatTensor tensor = file.floats(one);
          weights.add(
              one, one.equals(TOKENS) ? random(vocabulary.size(), tensor.shape().size(1)) : tensor);
        }
      }
    }
    weights.write(from.resolve("model.safetensors"));

    ObjectNode ids = json.createObjectNode();
    for (int i = 0; i < vocabulary.size(); i++) {
      ids.put(vocabulary.get(i), i);
    }
    json.writeValue(from.resolve("vocab.json").toFile(), ids);
    StringBuilder merges = new StringBuilder("#version: 0.2\n");
    MERGES.forEach(pair -> merges.append(String.join(" ", pair)).append('\n'));
    Files.writeString(from.resolve("merges.txt"), merges);

    return export(from, work, name);
  }

  /** Exports a model of Hugging Face's layout into {@code work} and gives the model folder. */
  static Path export(Path from, Path work) throws IOException {
    return export(from, work, NAME);
  }

  private static Path export(Path from, Path work, String name) throws IOException {
    new ClipExporter(
            new ClipExporter.Settings(
                from, work, List.of(Variant.FP32), name, "random", "MIT", false),
            ExportProgress.SILENT)
        .export();
    return work.resolve(Variant.FP32.toString());
  }

  /** Gives the folder to the bar of a widget and waits until its model can be used. */
  static void use(Visit visit, String widget, Path folder) {
    visit.widget(widget);
    visit.control(widget, "folder-" + NAME).setInputFiles(folder);
    visit.widget(widget).locator(".model-bar.model-ready").waitFor();
  }

  /** The model of a folder on the JVM. */
  static ClipModel open(Path folder) {
    try {
      ModelFolder files = ModelFolder.open(folder);
      ClipConfig config = ClipConfig.of(files.manifest().config());
      Map<String, Integer> vocabulary =
          new ObjectMapper()
              .readValue(
                  files.bytes("vocab.json"),
                  new com.fasterxml.jackson.core.type.TypeReference<>() {});
      return new ClipModel(
          OnnxRuntimeSession.open(files, "vision", 1),
          OnnxRuntimeSession.open(files, "text", 1),
          config,
          config.preprocessing(),
          new ClipTokenizer(
              vocabulary,
              Files.readAllLines(folder.resolve("merges.txt")),
              config.contextLength(),
              text -> java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFC)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What it says of captions and the figures of the course, by their ids. */
  static SimilarityMatrix matrix(ClipModel jvm, Map<String, String> captions) {
    Map<String, double[]> texts = new LinkedHashMap<>();
    Map<String, double[]> images = new LinkedHashMap<>();
    captions.forEach(
        (id, caption) -> {
          texts.put(id, jvm.textEmbeddings(List.of(caption)).rows()[0]);
          images.put(id, jvm.imageEmbeddings(List.of(Png.figure(id))).rows()[0]);
        });
    return SimilarityMatrix.of(texts, images);
  }

  /** Every byte alone and at the end of a word, what the merges make, start and end. */
  private static List<String> vocabulary() throws IOException {
    List<String> tokens = new ArrayList<>();
    List<String> symbols = new ArrayList<>();
    int beyond = 256;
    for (int b = 0; b < 256; b++) {
      boolean prints = (b > ' ' && b < 0x7f) || (b > 0xa0 && b != 0xad);
      symbols.add(String.valueOf((char) (prints ? b : beyond++)));
    }
    tokens.addAll(symbols);
    symbols.forEach(symbol -> tokens.add(symbol + "</w>"));
    MERGES.forEach(pair -> tokens.add(String.join("", pair)));
    tokens.add(ClipTokenizer.START);
    tokens.add(ClipTokenizer.END);
    return tokens;
  }

  private static FloatTensor random(int rows, int width) {
    Random random = new Random(5);
    FloatTensor tensor = FloatTensor.zeros(rows, width);
    for (int i = 0; i < tensor.values().length; i++) {
      tensor.values()[i] = (float) random.nextGaussian();
    }
    return tensor;
  }
}
