package mirador.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import java.awt.Color;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import mirador.browser.BuiltSite.Way;
import mirador.concepts.course.Notebook;
import mirador.concepts.course.WidgetCatalogue;
import mirador.concepts.explain.CaptionEditorWords;
import mirador.concepts.explain.PictureGalleryWords;
import mirador.concepts.explain.SettingProblemWords;
import mirador.concepts.explain.SimilarityMatrixWords;
import mirador.concepts.retrieval.SimilarityMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a learner may get wrong: a clear sentence in Spanish that names the file, nothing lost, and
 * never an error in the console, on which {@link Visit} fails.
 */
final class BadInputTest {
  private static final String SCRIPT = "<img src=x onerror=\"window.hacked=1\"><script>hacked=1";

  @ParameterizedTest
  @EnumSource(Way.class)
  void aFileThatIsNoPictureIsRefusedAndTheOldPictureStays(Way way) {
    try (Visit visit = Visit.to(way, "index.html")) {
      visit.give("cat", "mío.png", Png.of(300, 200, Color.GREEN));
      Locator slot = slot(visit, 1);
      visit.await(slot.locator(".slot-size"), PictureGalleryWords.size(Texts.SPANISH, 300, 200));
      byte[] text = "esto es un texto".getBytes(StandardCharsets.UTF_8);
      refuse(visit, "apuntes.png", text, "picture.error.unreadable");
      refuse(visit, "vacío.png", new byte[0], "picture.error.empty");
      refuse(visit, "clase.mp4", mp4(), "picture.error.unreadable");
      byte[] half = Png.of(300, 200, Color.RED);
      refuse(visit, "cortado.png", Arrays.copyOf(half, 20), "picture.error.unreadable");
      visit.await(slot.locator(".slot-name"), "mío.png");
      visit.await(slot.locator(".slot-size"), PictureGalleryWords.size(Texts.SPANISH, 300, 200));
      // A good file after a bad one takes the message away.
      visit.give("cat", "otro.png", Png.of(90, 60, Color.GREEN));
      visit.await(slot.locator(".slot-size"), PictureGalleryWords.size(Texts.SPANISH, 90, 60));
      assertThat(visit.find("#picture-gallery .widget-error")).isHidden();
    }
  }

  private static void refuse(Visit visit, String name, byte[] content, String key) {
    visit.give("cat", name, content);
    visit.await(visit.find("#picture-gallery .widget-error"), Texts.SPANISH.get(key, name));
  }

  private static Locator slot(Visit visit, int index) {
    return visit.find("#picture-gallery .picture-slot").nth(index);
  }

  /** The head of an MP4 file. */
  private static byte[] mp4() {
    byte[] file = new byte[4096];
    byte[] head = {0, 0, 0, 24, 'f', 't', 'y', 'p', 'm', 'p', '4', '2', 0, 0, 0, 0};
    System.arraycopy(head, 0, file, 0, head.length);
    return file;
  }

  @Test
  void aPictureOfSixtyMegapixelsIsReduced() {
    try (Visit visit = Visit.to(Way.HTTP, "index.html")) {
      visit.give("car", "enorme.png", Png.huge(10_000, 6_000));
      String reduced = PictureGalleryWords.reduced(Texts.SPANISH, 10_000, 6_000, 1600, 960);
      visit.await(slot(visit, 0).locator(".slot-size"), reduced);
      visit.awaitKept("car", "enorme.png");
      visit.page().reload();
      visit.widget("picture-gallery");
      visit.await(slot(visit, 0).locator(".slot-size"), reduced);
    }
  }

  @Test
  void aReducedPictureKeepsItsSizesFromADisk() {
    try (Visit visit = Visit.to(Way.FILE, "index.html")) {
      visit.give("car", "grande.png", Png.huge(3_200, 1_600));
      String reduced = PictureGalleryWords.reduced(Texts.SPANISH, 3_200, 1_600, 1600, 800);
      visit.await(slot(visit, 0).locator(".slot-size"), reduced);
      visit.awaitKept("car", "grande.png");
      visit.page().reload();
      visit.widget("picture-gallery");
      visit.await(slot(visit, 0).locator(".slot-size"), reduced);
    }
  }

  @Test
  void aNameWithMarkupIsATextEverywhere() {
    try (Visit visit = Visit.to(Way.HTTP, "index.html")) {
      String name = "<b onclick=hacked=1>.png";
      visit.give("puppy", name, Png.of(300, 200, Color.GREEN));
      visit.await(slot(visit, 2).locator(".slot-name"), name);
      visit.awaitKept("puppy", name);
      for (String page : new String[] {"01-vit.html", "02-clip.html", "03-vqa.html"}) {
        visit.open(page);
        visit.mountAll();
        assertEquals(0, visit.find("main b[onclick]").count(), page);
      }
      visit.open("01-vit.html");
      visit.set("patch-grid", "image", "puppy");
      assertThat(visit.control("patch-grid", "image").locator("option:checked")).hasText(name);
      visit.open("index.html");
      visit.give("puppy", SCRIPT.replace("/", "") + ".txt", new byte[] {1, 2, 3});
      Locator error = visit.find("#picture-gallery .widget-error");
      assertThat(error).containsText("<img src=x");
      assertEquals(0, error.locator("img").count());
      assertEquals(true, visit.page().evaluate("window.hacked === undefined"));
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void captionsOfAnyKindAreTakenAsText(Way way) {
    try (Visit visit = Visit.to(way, "02-clip.html")) {
      visit.mountAll();
      Locator area = visit.control("caption-editor", "caption-cat");
      String longText = "a cute cat and a dog ".repeat(480).substring(0, 10_000);
      for (String caption : new String[] {longText, "", "   ", SCRIPT, "😀 𝒸𝒶𝓉 ‏cat"}) {
        area.fill(caption);
        Map<String, String> captions =
            Notebook.captions(
                Notebook.CAPTIONS.get("car"), caption, Notebook.CAPTIONS.get("puppy"));
        visit.awaitResult("caption-editor", CaptionEditorWords.result(Texts.SPANISH, captions));
        visit.awaitResult(
            "similarity-matrix",
            SimilarityMatrixWords.result(Texts.SPANISH, SimilarityMatrix.symbolic(captions)));
        assertThat(area).hasValue(caption);
        assertEquals(0, visit.find("main img[onerror]").count());
        assertEquals(
            1280, visit.page().evaluate("document.documentElement.scrollWidth"), "scroll width");
      }
      assertEquals(true, visit.page().evaluate("window.hacked === undefined"));
      area.fill(longText);
      visit.page().reload();
      visit.widget("caption-editor");
      assertThat(visit.control("caption-editor", "caption-cat")).hasValue(longText);
    }
  }

  @Test
  void aCaptionLongerThanAnyIsCutNotLost() {
    try (Visit visit = Visit.to(Way.HTTP, "02-clip.html")) {
      visit.widget("caption-editor");
      Locator area = visit.control("caption-editor", "caption-car");
      area.focus();
      // As a paste does, which the field itself cuts to its greatest length.
      visit.page().keyboard().insertText("car ".repeat(6_000));
      assertTrue(area.inputValue().length() >= 10_000);
      visit.page().reload();
      visit.widget("caption-editor");
      assertTrue(area.inputValue().length() >= 10_000, "kept " + area.inputValue().length());
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void questionsOfAnyKindGetAnAnswerOrASentence(Way way) {
    try (Visit visit = Visit.to(way, "03-vqa.html")) {
      Locator section = visit.widget("vqa-chat");
      Locator box = visit.control("vqa-chat", "box");
      Locator problem = section.locator(".field-problem");
      box.fill("What do you see?");
      box.press("Enter");
      Locator turns = section.locator(".chat-turn");
      assertThat(turns).hasCount(1);
      box.fill("   ");
      box.press("Enter");
      visit.await(problem, Texts.SPANISH.get("vqa-chat.empty"));
      String longQuestion = "see ".repeat(2_500).strip();
      box.fill(longQuestion);
      box.press("Enter");
      visit.await(problem, Texts.SPANISH.get("vqa-chat.long", longQuestion.length(), 500));
      assertThat(box).hasValue(longQuestion);
      assertThat(turns).hasCount(1);
      box.fill(SCRIPT);
      box.press("Enter");
      assertThat(turns).hasCount(2);
      assertThat(turns.last().locator(".chat-question")).hasText(SCRIPT);
      assertThat(problem).isHidden();
      assertEquals(0, visit.find("main img[onerror]").count());
      assertEquals(true, visit.page().evaluate("window.hacked === undefined"));
    }
  }

  @Test
  void anAddressThatAsksForNonsenseIsSaidAndTheLessonStands() {
    try (Visit visit =
        Visit.to(
            Way.HTTP,
            "02-clip.html?retrieval-metrics.matrix=1%202;3&query-retrieval.k=9&embedding-bars.image=dog"
                + "&query-retrieval.query=%3Cimg%20src=x%20onerror=hacked=1%3E")) {
      for (String[] one :
          new String[][] {
            {"retrieval-metrics", "matrix", "1 2;3"},
            {"query-retrieval", "k", "9"},
            {"embedding-bars", "image", "dog"}
          }) {
        visit.widget(one[0]);
        visit.await(
            visit.find("#" + one[0] + " > .widget-error"),
            SettingProblemWords.sentence(
                Texts.SPANISH,
                WidgetCatalogue.get(one[0])
                    .readLeniently(Map.of(one[1], one[2]))
                    .ignored()
                    .get(0)));
      }
      visit.awaitResult("retrieval-metrics", Sentences.metrics(new double[0][]));
      assertThat(visit.control("query-retrieval", "query"))
          .hasValue("<img src=x onerror=hacked=1>");
      assertEquals(true, visit.page().evaluate("window.hacked === undefined"));
    }
  }
}
