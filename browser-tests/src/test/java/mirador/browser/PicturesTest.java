package mirador.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import java.awt.Color;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import mirador.browser.BuiltSite.Way;
import mirador.concepts.course.Notebook;
import mirador.concepts.explain.PatchGridWords;
import mirador.concepts.explain.PictureGalleryWords;
import mirador.concepts.explain.TokenStripWords;
import mirador.concepts.vit.PatchGrid;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lesson 0: pictures of the learner's, in every way they come, and where they are used. */
final class PicturesTest {
  private static final String GALLERY = "#picture-gallery";

  @ParameterizedTest
  @EnumSource(Way.class)
  void anOwnPictureIsUsedOnEveryPageUntilTheFigureReturns(Way way) {
    try (Visit visit = Visit.to(way, "index.html")) {
      Map<String, String> names = visit.pictureNames();
      visit.give("cat", "mi gata.png", Png.of(300, 200, Color.ORANGE));
      Locator slot = visit.find(GALLERY + " .picture-slot").nth(1);
      visit.await(slot.locator(".slot-size"), PictureGalleryWords.size(Texts.SPANISH, 300, 200));
      visit.awaitResult(
          "picture-gallery",
          PictureGalleryWords.result(
              Texts.SPANISH,
              List.of(names.get("car"), "mi gata.png", names.get("puppy")),
              List.of("mi gata.png")));
      visit.awaitKept("cat", "mi gata.png");

      visit.open("01-vit.html");
      PatchGrid grid = new PatchGrid(200, 300, 64);
      visit.awaitResult("patch-grid", PatchGridWords.result(Texts.SPANISH, grid));
      visit.awaitResult("token-strip", TokenStripWords.result(Texts.SPANISH, grid, 0));
      visit.widget("conv-attention");
      assertThat(visit.control("conv-attention", "image").locator("option:checked"))
          .hasText("mi gata.png");
      visit.open("02-clip.html");
      for (String widget : List.of("embedding-bars", "similarity-matrix", "query-retrieval")) {
        assertThat(visit.widget(widget).locator(".careful-note", contains("mi gata.png")).first())
            .isVisible();
      }
      visit.open("03-vqa.html");
      visit.set("vqa-chat", "image", "cat");
      assertThat(visit.find("#vqa-chat .chat-own")).isVisible();

      visit.open("index.html");
      visit.widget("picture-gallery");
      visit.button(slot, Texts.SPANISH.get("picture-gallery.restore")).click();
      visit.awaitResult("picture-gallery", new Sentences(names).of("picture-gallery", Map.of()));
      visit.await(slot.locator(".slot-size"), PictureGalleryWords.size(Texts.SPANISH, 768, 512));
      visit.open("01-vit.html");
      visit.awaitResult("patch-grid", PatchGridWords.result(Texts.SPANISH, Sentences.grid(64)));
    }
  }

  private static Locator.LocatorOptions contains(String text) {
    return new Locator.LocatorOptions().setHasText(text);
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void picturesComeByPastingDraggingAndCamera(Way way) {
    try (Visit visit = Visit.to(way, "index.html")) {
      Locator slots = visit.widget("picture-gallery").locator(".picture-slot");
      Locator error = visit.find(GALLERY + " > .widget-error");

      visit.button(slots.nth(2), Texts.SPANISH.get("picture-gallery.paste")).click();
      send(visit, visit.find("body"), "paste", "clipboardData", Png.of(120, 80, Color.PINK));
      visit.await(
          slots.nth(2).locator(".slot-size"), PictureGalleryWords.size(Texts.SPANISH, 120, 80));

      send(visit, slots.nth(0), "drop", "dataTransfer", Png.of(66, 44, Color.CYAN));
      visit.await(
          slots.nth(0).locator(".slot-size"), PictureGalleryWords.size(Texts.SPANISH, 66, 44));
      send(visit, slots.nth(0), "drop", "dataTransfer", new byte[0]);
      visit.await(error, Texts.SPANISH.get("picture-gallery.no-file"));
      visit.await(slots.nth(0).locator(".slot-name"), "dada.png");

      visit.button(slots.nth(1), Texts.SPANISH.get("picture-gallery.photo")).click();
      Locator take =
          visit.button(visit.find(GALLERY), Texts.SPANISH.get("picture-gallery.camera.take"));
      take.click();
      visit.await(
          slots.nth(1).locator(".slot-name"), Texts.SPANISH.get("picture-gallery.photo.name"));
      assertThat(take).isHidden();

      visit.button(visit.find(GALLERY), Texts.SPANISH.get("picture-gallery.restore-all")).click();
      visit.awaitResult(
          "picture-gallery", new Sentences(visit.pictureNames()).of("picture-gallery", Map.of()));
      for (int i = 0; i < Notebook.PICTURES.size(); i++) {
        visit.await(
            slots.nth(i).locator(".slot-size"), PictureGalleryWords.size(Texts.SPANISH, 768, 512));
      }
    }
  }

  /** Sends an event that carries a file "dada.png", or only a link when there are no bytes. */
  private static void send(
      Visit visit, Locator target, String event, String carrier, byte[] content) {
    JSHandle transfer =
        visit
            .page()
            .evaluateHandle(
                "base64 => { const t = new DataTransfer();"
                    + " if (base64) t.items.add(new File([Uint8Array.from(atob(base64),"
                    + "  c => c.charCodeAt(0))], 'dada.png', {type: 'image/png'}));"
                    + " else t.setData('text/uri-list', 'https://example.org/a.png');"
                    + " return t; }",
                Base64.getEncoder().encodeToString(content));
    // Playwright's own dispatch makes no clipboard events.
    Object unhandled =
        target.evaluate(
            "(e, [type, carrier, transfer]) => { const event = type === 'paste'"
                + " ? new ClipboardEvent(type, {bubbles: true, cancelable: true, [carrier]: transfer})"
                + " : new DragEvent(type, {bubbles: true, cancelable: true, [carrier]: transfer});"
                + " return e.dispatchEvent(event); }",
            List.of(event, carrier, transfer));
    assertEquals(false, unhandled, "the page takes the " + event);
  }
}
