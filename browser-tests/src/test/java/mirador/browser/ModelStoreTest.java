package mirador.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static mirador.browser.SampleModel.NAME;
import static mirador.browser.SampleModel.TITLE;
import static mirador.browser.StoreVisit.mb;
import static mirador.browser.StoreVisit.say;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Stream;
import mirador.concepts.explain.ModelStorageWords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A model on its way from a server into the browser, and what may go wrong. */
final class ModelStoreTest {
  private static final String FOLDER = "models/" + NAME + "/";
  private static final String SITE = Texts.SPANISH.get("store.site");

  /** A button says «este mismo sitio» for the site itself. */
  private static final String FROM_SITE = Texts.SPANISH.get("model-storage.this-site");

  private static ModelServer site(SampleModel model) throws IOException {
    ModelServer server = new ModelServer();
    model.serve(server, FOLDER);
    server.offer(model.offer(List.of(SampleModel.origin("site", FOLDER, ""))));
    return server;
  }

  private static List<String> inFolder(List<String> paths) {
    return paths.stream().map(path -> FOLDER + path).sorted().toList();
  }

  private static List<String> withoutManifest(List<String> requests) {
    return requests.stream().filter(path -> !path.endsWith("manifest.json")).sorted().toList();
  }

  /** Every piece is kept under the hash of the bytes that are kept. */
  private static void assertPiecesAreRight(StoreVisit visit, SampleModel model) {
    List<String> hashes = new ArrayList<>();
    for (List<String> piece : visit.pieces()) {
      assertEquals(piece.get(0), piece.get(1));
      hashes.add(piece.get(1));
    }
    List<String> expected = model.files.values().stream().map(SampleModel::sha256).toList();
    assertEquals(expected.stream().sorted().toList(), hashes.stream().sorted().toList());
  }

  @Test
  void nothingIsAskedBeforeTheButtonAndAllIsKeptAfterIt() throws IOException {
    SampleModel model = SampleModel.split();
    try (ModelServer server = site(model);
        StoreVisit visit = new StoreVisit(server.address())) {
      assertThat(visit.line()).hasText(say("store.bar.absent", TITLE));
      assertEquals(List.of(), server.requests());
      visit.fetch(model, FROM_SITE);
      visit.awaitKept(model);
      assertEquals(inFolder(model.paths()), withoutManifest(server.requests()));
      assertPiecesAreRight(visit, model);
      assertThat(visit.page().locator("#model-storage [data-result]"))
          .hasText(ModelStorageWords.result(Texts.SPANISH, List.of(), 1, model.bytes()));
      visit.reload();
      visit.awaitKept(model);
      assertEquals(List.of(), server.requests());
      for (String url : visit.requests()) {
        assertTrue(
            url.startsWith(server.address()) || url.matches("(blob|data):.*"),
            "asked another host: " + url);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aDownloadCutAnywhereGoesOnWithoutFetchingAFinishedShardAgain(long seed) throws IOException {
    SampleModel model = SampleModel.split();
    Random random = new Random(seed);
    List<String> cut = new ArrayList<>(model.paths());
    Collections.shuffle(cut, random);
    cut = cut.subList(0, 3);
    cut.sort(Comparator.comparing(model.paths()::indexOf));
    try (ModelServer server = site(model);
        StoreVisit visit = new StoreVisit(server.address())) {
      for (String path : cut) {
        // It asks once more by itself.
        int length = model.files.get(path).length;
        server.cut(FOLDER + path, random.nextInt(length));
        server.cut(FOLDER + path, random.nextInt(length));
      }
      visit.fetch(model, FROM_SITE);
      for (int i = 0; i < cut.size(); i++) {
        visit.awaitProblem(say("store.cut", SITE, server.address() + FOLDER + cut.get(i)));
        if (i == 1) {
          visit.reload();
        }
        visit.resume();
      }
      visit.awaitKept(model);
      List<String> whole = server.whole();
      assertEquals(inFolder(model.paths()), withoutManifest(whole));
      assertPiecesAreRight(visit, model);
    }
  }

  @Test
  void aCutThatPassesIsNotEvenNoticed() throws IOException {
    SampleModel model = SampleModel.split();
    try (ModelServer server = site(model);
        StoreVisit visit = new StoreVisit(server.address())) {
      server.cut(FOLDER + "vision.onnx.002", 17);
      visit.fetch(model, FROM_SITE);
      visit.awaitKept(model);
    }
  }

  @Test
  void aFlippedByteIsFoundNamedAndFetchedAgain() throws IOException {
    SampleModel model = SampleModel.split();
    try (ModelServer server = site(model);
        StoreVisit visit = new StoreVisit(server.address())) {
      server.flip(FOLDER + "vision.onnx.002", 31_415);
      visit.fetch(model, FROM_SITE);
      visit.awaitKept(model);
      String part = say("store.part", 3, 5, "vision.onnx");
      assertThat(visit.note()).hasText(say("store.damaged", part, SITE));
      List<String> asked = new ArrayList<>(inFolder(model.paths()));
      asked.add(FOLDER + "vision.onnx.002");
      assertEquals(asked.stream().sorted().toList(), withoutManifest(server.requests()));
      assertPiecesAreRight(visit, model);
    }
  }

  @Test
  void aShardDamagedTwiceStopsTheDownloadAndIsNamed() throws IOException {
    SampleModel model = SampleModel.split();
    try (ModelServer server = site(model);
        StoreVisit visit = new StoreVisit(server.address())) {
      server.flip(FOLDER + "text.onnx.001", 0);
      server.flip(FOLDER + "text.onnx.001", 0);
      visit.fetch(model, FROM_SITE);
      visit.awaitProblem(say("store.damaged.twice", say("store.part", 2, 2, "text.onnx"), SITE));
      visit.resume();
      visit.awaitKept(model);
      assertPiecesAreRight(visit, model);
    }
  }

  @Test
  void aBlockedHostIsNamedWithTheWaysOut() throws IOException {
    SampleModel model = SampleModel.split();
    String host;
    try (ModelServer gone = new ModelServer()) {
      host = gone.host();
    }
    try (ModelServer server = new ModelServer()) {
      String mirror = "http://" + host + "/mirror/";
      model.serve(server, FOLDER);
      server.offer(
          model.offer(
              List.of(
                  SampleModel.origin("mirror", mirror + NAME + "/", host),
                  SampleModel.origin("site", FOLDER, ""))),
          "http://" + host);
      try (StoreVisit visit = new StoreVisit(server.address())) {
        visit.fetch(model, host);
        visit.awaitProblem(say("store.unreachable", mirror + NAME + "/manifest.json", host, NAME));
        visit.page().locator(".model-others summary").click();
        visit.fetch(model, FROM_SITE);
        visit.awaitKept(model);
      }
    }
  }

  @Test
  void aMirrorGivesWhatItsManifestSays() throws IOException {
    SampleModel model = SampleModel.split();
    try (ModelServer server = new ModelServer();
        ModelServer mirror = new ModelServer()) {
      model.serve(mirror, "mirror/" + NAME + "/");
      server.offer(
          model.offer(
              List.of(
                  SampleModel.origin(
                      "mirror", mirror.address() + "mirror/" + NAME + "/", mirror.host()))),
          "http://" + mirror.host());
      try (StoreVisit visit = new StoreVisit(server.address())) {
        visit.fetch(model, mirror.host());
        visit.awaitKept(model);
        assertPiecesAreRight(visit, model);
        assertThat(visit.kept()).containsText(mirror.host());
      }
    }
  }

  @Test
  void anErrorOfTheServerIsSaid() throws IOException {
    SampleModel model = SampleModel.split();
    try (ModelServer server = site(model);
        StoreVisit visit = new StoreVisit(server.address())) {
      server.refuse(FOLDER + "vocab.json", 403);
      visit.fetch(model, FROM_SITE);
      visit.awaitProblem(
          say("store.status", server.address() + FOLDER + "vocab.json", "403", NAME));
      visit.resume();
      visit.awaitKept(model);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Cache.prototype.put = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));",
        "window.quota = true;"
      })
  void whenTheStorageIsFullItGoesOnFromMemoryAndSaysSo(String how) throws IOException {
    SampleModel model = SampleModel.split();
    try (ModelServer server = site(model);
        StoreVisit visit = new StoreVisit(server.address(), how)) {
      if (how.contains("window.quota")) {
        JsonObject quota = new JsonObject();
        quota.addProperty("origin", server.address());
        quota.addProperty("quotaSize", 100_000);
        CDPSession session = visit.context().newCDPSession(visit.page());
        session.send("Storage.overrideQuotaForOrigin", quota);
      }
      visit.fetch(model, FROM_SITE);
      visit.awaitKept(model);
      assertThat(visit.note()).hasText(say("store.full"));
      assertThat(visit.kept()).containsText(say("store.kept.memory"));
      // It can be used as if it were kept.
      visit.button(say("store.kept.check", TITLE, "int8")).click();
      visit.awaitKept(model);
      assertThat(visit.page().locator("#model-storage > .widget-error")).isHidden();
    }
  }

  @Test
  void aForbiddenStorageIsSaid() throws IOException {
    SampleModel model = SampleModel.split();
    String forbid = "caches.open = () => Promise.reject(new DOMException('no', 'SecurityError'));";
    try (ModelServer server = site(model);
        StoreVisit visit = new StoreVisit(server.address(), forbid)) {
      visit.fetch(model, FROM_SITE);
      visit.awaitKept(model);
      assertThat(visit.note()).hasText(say("store.forbidden"));
    }
  }

  @Test
  void aCancelledDownloadKeepsItsShardsAndGoesOn() throws IOException {
    SampleModel model = SampleModel.split();
    try (ModelServer server = site(model);
        StoreVisit visit = new StoreVisit(server.address())) {
      CountDownLatch gate = server.hold(FOLDER + "vision.onnx.002");
      visit.fetch(model, FROM_SITE);
      // Two shards and a half have come.
      assertThat(visit.page().locator(".model-count"))
          .hasText(ModelStorageWords.progress(Texts.SPANISH, 125_000, model.bytes()));
      assertThat(visit.page().locator(".model-bar progress"))
          .hasAttribute("value", Integer.toString(125_000));
      visit.button(say("store.bar.cancel")).click();
      assertThat(visit.line())
          .hasText(
              say(
                  "store.bar.partial",
                  TITLE,
                  ModelStorageWords.progress(Texts.SPANISH, 100_000, model.bytes())));
      assertThat(visit.button(say("store.bar.cancel"))).isHidden();
      gate.countDown();
      server.requests();
      visit.button(say("store.bar.resume", mb(model.bytes() - 100_000), FROM_SITE)).click();
      visit.awaitKept(model);
      List<String> rest = new ArrayList<>(model.paths());
      rest.removeAll(List.of("vision.onnx.000", "vision.onnx.001"));
      assertEquals(inFolder(rest), withoutManifest(server.requests()));
    }
  }

  @Test
  void aDeletedModelIsGoneAndFetchedWhole() throws IOException {
    SampleModel model = SampleModel.split();
    try (ModelServer server = site(model);
        StoreVisit visit = new StoreVisit(server.address())) {
      visit.fetch(model, FROM_SITE);
      visit.awaitKept(model);
      visit.button(say("store.kept.delete", TITLE, "int8")).click();
      visit.button(say("store.kept.yes", mb(model.bytes()))).click();
      assertThat(visit.line()).hasText(say("store.bar.absent", TITLE));
      assertThat(visit.kept()).hasCount(0);
      assertEquals(List.of(), visit.pieces());
      server.requests();
      visit.fetch(model, FROM_SITE);
      visit.awaitKept(model);
      assertEquals(inFolder(model.paths()), withoutManifest(server.requests()));
    }
  }

  @Test
  void aKeptShardThatRottedIsFoundNamedAndAloneFetchedAgain() throws IOException {
    SampleModel model = SampleModel.split();
    try (ModelServer server = site(model);
        StoreVisit visit = new StoreVisit(server.address())) {
      visit.fetch(model, FROM_SITE);
      visit.awaitKept(model);
      visit
          .page()
          .evaluate(
              "async () => { const c = await caches.open('mirador-models');"
                  + " for (const key of await c.keys()) {"
                  + "  if (!decodeURIComponent(key.url).includes('/vision.onnx?1?')) continue;"
                  + "  const bytes = new Uint8Array(await (await c.match(key)).arrayBuffer());"
                  + "  bytes[7] ^= 1; await c.put(key, new Response(new Blob([bytes]),"
                  + "   {headers: {'Content-Length': String(bytes.length)}})); } }");
      visit.reload();
      visit.awaitKept(model);
      server.requests();
      visit.button(say("store.kept.check", TITLE, "int8")).click();
      visit.awaitProblem(say("store.spoilt", say("store.part", 2, 5, "vision.onnx")));
      visit.button(say("store.bar.resume", mb(50_000), FROM_SITE)).click();
      visit.awaitKept(model);
      assertEquals(List.of(FOLDER + "vision.onnx.001"), withoutManifest(server.requests()));
      assertPiecesAreRight(visit, model);
    }
  }

  /** While it downloads, and when it has stopped with a part of it here. */
  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void everyStateIsForEveryoneAndFitsAPhone(ColorScheme theme) throws IOException {
    SampleModel model = SampleModel.split();
    try (ModelServer server = site(model);
        StoreVisit visit = new StoreVisit(server.address())) {
      visit.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
      visit.page().setViewportSize(320, 640);
      server.flip(FOLDER + "vision.onnx.000", 5);
      CountDownLatch gate = server.hold(FOLDER + "vision.onnx.002");
      visit.fetch(model, FROM_SITE);
      assertThat(visit.page().locator(".model-bar progress"))
          .hasAttribute("value", Integer.toString(125_000));
      assertForEveryone(visit);
      // The pressed button has gone; the keyboard's focus stands where it can be used.
      assertThat(visit.button(say("store.bar.cancel"))).isFocused();
      server.refuse(FOLDER + "vision.onnx.003", 500);
      gate.countDown();
      assertThat(visit.page().locator(".model-bar .widget-error")).isVisible();
      assertThat(visit.kept()).hasCount(1);
      visit.page().locator(".model-others").evaluate("fold => { fold.open = true; }");
      visit.button(say("store.kept.delete", TITLE, "int8")).click();
      assertForEveryone(visit);
    }
  }

  private static void assertForEveryone(StoreVisit visit) {
    List<String> findings = new ArrayList<>();
    for (Rule rule :
        new AxeBuilder(visit.page())
            .include("#model-storage")
            .withTags(EveryPageTest.AXE_TAGS)
            .analyze()
            .getViolations()) {
      rule.getNodes().forEach(node -> findings.add(rule.getId() + ": " + node.getHtml()));
    }
    assertEquals(List.of(), findings);
    assertEquals(
        320, visit.page().evaluate("document.documentElement.scrollWidth"), "scroll width");
    assertEquals(
        List.of(),
        visit
            .page()
            .evaluate(
                "() => [...document.querySelectorAll('#model-storage :is(button, input, summary)')]"
                    + ".filter(e => e.checkVisibility() && e.getBoundingClientRect().height < 44)"
                    + ".map(e => e.outerHTML)"),
        "too small for a thumb");
  }

  static Stream<Arguments> wrongManifests() {
    return Stream.of(
        wrong("not JSON", null, "store.no-json"),
        wrong("another format", manifest -> manifest.put("format", 2), "format 2"),
        wrong("no name", manifest -> manifest.remove("name"), "is no name for a model"),
        wrong(
            "a path out of the folder",
            manifest -> file(manifest, 2).put("path", "../vocab.json"),
            "is no path within a model folder"),
        wrong(
            "a hash too short",
            manifest -> file(manifest, 2).put("sha256", "abc"),
            "64 lower-case hexadecimal digits"),
        wrong(
            "a size that is text",
            manifest -> file(manifest, 2).put("bytes", "many"),
            "has no number of bytes"),
        wrong(
            "shards that are not the file",
            manifest -> ((ArrayNode) file(manifest, 0).get("shards")).remove(1),
            "the shards of vision.onnx hold"),
        wrong(
            "a graph that is no file",
            manifest -> ((ObjectNode) manifest.get("graphs")).put("vision", "other.onnx"),
            "which is no file of it"));
  }

  private static Arguments wrong(String what, Consumer<ObjectNode> change, String reason) {
    return Arguments.of(what, change, reason);
  }

  private static ObjectNode file(ObjectNode manifest, int place) {
    return (ObjectNode) manifest.get("files").get(place);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrongManifests")
  void aWrongManifestIsRefusedWithTheReason(String what, Consumer<ObjectNode> change, String reason)
      throws IOException {
    SampleModel model = SampleModel.split();
    try (ModelServer server = site(model);
        StoreVisit visit = new StoreVisit(server.address())) {
      ObjectNode wrong = model.manifest.deepCopy();
      if (change == null) {
        server.put(FOLDER + "manifest.json", model.text().substring(0, 100));
      } else {
        change.accept(wrong);
        server.put(FOLDER + "manifest.json", SampleModel.write(wrong));
      }
      visit.fetch(model, FROM_SITE);
      Locator problem = visit.page().locator(".model-bar .widget-error");
      assertThat(problem).containsText("manifest.json");
      assertThat(problem).containsText(change == null ? Texts.SPANISH.get(reason) : reason);
      assertEquals(List.of(FOLDER + "manifest.json"), server.requests());
      server.put(FOLDER + "manifest.json", model.text());
      visit.resume();
      visit.awaitKept(model);
    }
  }

  @Test
  void aFileThatIsLongerThanTheManifestSaysIsRefused() throws IOException {
    SampleModel model = SampleModel.split();
    try (ModelServer server = site(model);
        StoreVisit visit = new StoreVisit(server.address())) {
      server.put(FOLDER + "vocab.json", SampleModel.random(9, 9_500));
      visit.fetch(model, FROM_SITE);
      visit.awaitProblem(say("store.size", "vocab.json", SITE));
    }
  }

  @Test
  void aNewerModelTakesThePlaceOfTheOlder() throws IOException {
    SampleModel model = SampleModel.split();
    try (ModelServer server = site(model);
        StoreVisit visit = new StoreVisit(server.address())) {
      server.refuse(FOLDER + "merges.txt", 500);
      visit.fetch(model, FROM_SITE);
      visit.awaitProblem(
          say("store.status", server.address() + FOLDER + "merges.txt", "500", NAME));
      byte[] other = SampleModel.random(77, 9_000);
      file(model.manifest, 2).put("sha256", SampleModel.sha256(other));
      model.files.put("vocab.json", other);
      model.serve(server, FOLDER);
      server.requests();
      visit.resume();
      visit.awaitKept(model);
      assertEquals(
          inFolder(List.of("merges.txt", "vocab.json")), withoutManifest(server.requests()));
      assertPiecesAreRight(visit, model);
    }
  }

  /** Pages by plain http from a server of the classroom have neither. */
  @Test
  void withoutCacheStorageAndCryptoItWorksTheSame() throws IOException {
    SampleModel model = SampleModel.split();
    String insecure =
        "delete window.caches; Object.defineProperty(crypto, 'subtle', {value: undefined});";
    try (ModelServer server = site(model);
        StoreVisit visit = new StoreVisit(server.address(), insecure)) {
      server.flip(FOLDER + "text.onnx.000", 49_999);
      visit.fetch(model, FROM_SITE);
      visit.awaitKept(model);
      assertThat(visit.note())
          .hasText(say("store.damaged", say("store.part", 1, 2, "text.onnx"), SITE));
      visit.button(say("store.kept.check", TITLE, "int8")).click();
      visit.reload();
      visit.awaitKept(model);
    }
  }

  private static final String HUB = "hub/Xenova/" + NAME + "/resolve/rev/";
  private static final int MIB32 = 32 << 20;

  private static ModelServer hub(SampleModel model) throws IOException {
    ModelServer server = new ModelServer();
    model.files.forEach((path, content) -> server.put(HUB + path, content));
    server.offer(
        model.offer(List.of(SampleModel.origin("hub", server.address() + HUB, "hub.ejemplo"))));
    return server;
  }

  private static String range(String path, int piece, int length) {
    int to = Math.min(length, (piece + 1) * MIB32) - 1;
    return HUB + path + " bytes=" + piece * MIB32 + "-" + to;
  }

  @Test
  void theHubsFilesComeInRangesAndGoOnAfterACut() throws IOException {
    SampleModel model = SampleModel.hub(true);
    String vision = "onnx/vision_model.onnx";
    int length = model.files.get(vision).length;
    try (ModelServer server = hub(model);
        StoreVisit visit = new StoreVisit(server.address())) {
      server.cut(HUB + vision, 5_000_000);
      server.cut(HUB + vision, 0);
      visit.fetch(model, "hub.ejemplo");
      visit.awaitProblem(say("store.cut", "hub.ejemplo", server.address() + HUB + vision));
      server.cut(HUB + "onnx/text_model.onnx", 1);
      visit.resume();
      visit.awaitKept(model);
      assertEquals(
          List.of(
              range(vision, 0, length),
              range(vision, 1, length),
              range(vision, 2, length),
              HUB + "onnx/text_model.onnx",
              HUB + "vocab.json"),
          server.whole());
    }
  }

  @Test
  void aServerThatKnowsNoRangesIsReadWholeAndOnlyWhatIsMissingIsKept() throws IOException {
    SampleModel model = SampleModel.hub(true);
    String vision = "onnx/vision_model.onnx";
    try (ModelServer server = hub(model);
        StoreVisit visit = new StoreVisit(server.address())) {
      server.ranges(false);
      // In the second piece; then at once; then once more in the second piece.
      CountDownLatch second = server.cutLater(HUB + vision, MIB32 + 1_000_000);
      server.cut(HUB + vision, 10);
      visit.fetch(model, "hub.ejemplo");
      visit.page().waitForCondition(() -> visit.pieces().size() == 1);
      second.countDown();
      visit.awaitProblem(say("store.cut", "hub.ejemplo", server.address() + HUB + vision));
      assertEquals(1, visit.pieces().size());
      visit.resume();
      visit.awaitKept(model);
      assertEquals(5, visit.pieces().size());
      visit.button(say("store.kept.check", TITLE, "int8")).click();
      visit.awaitKept(model);
    }
  }

  @Test
  void aHubsFileWhoseWholeIsWrongIsNamedAndFetchedAgain() throws IOException {
    SampleModel model = SampleModel.hub(true);
    String vision = "onnx/vision_model.onnx";
    try (ModelServer server = hub(model);
        StoreVisit visit = new StoreVisit(server.address())) {
      server.flip(HUB + vision, 12_345);
      visit.fetch(model, "hub.ejemplo");
      visit.awaitKept(model);
      assertThat(visit.note()).hasText(say("store.damaged", vision, "hub.ejemplo"));
      long asked = server.requests().stream().filter(path -> path.startsWith(HUB + vision)).count();
      assertEquals(6, asked);
    }
  }

  @Test
  void aHashThatNobodyToldIsLearntAndHeldTo() throws IOException {
    SampleModel model = SampleModel.hub(false);
    String vision = "onnx/vision_model.onnx";
    try (ModelServer server = hub(model);
        StoreVisit visit = new StoreVisit(server.address())) {
      visit.fetch(model, "hub.ejemplo");
      visit.awaitKept(model);
      String record =
          (String)
              visit
                  .page()
                  .evaluate(
                      "async () => { const c = await caches.open('mirador-models');"
                          + " for (const key of await c.keys()) { const name = decodeURIComponent(key.url);"
                          + "  if (name.endsWith('/?')) return (await c.match(key)).text(); } }");
      assertTrue(record.contains(SampleModel.sha256(model.files.get(vision))), record);
      assertFalse(record.contains("\"sha256\":\"\""), record);
      visit.button(say("store.kept.check", TITLE, "int8")).click();
      visit.awaitKept(model);
      assertThat(visit.page().locator("#model-storage > .widget-error")).hasCount(0);
    }
  }

  @Test
  void aFileThatChangedOnTheServerInBetweenIsFetchedWhole() throws IOException {
    SampleModel model = SampleModel.hub(false);
    String vision = "onnx/vision_model.onnx";
    try (ModelServer server = hub(model);
        StoreVisit visit = new StoreVisit(server.address())) {
      server.cut(HUB + vision, MIB32);
      CountDownLatch second = server.hold(HUB + vision);
      visit.fetch(model, "hub.ejemplo");
      assertThat(visit.page().locator(".model-count"))
          .hasText(
              ModelStorageWords.progress(Texts.SPANISH, MIB32 + (long) MIB32 / 2, model.bytes()));
      visit.button(say("store.bar.cancel")).click();
      second.countDown();
      List<String> kept = visit.pieces().stream().map(piece -> piece.get(0)).toList();
      assertEquals(1, kept.size());
      byte[] other = SampleModel.random(55, model.files.get(vision).length);
      server.put(HUB + vision, other);
      server.tag("\"two\"");
      visit.resume();
      visit.awaitKept(model);
      assertThat(visit.note()).hasText(say("store.changed", vision, "hub.ejemplo"));
      List<String> pieces = visit.pieces().stream().map(piece -> piece.get(0)).toList();
      assertFalse(pieces.contains(kept.get(0)), "a piece of the older file is kept");
      assertNotEquals(0, new HashSet<>(pieces).size());
      assertEquals(5, pieces.size());
    }
  }

  @ParameterizedTest
  @CsvSource({"16, large", "8, tight", "2, too-small"})
  void whatALargeModelNeedsIsToldBeforeAnythingIsFetched(double gigabytes, String tier)
      throws IOException {
    // Half of 8 GB holds the larger half of the model, half of 16 GB both.
    long bytes = 0;
    StringBuilder graphs = new StringBuilder();
    StringBuilder files = new StringBuilder();
    for (String part : List.of("vision", "qformer", "embedding", "decoder")) {
      long size = part.equals("decoder") ? 2_600_000_000L : 500_000_000L;
      bytes += size;
      String comma = files.isEmpty() ? "" : ", ";
      graphs.append(comma).append(part).append(": '").append(part).append(".onnx'");
      files.append(comma).append("{path: '").append(part).append(".onnx.data', sha256: '', ");
      files.append("bytes: ").append(size).append("}");
    }
    try (ModelServer server = new ModelServer()) {
      server.offer(
          "window.mirador.models = [{name: '%s', title: '%s', origins: [], manifests: [{name: '%s',"
                  .formatted(NAME, TITLE, NAME)
              + " variant: 'int8', architecture: 'blip2', graphs: {%s}, files: [%s]}]}];\n"
                  .formatted(graphs, files));
      String script =
          "Object.defineProperty(navigator, 'deviceMemory', {value: "
              + gigabytes
              + "});"
              + "navigator.storage.estimate = () => Promise.resolve({usage: 0, quota: 3e9});";
      try (StoreVisit visit = new StoreVisit(server.address(), script)) {
        assertThat(visit.page().locator(".model-needs"))
            .hasText(
                String.join(
                    " ",
                    say("store.needs", mb(bytes), mb(3_100_000_000L)),
                    say("store.needs.room", mb(3_000_000_000L)),
                    say("store.needs." + tier)));
      }
    }
  }
}
