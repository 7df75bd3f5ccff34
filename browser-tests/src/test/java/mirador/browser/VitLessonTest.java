package mirador.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.List;
import mirador.browser.BuiltSite.Way;
import mirador.concepts.explain.ConvAttentionWords;
import mirador.concepts.explain.PatchGridWords;
import mirador.concepts.explain.PatchSizeTableWords;
import mirador.concepts.explain.TokenStripWords;
import mirador.concepts.explain.VitShapesWords;
import mirador.concepts.image.Convolution;
import mirador.concepts.image.Kernel;
import mirador.concepts.image.Picture;
import mirador.concepts.image.Shrink;
import mirador.concepts.text.Messages;
import mirador.concepts.text.Numbers;
import mirador.concepts.vit.PatchGrid;
import mirador.concepts.vit.Patches;
import mirador.concepts.vit.ViTShapes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lesson 1: what its widgets do beyond what all do. */
final class VitLessonTest {
  private static final Messages MESSAGES = Texts.SPANISH;
  private static final String PAGE = "01-vit.html";

  @ParameterizedTest
  @EnumSource(Way.class)
  void aPatchAndItsTokenAreLinked(Way way) {
    try (Visit visit = Visit.to(way, PAGE)) {
      Locator section = visit.widget("patch-grid");
      PatchGrid grid = Sentences.grid(64);
      visit.awaitResult("patch-grid", PatchGridWords.result(MESSAGES, grid));
      Locator canvas = section.locator("canvas.picture-canvas");
      Locator token = section.locator(".patch-token");
      canvas.focus();
      String[] keys = {"ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp", "ArrowUp", "End"};
      int[] tokens = {1, 13, 12, 0, 0, 95};
      for (int i = 0; i < keys.length; i++) {
        canvas.press(keys[i]);
        visit.await(token, PatchGridWords.patch(MESSAGES, grid, tokens[i]));
      }
      double width = canvas.boundingBox().width;
      // The middle of the patch in row 2, column 3.
      canvas.hover(new Locator.HoverOptions().setPosition(3.5 * width / 12, 2.5 * width / 12));
      visit.await(token, PatchGridWords.patch(MESSAGES, grid, 27));
      Locator strip = section.locator("[role=slider]");
      assertThat(strip).hasAttribute("aria-valuenow", "27");
      strip.press("ArrowRight");
      visit.await(token, PatchGridWords.patch(MESSAGES, grid, 28));
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void aTokenUnfoldsIntoItsVector(Way way) {
    Picture cat = Png.figure("cat");
    try (Visit visit = Visit.to(way, PAGE)) {
      Locator section = visit.widget("token-strip");
      PatchGrid grid = Sentences.grid(64);
      Locator strip = section.locator("[role=slider]");
      visit.awaitResult("token-strip", TokenStripWords.result(MESSAGES, grid, 0));
      strip.press("ArrowDown");
      strip.press("ArrowRight");
      visit.awaitResult("token-strip", TokenStripWords.result(MESSAGES, grid, 13));
      visit.button(section, MESSAGES.get("token-strip.next")).click();
      visit.awaitResult("token-strip", TokenStripWords.result(MESSAGES, grid, 14));
      visit.button(section, MESSAGES.get("token-strip.previous")).click();
      strip.press("End");
      visit.awaitResult("token-strip", TokenStripWords.result(MESSAGES, grid, 95));
      assertThat(visit.button(section, MESSAGES.get("token-strip.next"))).isDisabled();
      visit.set("token-strip", "patch", "32");
      strip.press("Home");
      Locator flatten = visit.button(section, MESSAGES.get("token-strip.flatten"));
      flatten.click();
      int[] values = Patches.flatten(cat, Sentences.grid(32), 0);
      assertEquals(shown(values, 0), section.locator(".vector-number").allTextContents());
      visit.control("token-strip", "from").press("ArrowRight");
      assertEquals(shown(values, 24), section.locator(".vector-number").allTextContents());
      flatten.click();
      assertThat(section.locator(".vector-panel")).isHidden();
    }
  }

  private static List<String> shown(int[] values, int first) {
    List<String> shown = new ArrayList<>();
    for (int i = first; i < first + 24; i++) {
      shown.add(Numbers.integer(values[i]));
    }
    return shown;
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void theKernelSlidesAndIsEdited(Way way) {
    Picture grey = Shrink.toGrey(Shrink.toFit(Png.figure("cat"), ConvAttentionWords.SIDE));
    try (Visit visit = Visit.to(way, PAGE)) {
      Locator section = visit.widget("conv-attention");
      int x = ConvAttentionWords.startX(grey);
      int y = ConvAttentionWords.startY(grey);
      awaitSum(visit, section, grey, Kernel.EDGES, x, y);
      Locator input = section.locator("canvas[tabindex='0']").first();
      input.press("ArrowRight");
      input.press("Shift+ArrowDown");
      input.press("ArrowUp");
      x += 1;
      y += 9;
      awaitSum(visit, section, grey, Kernel.EDGES, x, y);
      for (Kernel kernel : List.of(Kernel.IDENTITY, Kernel.BLUR, Kernel.SHARPEN)) {
        visit.set("conv-attention", "kernel", kernel.name());
        awaitSum(visit, section, grey, kernel, x, y);
      }
      Locator weights = section.locator(".conv-weight");
      double[] own = {0, 1, 0, 1, -4, 1, 0, 1, 0};
      for (int i = 0; i < own.length; i++) {
        weights.nth(i).fill(Numbers.plain(own[i], 0));
      }
      assertThat(visit.control("conv-attention", "kernel")).hasValue("own");
      awaitSum(visit, section, grey, Kernel.own(own), x, y);
      weights.first().fill("muchos");
      Locator error = section.locator("> .widget-error");
      visit.await(error, MESSAGES.get("conv-attention.weights.bad", "\u22129", "9"));
      awaitSum(visit, section, grey, Kernel.own(own), x, y);
      weights.first().fill("0,5");
      own[0] = 0.5;
      assertThat(error).isHidden();
      awaitSum(visit, section, grey, Kernel.own(own), x, y);
      input.press("Home");
      awaitSum(visit, section, grey, Kernel.own(own), 0, y);

      Locator similarity = section.locator(".conv-similarity");
      String before = similarity.textContent();
      section.locator("canvas[tabindex='0']").last().press("ArrowRight");
      assertThat(similarity).not().hasText(before);

      Locator slide = visit.button(section, MESSAGES.get("conv-attention.slide"));
      slide.click();
      Locator stop = visit.button(section, MESSAGES.get("conv-attention.stop"));
      assertThat(section.locator(".conv-place"))
          .not()
          .hasText(MESSAGES.get("conv-attention.window", 0, 0));
      stop.click();
      assertThat(slide).isVisible();
    }
  }

  private static void awaitSum(
      Visit visit, Locator section, Picture grey, Kernel kernel, int x, int y) {
    visit.await(section.locator(".conv-place"), MESSAGES.get("conv-attention.window", x, y));
    visit.await(
        section.locator(".conv-sum"),
        ConvAttentionWords.sum(MESSAGES, Convolution.at(grey, kernel, x, y, 0)));
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void sizesAreGuessedOneByOne(Way way) {
    try (Visit visit = Visit.to(way, PAGE)) {
      Locator section = visit.widget("patch-size-table");
      Locator size = visit.control("patch-size-table", "size");
      Locator guess = visit.control("patch-size-table", "guess");
      assertThat(size).hasValue("32");
      guess.fill("384");
      guess.press("Enter");
      assertThat(size).hasValue("48");
      guess.fill("100");
      visit.button(section, MESSAGES.get("patch-size-table.check")).click();
      PatchGrid large = Sentences.grid(32);
      PatchGrid small = Sentences.grid(48);
      visit.awaitResult(
          "patch-size-table", PatchSizeTableWords.result(MESSAGES, List.of(large, small)));
      Locator rows = section.locator(".size-table tbody tr");
      assertThat(rows).hasCount(2);
      assertThat(rows.nth(0)).containsText(PatchSizeTableWords.verdict(MESSAGES, 384, large));
      assertThat(rows.nth(1)).containsText(PatchSizeTableWords.verdict(MESSAGES, 100, small));
      assertThat(rows.nth(1)).containsText(PatchSizeTableWords.crop(MESSAGES, small));
      size.fill("3");
      guess.fill("1");
      guess.press("Enter");
      Locator error = section.locator("> .widget-error");
      visit.await(error, MESSAGES.get("patch-size-table.size.bad", 4, 512));
      size.fill("96");
      guess.fill("unos 40");
      guess.press("Enter");
      visit.await(error, MESSAGES.get("patch-size-table.guess.bad", 96));
      assertThat(rows).hasCount(2);
      visit.page().reload();
      visit.awaitResult(
          "patch-size-table", PatchSizeTableWords.result(MESSAGES, List.of(large, small)));
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void theShapesFollowTheSizes(Way way) {
    try (Visit visit = Visit.to(way, PAGE)) {
      Locator section = visit.widget("vit-shapes");
      String before = section.locator("[data-play]").innerText();
      visit.set("vit-shapes", "height", "512");
      visit.set("vit-shapes", "patch", "14");
      visit.set("vit-shapes", "dim", "1024");
      ViTShapes shapes = new ViTShapes(512, 224, 14, 1024);
      visit.awaitResult("vit-shapes", VitShapesWords.result(MESSAGES, shapes));
      assertNotEquals(before, section.locator("[data-play]").innerText());
      for (ViTShapes.Step step : shapes.steps()) {
        Locator stage = section.locator("[data-stage='" + step.stage().name() + "']");
        visit.await(stage.locator("[data-shape]"), VitShapesWords.shape(step));
        visit.await(
            stage.locator("[data-what]"), VitShapesWords.what(MESSAGES, shapes, step.stage()));
      }
    }
  }
}
