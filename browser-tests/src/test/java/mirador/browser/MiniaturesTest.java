package mirador.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import mirador.browser.BuiltSite.Way;
import mirador.concepts.clip.ClipModel;
import mirador.concepts.course.Notebook;
import mirador.concepts.explain.ClipMatrixWords;
import mirador.concepts.explain.Provenance;
import mirador.concepts.retrieval.SimilarityMatrix;
import mirador.concepts.text.Messages;
import mirador.models.export.Variant;
import mirador.models.folder.ModelFolder;
import mirador.models.pack.ModelFiles;
import mirador.models.pack.ScriptPacks;
import mirador.models.random.RandomBlip2;
import mirador.models.random.RandomClip;
import mirador.models.weights.Dtype;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Small models that are a part of the course start by themselves and are changed for the large one
 * by a button. Random models stand for both.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MiniaturesTest {
  private static final Messages MESSAGES = Texts.SPANISH;
  private static final String LESSON_2 = "02-clip.html";
  private static final String LESSON_4 = "04-mllm.html";
  private static final String MATRIX = "clip-matrix";
  private static final String CLIP = "CLIP mini";
  private static final String BLIP2 = "BLIP-2 mini";
  private static final String LARGE = "CLIP ViT-B/32";

  private static final String MODELS =
      """

      models:
        - name: clip-vit-base-patch32
          from: [site]
        - name: blip2-opt-2.7b
          from: [site]
      """;

  private final Path site;
  private final ClipModel small;
  private final ClipModel large;

  MiniaturesTest() throws IOException {
    Path work = CourseCopy.temporary("miniatures");
    Path clip = MiniClip.export(Files.createDirectories(work.resolve("clip")), "clip-mini");
    Path random = work.resolve("blip2/hf");
    new RandomBlip2(RandomBlip2.Sizes.small(2, 64), false)
        .write(random, 3, Dtype.F32, 1 << 30, null);
    Path blip2 = MiniBlip2.export(random, work.resolve("blip2"), Variant.FP32, "blip2-mini");
    Path weights = work.resolve("large/hf");
    new RandomClip(RandomClip.Sizes.small(2, 64)).write(weights, 7, null);
    Path published = MiniClip.export(weights, work.resolve("large"));
    small = MiniClip.open(clip);
    large = MiniClip.open(published);
    CourseCopy course = new CourseCopy(work.resolve("course"), MODELS);
    course.addMiniature("clip-mini", clip);
    course.addMiniature("blip2-mini", blip2);
    site = course.build();
    CourseCopy.copy(published, site.resolve("models").resolve(MiniClip.NAME));
    ScriptPacks.write(
        ModelFiles.of(ModelFolder.open(published)), site.resolve("models"), bytes -> {});
  }

  private Visit visit(Way way, String page, ServiceWorkerPolicy workers) {
    return Visit.to(
        BuiltSite.address(site, way, ""), page, profile -> profile.setServiceWorkers(workers));
  }

  private Visit visit(Way way, String page) {
    return visit(way, page, ServiceWorkerPolicy.BLOCK);
  }

  private static void awaitMatrix(Visit visit, ClipModel model) {
    Map<String, String> names = visit.pictureNames();
    visit.awaitResult(
        MATRIX,
        ClipMatrixWords.result(
            MESSAGES,
            SimilarityMatrix.symbolic(Notebook.CAPTIONS),
            MiniClip.matrix(model, Notebook.CAPTIONS),
            names::get));
  }

  private static void awaitLive(Visit visit, String widget, String model) {
    assertThat(visit.widget(widget).locator(".provenance-live"))
        .hasText(Provenance.LIVE.text(MESSAGES, model));
  }

  private static Locator use(Visit visit, String title) {
    return visit
        .widget(MATRIX)
        .locator(".model-choice button")
        .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^Usar " + title)));
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void nothingComesBeforeAWidgetIsNearAndThenItAnswers(Way way) {
    try (Visit visit = visit(way, "index.html")) {
      List<String> asked = new ArrayList<>();
      visit.page().onRequest(request -> asked.add(request.url()));
      visit.open(LESSON_2);
      visit.widget("caption-editor");
      assertEquals(
          List.of(), asked.stream().filter(url -> url.matches(".*/(ort|models)/.*")).toList());
      visit.page().evaluate("() => { window.first = true; }");
      visit.widget(MATRIX);
      awaitMatrix(visit, small);
      awaitLive(visit, MATRIX, CLIP);
      assertThat(visit.widget(MATRIX).locator(".model-choice .model-line:visible"))
          .hasText(MESSAGES.get("model-choice.ready", CLIP));
      assertEquals(true, visit.page().evaluate("window.first"), "the page is never reloaded");
      assertTrue(asked.stream().anyMatch(url -> url.contains("/models/clip-mini/")));
      assertTrue(asked.stream().noneMatch(url -> url.contains("/models/blip2-mini/")));
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void aButtonChangesItForTheLargeModelAndBack(Way way) {
    try (Visit visit = visit(way, LESSON_2)) {
      visit.widget(MATRIX);
      awaitMatrix(visit, small);
      assertThat(visit.widget(MATRIX)).containsText(MESSAGES.get("model-choice.changes.clip"));
      use(visit, LARGE).click();
      awaitMatrix(visit, large);
      awaitLive(visit, MATRIX, MiniClip.NAME + ", fp32");
      // All widgets of the architecture go on with it.
      awaitLive(visit, "clip-retrieval", MiniClip.NAME + ", fp32");
      visit.button(visit.widget(MATRIX), MESSAGES.get("model-choice.back", CLIP)).click();
      awaitMatrix(visit, small);
      awaitLive(visit, MATRIX, CLIP);
      awaitLive(visit, "clip-retrieval", CLIP);
      assertThat(use(visit, LARGE)).hasText(MESSAGES.get("model-choice.use.here", LARGE));
    }
  }

  @Test
  void theChoiceIsRemembered() {
    try (Visit visit = visit(Way.HTTP, LESSON_2)) {
      visit.widget(MATRIX);
      awaitMatrix(visit, small);
      use(visit, LARGE).click();
      awaitMatrix(visit, large);
      visit.open(LESSON_2);
      visit.widget(MATRIX);
      awaitMatrix(visit, large);
      visit.button(visit.widget(MATRIX), MESSAGES.get("model-choice.back", CLIP)).click();
      awaitMatrix(visit, small);
      visit.open("01-vit.html");
      visit.widget("clip-attention");
      awaitLive(visit, "clip-attention", CLIP);
      assertThat(visit.control("clip-attention", "layer")).hasAttribute("max", "2");
    }
  }

  @Test
  void afterOneVisitItWorksWithoutANetwork() {
    try (Visit visit = visit(Way.HTTP, LESSON_2, ServiceWorkerPolicy.ALLOW)) {
      visit.widget(MATRIX);
      awaitMatrix(visit, small);
      visit
          .page()
          .waitForFunction(
              "async () => { const c = await caches.open('mirador-runtime');"
                  + " const urls = (await c.keys()).map(r => r.url);"
                  + " return ['worker.js', '.wasm', 'threaded.js', 'clip-mini/manifest.json',"
                  + " 'clip-mini/vision.onnx', 'clip-mini/merges.txt'].every(part =>"
                  + "  urls.some(url => url.includes(part)))"
                  + " && !urls.some(url => url.includes('blip2-mini')); }");
      visit.page().evaluate("navigator.serviceWorker.ready.then(() => true)");
      visit.context().setOffline(true);
      visit.open(LESSON_2);
      visit.widget(MATRIX);
      awaitMatrix(visit, small);
      awaitLive(visit, MATRIX, CLIP);
      visit.context().setOffline(false);
    }
  }

  @Test
  void oneThatCannotStartLeavesWhatWasComputedBeforehand() {
    try (Visit visit = visit(Way.HTTP, "index.html")) {
      // A server that has lost the file answers with something else.
      visit
          .page()
          .route(
              url -> url.contains("/models/clip-mini/manifest.json"),
              route ->
                  route.fulfill(
                      new com.microsoft.playwright.Route.FulfillOptions().setBody("not here")));
      visit.open(LESSON_2);
      Locator matrix = visit.widget(MATRIX);
      Locator line = matrix.locator(".model-choice .model-line:visible");
      assertThat(line).hasText(MESSAGES.get("model-choice.failed", CLIP));
      assertThat(matrix.locator(".model-choice .widget-error:visible")).isVisible();
      assertThat(matrix.locator(".provenance-baked"))
          .hasText(Provenance.BAKED.text(MESSAGES, CLIP));
      assertThat(matrix.locator("[data-baked]")).isVisible();
      visit.page().unrouteAll();
      visit.button(matrix, MESSAGES.get("store.bar.retry", CLIP)).click();
      awaitMatrix(visit, small);
      awaitLive(visit, MATRIX, CLIP);
    }
  }

  @Test
  void whoSavesDataIsAsked() {
    try (Visit visit = visit(Way.HTTP, "index.html")) {
      visit
          .context()
          .addInitScript(
              "Object.defineProperty(navigator, 'connection', {value: {saveData: true}});");
      visit.open(LESSON_2);
      Locator matrix = visit.widget(MATRIX);
      Locator start = visit.button(matrix, MESSAGES.get("model-choice.start", CLIP));
      assertThat(start).isVisible();
      start.click();
      awaitMatrix(visit, small);
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void theSmallBlip2LooksAndWritesByItself(Way way) {
    try (Visit visit = visit(way, LESSON_4)) {
      visit.widget("blip2-queries");
      awaitLive(visit, "blip2-queries", BLIP2);
      assertThat(visit.find("#blip2-queries .query-choice button").first()).isVisible();
      visit.widget("blip2-caption");
      awaitLive(visit, "blip2-caption", BLIP2);
      assertThat(visit.find("#blip2-caption .chat-talk .token-pill").first()).isVisible();
      assertThat(visit.widget("blip2-caption").locator(".model-choice .model-line:visible"))
          .hasText(MESSAGES.get("model-choice.ready", BLIP2));
    }
  }

  @Test
  void theBarIsAccessible() {
    try (Visit visit = visit(Way.HTTP, LESSON_2)) {
      visit.widget(MATRIX);
      awaitMatrix(visit, small);
      assertEquals(
          List.of(), new AxeBuilder(visit.page()).include("#" + MATRIX).analyze().getViolations());
    }
  }
}
