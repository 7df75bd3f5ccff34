package mirador.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static mirador.browser.SampleModel.NAME;
import static mirador.browser.SampleModel.TITLE;
import static mirador.browser.StoreVisit.mb;
import static mirador.browser.StoreVisit.say;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A model that comes without a network: from a picked folder, or from scripts beside the page. */
final class ModelFilesTest {
  private static final String FOLDER = Texts.SPANISH.get("store.folder");
  private static final String PACKS = Texts.SPANISH.get("store.packs");

  @TempDir static Path folders;
  private static Path copy;
  private static final SampleModel MODEL = SampleModel.split();

  /** A copy of the site, as on a stick, whose one model is the sample. */
  @BeforeAll
  static void copySite() throws IOException {
    copy = folders.resolve("site");
    try (Stream<Path> files = Files.walk(BuiltSite.FOLDER)) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(BuiltSite.FOLDER.relativize(file).toString()));
      }
    }
    Path data = copy.resolve("assets/course-data.js");
    Files.writeString(data, Files.readString(data) + offer());
    MODEL.write(folders.resolve(NAME), true);
  }

  private static String offer() {
    return MODEL.offer(
        List.of(SampleModel.origin("hub", "https://models.invalid/hub/", "models.invalid")));
  }

  /** Where the page is opened: on a disk, or from a server that has no models. */
  enum Place {
    DISK,
    SERVER;

    String address(ModelServer server) {
      return this == DISK ? copy.toUri().toString() : server.address();
    }
  }

  private static ModelServer server() throws IOException {
    ModelServer server = new ModelServer();
    server.offer(offer());
    return server;
  }

  private static void assertNothingAskedElsewhere(StoreVisit visit, String address) {
    for (String url : visit.requests()) {
      assertTrue(url.startsWith(address) || url.matches("(blob|data):.*"), "asked " + url);
    }
  }

  @ParameterizedTest
  @EnumSource(Place.class)
  void aPickedFolderIsVerifiedAndKept(Place place) throws IOException {
    try (ModelServer server = server();
        StoreVisit visit = new StoreVisit(place.address(server))) {
      visit.context().setOffline(true);
      visit.field("folder").setInputFiles(folders.resolve(NAME));
      visit.awaitKept(MODEL);
      assertThat(visit.kept()).containsText(FOLDER);
      visit.button(say("store.kept.check", TITLE, "int8")).click();
      visit.awaitKept(MODEL);
      visit.context().setOffline(false);
      visit.reload();
      visit.awaitKept(MODEL);
      assertThat(visit.page().locator("#model-storage > .widget-error")).hasCount(0);
      assertNothingAskedElsewhere(visit, place.address(server));
    }
  }

  @ParameterizedTest
  @EnumSource(Place.class)
  void singleFilesWillDo(Place place) throws IOException {
    try (ModelServer server = server();
        StoreVisit visit = new StoreVisit(place.address(server))) {
      try (Stream<Path> files = Files.list(folders.resolve(NAME))) {
        visit.field("files").setInputFiles(files.toArray(Path[]::new));
      }
      visit.awaitKept(MODEL);
    }
  }

  @Test
  void aDroppedFolderIsTaken() throws IOException {
    try (ModelServer server = server();
        StoreVisit visit = new StoreVisit(server.address())) {
      // Entries as those of a folder that is dragged from a desktop.
      String files = SampleModel.write(MODEL.files);
      visit
          .page()
          .evaluate(
              "([files, manifest]) => { const bytes = text => Uint8Array.from(atob(text),"
                  + " c => c.charCodeAt(0));"
                  + " const all = Object.entries(JSON.parse(files)).map(([name, text]) =>"
                  + "  new File([bytes(text)], name));"
                  + " all.push(new File([manifest], 'manifest.json'));"
                  + " const entries = all.map(file => ({isFile: true, name: file.name,"
                  + "  file: done => done(file)}));"
                  + " const folder = {isFile: false, name: 'clip', createReader: () => {"
                  + "  const batches = [entries.slice(0, 4), entries.slice(4), []];"
                  + "  return {readEntries: done => done(batches.shift())}; }};"
                  + " const event = new Event('drop', {bubbles: true, cancelable: true});"
                  + " event.dataTransfer = {items: [{webkitGetAsEntry: () => folder}]};"
                  + " document.querySelector('.model-bar').dispatchEvent(event); }",
              List.of(files, MODEL.text()));
      visit.awaitKept(MODEL);
    }
  }

  @Test
  void aSplitFileMayLieWholeOnTheDisk(@TempDir Path folder) throws IOException {
    Path model = folder.resolve("clip");
    Files.createDirectories(model);
    for (Map.Entry<String, byte[]> file : MODEL.whole.entrySet()) {
      Files.write(model.resolve(file.getKey()), file.getValue());
    }
    Files.writeString(model.resolve("manifest.json"), MODEL.text());
    try (ModelServer server = server();
        StoreVisit visit = new StoreVisit(server.address())) {
      visit.field("folder").setInputFiles(model);
      visit.awaitKept(MODEL);
      assertEquals(MODEL.files.size(), visit.pieces().size());
    }
  }

  @Test
  void aFolderAsTheHubHasItIsRecognisedByItsFiles(@TempDir Path folder) throws IOException {
    SampleModel hub = SampleModel.hub(false);
    hub.write(folder.resolve("models--Xenova/snapshots/main"), false);
    try (ModelServer server = new ModelServer()) {
      server.offer(
          hub.offer(List.of(SampleModel.origin("hub", server.address() + "hub/", "hub.ejemplo"))));
      try (StoreVisit visit = new StoreVisit(server.address())) {
        visit.field("folder").setInputFiles(folder.resolve("models--Xenova"));
        visit.awaitKept(hub);
        assertEquals(List.of(), server.requests());
      }
    }
  }

  @Test
  void whatIsMissingShortOrDamagedInAFolderIsNamed(@TempDir Path folder) throws IOException {
    try (ModelServer server = server();
        StoreVisit visit = new StoreVisit(server.address())) {
      visit
          .field("files")
          .setInputFiles(new FilePayload("foto.png", "image/png", new byte[] {1, 2, 3}));
      visit.awaitProblem(say("store.folder.none", 1));

      Path missing = folder.resolve("a");
      MODEL.write(missing, true);
      Files.delete(missing.resolve("vocab.json"));
      visit.field("folder").setInputFiles(missing);
      visit.awaitProblem(say("store.folder.missing", "vocab.json"));

      Path shorter = folder.resolve("b");
      MODEL.write(shorter, true);
      Files.write(shorter.resolve("vocab.json"), new byte[10]);
      visit.field("folder").setInputFiles(shorter);
      visit.awaitProblem(say("store.folder.short", "vocab.json"));

      Path damaged = folder.resolve("c");
      MODEL.write(damaged, true);
      byte[] bytes = MODEL.files.get("vocab.json").clone();
      bytes[4_000] ^= 1;
      Files.write(damaged.resolve("vocab.json"), bytes);
      visit.field("folder").setInputFiles(damaged);
      visit.awaitProblem(say("store.damaged.twice", "vocab.json", FOLDER));

      Path wrong = folder.resolve("d");
      MODEL.write(wrong, true);
      Files.writeString(wrong.resolve("manifest.json"), "{\"format\": 1");
      visit.field("folder").setInputFiles(wrong);
      visit.awaitProblem(say("store.manifest", "d/manifest.json", say("store.no-json")));

      visit.field("folder").setInputFiles(folders.resolve(NAME));
      visit.awaitKept(MODEL);
    }
  }

  @Test
  void scriptsBesideThePageAreLoadedWithTheNetworkOff() throws IOException {
    Path packs = copy.resolve("models").resolve(NAME);
    MODEL.writePacks(packs);
    try (StoreVisit visit = new StoreVisit(copy.toUri().toString())) {
      visit.context().setOffline(true);
      assertThat(visit.line()).hasText(say("store.bar.absent", TITLE));
      load(visit).click();
      visit.awaitKept(MODEL);
      assertThat(visit.kept()).containsText(say("store.kept.memory"));
      visit.button(say("store.kept.check", TITLE, "int8")).click();
      visit.awaitKept(MODEL);
      assertThat(visit.page().locator("#model-storage > .widget-error")).hasCount(0);
      assertNothingAskedElsewhere(visit, copy.toUri().toString());
      // Nothing is left in the browser of a machine that the stick was in.
      visit.reload();
      assertThat(visit.line()).hasText(say("store.bar.absent", TITLE));
    }
  }

  @Test
  void aCopyWithoutScriptsOrWithADamagedOneIsSaid() throws IOException {
    Path packs = copy.resolve("models").resolve(NAME);
    MODEL.writePacks(packs);
    Path manifest = packs.resolve("manifest.js");
    Path script = packs.resolve("vision.onnx.002.js");
    String right = Files.readString(script);
    try (StoreVisit visit = new StoreVisit(copy.toUri().toString())) {
      Files.move(manifest, packs.resolve("away.js"));
      load(visit).click();
      visit.awaitProblem(say("store.packs.none", NAME));
      Files.move(packs.resolve("away.js"), manifest);

      Files.writeString(script, right.substring(0, right.length() - 200));
      load(visit).click();
      assertThat(visit.page().locator(".model-bar .widget-error"))
          .containsText("vision.onnx.002.js");
      assertEquals(1, visit.clearErrors(), "a script that breaks off is an error of its own");

      int at = right.indexOf(", 2, \"") + 100;
      char other = right.charAt(at) == 'A' ? 'B' : 'A';
      Files.writeString(script, right.substring(0, at) + other + right.substring(at + 1));
      visit.resume();
      visit.awaitProblem(say("store.damaged.twice", say("store.part", 3, 5, "vision.onnx"), PACKS));

      Files.writeString(script, right);
      visit.resume();
      visit.awaitKept(MODEL);
    }
  }

  private static Locator load(StoreVisit visit) {
    return visit.button(say("store.bar.load", TITLE, mb(MODEL.bytes()), PACKS));
  }

  /** Browsers of before 2025 have no such method. */
  @Test
  void withoutTheNewBase64MethodItWorksTheSame() throws IOException {
    MODEL.writePacks(copy.resolve("models").resolve(NAME));
    try (StoreVisit visit =
        new StoreVisit(copy.toUri().toString(), "delete Uint8Array.fromBase64;")) {
      load(visit).click();
      visit.awaitKept(MODEL);
    }
  }

  @Test
  void aFolderThatDoesNotFitIsUsedInPlaceAndNotCopied() throws IOException {
    try (ModelServer server = server();
        StoreVisit visit =
            new StoreVisit(
                server.address(),
                "navigator.storage.estimate = () => Promise.resolve({usage: 0, quota: 1000});")) {
      visit.field("folder").setInputFiles(folders.resolve(NAME));
      visit.awaitKept(MODEL);
      assertThat(visit.note()).hasText(say("store.in-place"));
      assertThat(visit.kept()).containsText(say("store.kept.memory"));
      assertEquals(List.of(), visit.pieces());
      visit.reload();
      assertThat(visit.line()).hasText(say("store.bar.absent", TITLE));
    }
  }

  @Test
  void ofAFolderWithSeveralModelsTheOneThatIsAskedForIsTaken() throws IOException {
    Path several = Files.createDirectory(folders.resolve("models"));
    SampleModel.split().write(several.resolve(NAME), true);
    Path other = Files.createDirectory(several.resolve("a"));
    Files.writeString(other.resolve("manifest.json"), "{}");
    try (ModelServer server = server();
        StoreVisit visit = new StoreVisit(server.address())) {
      visit.field("folder").setInputFiles(several);
      visit.awaitKept(MODEL);
      assertEquals(9, visit.pieces().size());
    }
  }
}
