package mirador.browser;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import mirador.concepts.tensor.FloatTensor;
import mirador.concepts.tokenizer.OptTokenizer;
import mirador.models.export.Blip2Exporter;
import mirador.models.export.ExportProgress;
import mirador.models.export.Variant;
import mirador.models.safetensors.SafetensorsFile;
import mirador.models.safetensors.SafetensorsWriter;

/**
 * A tiny BLIP-2: the reference model of the fixtures as it is, or with a vocabulary of its own that
 * can spell every text.
 */
final class MiniBlip2 {
  static final String NAME = "blip2-test";

  /** The name under which the course offers its BLIP-2. */
  static final String OFFERED = "blip2-opt-2.7b";

  static final Path FIXTURES =
      Path.of(System.getProperty("root.dir", ".."), "concepts/src/test/resources/hf/blip2");

  private static final String TOKENS = "language_model.model.decoder.embed_tokens.weight";
  private static final List<List<String>> MERGES =
      List.of(List.of("a", "t"), List.of("c", "at"), List.of("Ġ", "cat"));

  private MiniBlip2() {}

  /** Exports one that reads and writes texts into {@code work} and gives the model folder. */
  static Path spelling(Path work, Variant variant) throws IOException {
    return spelling(work, variant, NAME);
  }

  /** The same under another name. */
  static Path spelling(Path work, Variant variant, String name) throws IOException {
    Path from = Files.createDirectories(work.resolve("hf"));
    ObjectMapper json = new ObjectMapper();
    List<String> vocabulary = vocabulary();
    ObjectNode config = (ObjectNode) json.readTree(FIXTURES.resolve("config.json").toFile());
    ((ObjectNode) config.get("text_config")).put("vocab_size", vocabulary.size());
    json.writeValue(from.resolve("config.json").toFile(), config);

    SafetensorsWriter weights = new SafetensorsWriter();
    try (SafetensorsFile file = SafetensorsFile.open(FIXTURES.resolve("model.safetensors"))) {
      for (String one : file.names()) {
        FloatTensor tensor = file.floats(one);
        weights.add(
            one, one.equals(TOKENS) ? random(vocabulary.size(), tensor.shape().size(1)) : tensor);
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
    return export(from, work, variant, name);
  }

  /** Exports a model of Hugging Face's layout into {@code work} and gives the model folder. */
  static Path export(Path from, Path work, Variant variant) throws IOException {
    return export(from, work, variant, NAME);
  }

  /** The same under another name. */
  static Path export(Path from, Path work, Variant variant, String name) throws IOException {
    new Blip2Exporter(
            new Blip2Exporter.Settings(from, work, List.of(variant), name, "random", "Apache-2.0"),
            ExportProgress.SILENT)
        .export();
    return work.resolve(variant.toString());
  }

  /** What is special in its place, every byte, what the merges make. */
  private static List<String> vocabulary() {
    List<String> tokens = new ArrayList<>(List.of("<s>", OptTokenizer.PADDING, OptTokenizer.START));
    int beyond = 256;
    for (int b = 0; b < 256; b++) {
      boolean prints = (b > ' ' && b < 0x7f) || (b > 0xa0 && b != 0xad);
      tokens.add(String.valueOf((char) (prints ? b : beyond++)));
    }
    MERGES.forEach(pair -> tokens.add(String.join("", pair)));
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
