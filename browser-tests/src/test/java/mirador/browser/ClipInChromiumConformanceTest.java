package mirador.browser;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import mirador.browser.BuiltSite.Way;
import mirador.concepts.clip.ClipConfig;
import mirador.concepts.clip.Embeddings;
import mirador.concepts.tensor.FloatTensor;
import mirador.concepts.tensor.LongTensor;
import mirador.models.folder.ModelFolder;
import mirador.models.safetensors.SafetensorsFile;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Weights of Hugging Face's layout, through the exporter and the worker of the page, give what the
 * reference implementation gave: all of it, attention maps included. {@code -Dfixtures.dir=DIR}
 * adds every folder of the layout of {@code hf/clip} under DIR.
 */
final class ClipInChromiumConformanceTest {
  private static final float TOLERANCE = 1e-4f;

  @TempDir Path to;

  static List<Path> folders() throws IOException {
    return HfFixtures.folders(MiniClip.FIXTURES, "clip");
  }

  @ParameterizedTest
  @MethodSource("folders")
  void webAssemblyGivesEveryOutputOfTheReference(Path folder) throws IOException {
    assertReproduced(folder, Chromium.shared(), "?runtime=wasm", false);
  }

  @ParameterizedTest
  @MethodSource("folders")
  void webGpuGivesEveryOutputOfTheReference(Path folder) throws IOException {
    assertReproduced(folder, Chromium.withWebGpu(), "?runtime=webgpu", true);
  }

  private void assertReproduced(Path folder, Browser browser, String query, boolean gpu)
      throws IOException {
    ModelFolder model = ModelFolder.open(MiniClip.export(folder, to));
    try (SafetensorsFile fixtures = SafetensorsFile.open(folder.resolve(HfFixtures.FILE));
        ModelVisit visit = ModelVisit.to(browser, Way.HTTP, query)) {
      for (Map.Entry<String, String> graph : model.manifest().graphs().entrySet()) {
        visit.give(graph.getKey(), model.bytes(graph.getValue()));
      }
      double scale = ClipConfig.of(model.manifest().config()).logitScale();
      Map<String, FloatTensor> given = outputs(visit, fixtures, scale, gpu);
      TreeSet<String> listed = new TreeSet<>();
      for (String name : fixtures.names()) {
        if (name.startsWith("out.")) {
          listed.add(name);
          assertTrue(given.containsKey(name), "the reference lists " + name);
          FloatTensor expected = fixtures.floats(name);
          assertEquals(expected.shape(), given.get(name).shape(), name);
          assertArrayEquals(expected.values(), given.get(name).values(), TOLERANCE, name);
        }
      }
      assertTrue(listed.size() >= 20, "outputs of the reference: " + listed);
    }
  }

  /** All that the page's graphs give, and what follows from it, under the reference's names. */
  private static Map<String, FloatTensor> outputs(
      ModelVisit visit, SafetensorsFile fixtures, double scale, boolean gpu) throws IOException {
    LongTensor ids = fixtures.longs("in.input_ids");
    LongTensor mask = fixtures.longs("in.attention_mask");
    long[] nothingMasked = new long[mask.values().length];
    Arrays.fill(nothingMasked, 1);

    ModelVisit.Answer vision =
        visit.ask(
            "vision",
            List.of(ModelVisit.input("pixel_values", fixtures.floats("in.pixel_values"))));
    assertEquals(gpu, vision.get("gpu"), vision.get("words") + " " + vision.get("detail"));
    ModelVisit.Answer text = askText(visit, ids, mask);
    ModelVisit.Answer unmasked = askText(visit, ids, new LongTensor(mask.shape(), nothingMasked));

    Map<String, FloatTensor> all = new TreeMap<>();
    vision.tensors().forEach((name, tensor) -> all.put("out.vision." + name, tensor));
    text.tensors().forEach((name, tensor) -> all.put("out.text." + name, tensor));
    FloatTensor imageFeatures = all.remove("out.vision.image_embeds");
    FloatTensor textFeatures = all.remove("out.text.text_embeds");
    FloatTensor images = Embeddings.normalised(imageFeatures);
    FloatTensor texts = Embeddings.normalised(textFeatures);
    FloatTensor logits = Embeddings.logits(Embeddings.cosines(images, texts), scale);
    all.put("out.image_features", imageFeatures);
    all.put("out.text_features", textFeatures);
    all.put("out.image_embeds", images);
    all.put("out.text_embeds", texts);
    all.put("out.logits_per_image", logits);
    all.put("out.logits_per_text", Embeddings.logits(Embeddings.cosines(texts, images), scale));
    all.put("out.probs", Embeddings.probabilities(logits));

    FloatTensor whole = Embeddings.normalised(unmasked.tensors().get("text_embeds"));
    all.put("out.nomask.text.last_hidden_state", unmasked.tensors().get("last_hidden_state"));
    all.put("out.nomask.text_embeds", whole);
    all.put(
        "out.nomask.logits_per_image", Embeddings.logits(Embeddings.cosines(images, whole), scale));
    return all;
  }

  private static ModelVisit.Answer askText(ModelVisit visit, LongTensor ids, LongTensor mask) {
    return visit.ask(
        "text",
        List.of(ModelVisit.input("input_ids", ids), ModelVisit.input("attention_mask", mask)));
  }
}
