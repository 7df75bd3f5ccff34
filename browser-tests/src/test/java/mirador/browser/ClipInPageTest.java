package mirador.browser;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import mirador.browser.BuiltSite.Way;
import mirador.concepts.clip.ClipModel;
import mirador.concepts.image.Picture;
import mirador.concepts.tensor.FloatTensor;
import mirador.models.folder.ModelFolder;
import mirador.models.pack.ModelFiles;
import mirador.models.pack.ScriptPacks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** CLIP from the store through the worker gives what it gives on the JVM. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ClipInPageTest {
  private static final float TOLERANCE = 1e-4f;
  private static final String TEXT = "A photo of a Cat, ñandú 42!";
  private static final Picture PICTURE = picture();

  private final Path folder;
  private final ClipModel jvm;

  ClipInPageTest(@TempDir Path work) throws IOException {
    folder = MiniClip.export(work);
    jvm = MiniClip.open(folder);
    Path models = ModelVisit.folder().resolve("models");
    Path beside = Files.createDirectories(models.resolve(MiniClip.NAME));
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.copy(file, beside.resolve(file.getFileName()));
      }
    }
    ScriptPacks.write(ModelFiles.of(ModelFolder.open(folder)), models, bytes -> {});
  }

  private static Picture picture() {
    byte[] rgb = new byte[61 * 47 * 3];
    new Random(11).nextBytes(rgb);
    return new Picture(61, 47, rgb);
  }

  /** Loads the model and gives what its bar would say. */
  private static String start(ModelVisit visit) {
    visit.page().evaluate("() => { window.startClip().then(end => { window.clipEnd = end; }); }");
    return (String) visit.page().waitForFunction("() => window.clipEnd").jsonValue();
  }

  private static float[] ask(ModelVisit visit, String what) {
    @SuppressWarnings("unchecked") // an object, as the test page makes it
    Map<String, Object> answer =
        (Map<String, Object>)
            visit
                .page()
                .evaluate(
                    "([what, text, png, width, height, rgb]) => {"
                        + " const bytes = base64 => Uint8Array.from(atob(base64),"
                        + "  c => c.charCodeAt(0));"
                        + " return Promise.race([new Promise((done, bad) =>"
                        + "   setTimeout(() => bad(new Error('no answer: ' + what)), 120000)),"
                        + "  window.askClip(what, text, new Blob([bytes(png)]), width, height,"
                        + "   new Int8Array(bytes(rgb).buffer))]); }",
                    List.of(
                        what,
                        TEXT,
                        Base64.getEncoder().encodeToString(Png.of(PICTURE)),
                        PICTURE.width(),
                        PICTURE.height(),
                        Base64.getEncoder().encodeToString(PICTURE.rgb())));
    assertTrue(answer.containsKey("values"), answer.toString());
    List<?> values = (List<?>) answer.get("values");
    float[] floats = new float[values.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = ((Number) values.get(i)).floatValue();
    }
    return floats;
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void everythingThatWidgetsAskEqualsTheJvm(Way way) {
    try (ModelVisit visit = ModelVisit.to(Chromium.shared(), way, "?runtime=wasm")) {
      String ready = start(visit);
      assertTrue(ready.startsWith("READY: " + Texts.SPANISH.get("model.verified")), ready);
      assertAll(visit);
    }
  }

  private void assertAll(ModelVisit visit) {
    float[] picture = jvm.imageEmbeddings(List.of(PICTURE)).values();
    assertArrayEquals(picture, ask(visit, "pictures"), TOLERANCE, "pictures");
    assertArrayEquals(picture, ask(visit, "files"), TOLERANCE, "files");
    float[] text = jvm.textEmbeddings(List.of(TEXT)).values();
    assertArrayEquals(text, ask(visit, "texts"), TOLERANCE, "texts");
    assertArrayEquals(
        jvm.attention(PICTURE).weights().values(), ask(visit, "attention"), TOLERANCE, "attention");
    assertArrayEquals(
        jvm.attention(TEXT).weights().values(),
        ask(visit, "text-attention"),
        TOLERANCE,
        "attention of the text");
    List<FloatTensor> states = jvm.states(PICTURE);
    assertArrayEquals(
        states.get(states.size() - 1).values(), ask(visit, "states"), TOLERANCE, "states");
    List<Integer> ids = jvm.encode(TEXT).ids();
    float[] tokens = new float[ids.size()];
    for (int i = 0; i < tokens.length; i++) {
      tokens[i] = ids.get(i);
    }
    assertArrayEquals(tokens, ask(visit, "tokens"), 0, "tokens");
  }

  @Test
  void webGpuGivesTheSame() {
    try (ModelVisit visit = ModelVisit.to(Chromium.withWebGpu(), Way.HTTP, "")) {
      String ready = start(visit);
      assertTrue(ready.contains(Texts.SPANISH.get("model.runtime.ready")), ready);
      assertAll(visit);
    }
  }

  @Test
  void aReaderIsNeverReloadedAndTheSecondPageHasThreads() {
    try (ModelVisit visit =
        ModelVisit.to(Chromium.shared(), Way.HTTP, "?runtime=wasm", ServiceWorkerPolicy.ALLOW)) {
      Page page = visit.page();
      page.evaluate("() => { window.first = true; }");
      page.waitForFunction("() => navigator.serviceWorker.controller");
      assertEquals(true, page.evaluate("window.first === true && !crossOriginIsolated"));
      visit.open(Way.HTTP, "?runtime=wasm");
      assertEquals(true, page.evaluate("crossOriginIsolated"));
      assertThreads(visit, start(visit));
      assertAll(visit);
    }
  }

  private static void assertThreads(ModelVisit visit, String ready) {
    int cores = (int) visit.page().evaluate("navigator.hardwareConcurrency");
    String expected =
        cores > 1
            ? Texts.SPANISH.get("model.threads.threads", Math.min(4, cores))
            : Texts.SPANISH.get("model.threads.one-core", 1);
    assertTrue(ready.endsWith(expected), ready);
  }

  @Test
  void aModelUsedOnTheFirstPageGetsItsThreadsByOneReloadAndWorksOffline() {
    try (ModelVisit visit =
        ModelVisit.to(Chromium.shared(), Way.HTTP, "?runtime=wasm", ServiceWorkerPolicy.ALLOW)) {
      Page page = visit.page();
      page.waitForFunction("() => navigator.serviceWorker.controller");
      page.evaluate("() => { window.first = true; window.startClip(); }");
      if ((int) page.evaluate("navigator.hardwareConcurrency") > 1) {
        page.waitForFunction("() => !window.first && window.startClip");
      }
      assertThreads(visit, start(visit));
      assertEquals(true, page.evaluate("crossOriginIsolated"));
      assertAll(visit);

      // The page of this test is not of the course: it is put beside the pages that are kept.
      page.evaluate(
          "async () => { const name = (await caches.keys()).find(n => n.startsWith('mirador-course-'));"
              + " await (await caches.open(name)).addAll([location.pathname, 'model-page.js']); }");
      visit.context().setOffline(true);
      visit.open(Way.HTTP, "?runtime=wasm");
      String ready = start(visit);
      assertTrue(ready.startsWith("READY"), ready);
      assertAll(visit);
      visit.context().setOffline(false);
    }
  }

  @Test
  void readersWithoutAModelDoNotFetchWhatRunsIt() {
    try (ModelVisit visit =
        ModelVisit.to(Chromium.shared(), Way.HTTP, "", ServiceWorkerPolicy.ALLOW)) {
      Page page = visit.page();
      page.waitForFunction("() => navigator.serviceWorker.controller");
      Object kept =
          page.evaluate(
              "async () => { const urls = []; for (const name of await caches.keys())"
                  + " for (const request of await (await caches.open(name)).keys())"
                  + "  urls.push(request.url);"
                  + " return [urls.length > 20, urls.filter(url => url.includes('/ort/'))]; }");
      assertEquals(List.of(true, List.of()), kept);
    }
  }
}
