package mirador.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mirador.browser.BuiltSite.Way;
import mirador.concepts.audio.Sound;
import mirador.concepts.course.Notebook;
import mirador.concepts.explain.MediaLibraryWords;
import mirador.concepts.explain.ModalityRouterWords;
import mirador.concepts.explain.ModalityTableWords;
import mirador.concepts.mllm.AudioEntry;
import mirador.concepts.mllm.MediaDatabase;
import mirador.concepts.mllm.MultimodalResponder;
import mirador.concepts.mllm.VideoEntry;
import mirador.concepts.text.Messages;
import mirador.concepts.video.DrawnClip;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lesson 4: what its widgets do beyond what all do. */
final class MllmLessonTest {
  private static final Messages MESSAGES = Texts.SPANISH;
  private static final String PAGE = "04-mllm.html";

  @ParameterizedTest
  @EnumSource(Way.class)
  void theDiagramIsADoorToo(Way way) {
    try (Visit visit = Visit.to(way, PAGE)) {
      Locator section = visit.widget("modality-router");
      section.locator("[data-modality=video]:visible").first().click();
      visit.awaitResult("modality-router", ModalityRouterWords.result(MESSAGES, "video"));
      assertThat(visit.control("modality-router", "modality")).hasValue("video");
      assertThat(section.locator(".router-printed")).hasText(ModalityRouterWords.line("video"));
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void soundsPlayAndStop(Way way) {
    try (Visit visit = Visit.to(way, PAGE)) {
      Locator section = visit.widget("media-library");
      Locator bark = card(section, "audio_1");
      Locator engine = card(section, "audio_2");
      Locator barkHead = bark.locator(".play-head");
      String still = barkHead.getAttribute("transform");
      button(bark).click();
      assertThat(button(bark)).hasText(MESSAGES.get("media.stop"));
      assertEquals("running", visit.page().evaluate("window.miradorAudio.state"));
      assertThat(barkHead).not().hasAttribute("transform", still);
      // One sound at a time.
      button(engine).click();
      assertThat(button(bark)).hasText(MESSAGES.get("media.play"));
      assertThat(barkHead).hasAttribute("transform", still);
      assertThat(button(engine)).hasText(MESSAGES.get("media.stop"));
      // The engine ends by itself.
      assertThat(button(engine)).hasText(MESSAGES.get("media.play"));
      button(bark).click();
      button(bark).click();
      assertThat(button(bark)).hasText(MESSAGES.get("media.play"));
      assertThat(barkHead).hasAttribute("transform", still);
      for (Locator sound : List.of(bark, engine)) {
        Object painted =
            sound
                .locator(".sound-figure image, .sound-figure canvas")
                .first()
                .evaluate("e => (e.getAttribute('href') || e.toDataURL()).length");
        assertNotEquals(0, painted, "a spectrogram is drawn");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void clipsPlayAndAreScrubbed(Way way) {
    try (Visit visit = Visit.to(way, PAGE)) {
      Locator section = visit.widget("media-library");
      Locator car = card(section, "video_1");
      Locator range = car.locator("input[type=range]");
      String first = look(car);
      button(car).click();
      assertThat(button(car)).hasText(MESSAGES.get("media.pause"));
      assertThat(range).not().hasValue("0");
      button(car).click();
      assertThat(button(car)).hasText(MESSAGES.get("media.play"));
      assertNotEquals(first, look(car));
      range.fill("0");
      assertEquals(first, look(car), "the beginning again");
      range.press("ArrowRight");
      assertThat(range).hasValue("0.1");
      Locator stills = car.locator(".still");
      assertThat(stills).hasCount(2);
      stills.last().click();
      assertNotEquals("0.1", range.inputValue());
      assertNotEquals(first, look(car));
      // It plays to its end and rests.
      range.evaluate("e => { e.value = e.max - 0.2; e.dispatchEvent(new Event('input')); }");
      button(car).click();
      assertThat(button(car)).hasText(MESSAGES.get("media.play"));
      assertEquals(
          Double.parseDouble(range.getAttribute("max")), Double.parseDouble(range.inputValue()));
    }
  }

  private static Locator card(Locator section, String id) {
    return section.locator(".media-card[aria-label^='" + id + ":']");
  }

  private static Locator button(Locator card) {
    return card.locator("button.media-play");
  }

  private static String look(Locator card) {
    return (String) card.locator("canvas.clip-canvas").evaluate("e => e.toDataURL()");
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void ownEntriesAreUsedByTheResponder(Way way) {
    try (Visit visit = Visit.to(way, PAGE)) {
      Locator section = visit.widget("media-library");
      visit.button(section, MESSAGES.get("media-library.add-audio")).click();
      fillAudio(visit, "lluvia", "4.0", "0.61");
      visit.control("media-library", "audio-sound").selectOption(Sound.RAIN.id());
      save(section);
      visit.button(section, MESSAGES.get("media-library.add-video")).click();
      visit.control("media-library", "video-event").fill("cachorro_en_la_nieve");
      visit.control("media-library", "video-tags").fill("puppy, snow");
      save(section);
      MediaDatabase media =
          MediaDatabase.NOTEBOOK
              .withAudio("audio_3", new AudioEntry("lluvia", 4.0, 0.61, Sound.RAIN))
              .withVideo(
                  "video_3",
                  new VideoEntry(
                      "cachorro_en_la_nieve", List.of("puppy", "snow"), DrawnClip.MOVING_CAR));
      visit.awaitResult("media-library", MediaLibraryWords.result(MESSAGES, media));
      MultimodalResponder responder = new MultimodalResponder(Notebook.CAPTIONS, media);
      Locator answer = visit.find("#multimodal-responder .responder-answer");
      ask(visit, "Describe la escena");
      visit.await(answer, responder.answer("Describe la escena", "", "audio_3", "video_3").text());
      ask(visit, "¿Cuál es la duración del audio?");
      visit.await(answer, responder.answer("duración", "", "audio_3", "video_3").text());

      visit.page().reload();
      visit.awaitResult("media-library", MediaLibraryWords.result(MESSAGES, media));
      Locator rain = card(section, "audio_3");
      button(rain).click();
      assertThat(button(rain)).hasText(MESSAGES.get("media.stop"));
      button(rain).click();
      String which = "audio_3, lluvia";
      visit.button(rain, MESSAGES.get("media-library.edit-entry", which)).click();
      visit.control("media-library", "audio-event").fill("tormenta");
      save(section);
      assertThat(card(section, "audio_3")).containsText("tormenta");
      visit
          .button(
              card(section, "audio_3"),
              MESSAGES.get("media-library.remove-entry", "audio_3, tormenta"))
          .click();
      assertThat(card(section, "audio_3")).hasCount(0);
      visit.button(section, MESSAGES.get("frame.reset")).click();
      visit.awaitResult(
          "media-library", MediaLibraryWords.result(MESSAGES, MediaDatabase.NOTEBOOK));
    }
  }

  private static void ask(Visit visit, String prompt) {
    visit.set("multimodal-responder", "image", "");
    visit.set("multimodal-responder", "audio", "audio_3");
    visit.set("multimodal-responder", "video", "video_3");
    visit.set("multimodal-responder", "prompt", prompt);
  }

  private static void fillAudio(Visit visit, String event, String seconds, String confidence) {
    visit.control("media-library", "audio-event").fill(event);
    visit.control("media-library", "audio-seconds").fill(seconds);
    visit.control("media-library", "audio-confidence").fill(confidence);
  }

  private static void save(Locator section) {
    section
        .locator("form:visible")
        .getByText(
            MESSAGES.get("media-library.save"), new Locator.GetByTextOptions().setExact(true))
        .click();
    assertThat(section.locator("form:visible")).hasCount(0);
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void aWrongEntryIsExplainedAndNotKept(Way way) {
    try (Visit visit = Visit.to(way, PAGE)) {
      Locator section = visit.widget("media-library");
      visit.button(section, MESSAGES.get("media-library.add-audio")).click();
      String[][] wrong = {
        {"", "1.5", "0.9"},
        {"x".repeat(61), "1.5", "0.9"},
        {"lluvia", "0", "0.9"},
        {"lluvia", "diez", "0.9"},
        {"lluvia", "11", "0.9"},
        {"lluvia", "1e9", "0.9"},
        {"lluvia", "1.5", "1.5"},
        {"lluvia", "1.5", "-0.1"},
      };
      Locator form = section.locator("form:visible");
      Locator problem = form.locator(".field-problem");
      for (String[] one : wrong) {
        fillAudio(visit, one[0], one[1], one[2]);
        form.locator("button[type=submit]").click();
        assertThat(problem).isVisible();
        assertThat(problem).not().hasText("");
        assertThat(form.locator("[aria-invalid=true]")).isFocused();
        assertThat(card(section, "audio_3")).hasCount(0);
      }
      // The longest that the form's own sentence allows.
      fillAudio(visit, "lluvia", "99", "1");
      form.locator("button[type=submit]").click();
      fillAudio(visit, "lluvia", longest(problem.textContent()), "1");
      form.locator("button[type=submit]").click();
      assertThat(form).hasCount(0);
      assertThat(card(section, "audio_3")).isVisible();
      visit.button(section, MESSAGES.get("media-library.add-video")).click();
      visit.control("media-library", "video-event").fill("un video");
      for (String tags : new String[] {"", " , ,", "a,b,c,d,e,f,g", "x".repeat(31)}) {
        visit.control("media-library", "video-tags").fill(tags);
        form.locator("button[type=submit]").click();
        assertThat(problem).isVisible();
      }
      visit.button(form, MESSAGES.get("media-library.cancel")).click();
      assertThat(form).hasCount(0);
      assertThat(card(section, "video_3")).hasCount(0);
    }
  }

  /** The greatest length that the sentence about lengths names: «entre 0.1 y 5». */
  private static String longest(String sentence) {
    Matcher matcher = Pattern.compile("entre 0\\.1 y (\\d+)").matcher(sentence);
    assertTrue(matcher.find(), sentence);
    return matcher.group(1);
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void theResponderWarnsAndItsExamplesWork(Way way) {
    try (Visit visit = Visit.to(way, PAGE)) {
      Locator section = visit.widget("multimodal-responder");
      for (Notebook.Prompt prompt : Notebook.PROMPTS) {
        visit.button(section, prompt.text()).click();
        visit.await(
            section.locator(".responder-answer"),
            MultimodalResponder.NOTEBOOK
                .answer(prompt.text(), prompt.image(), prompt.audio(), prompt.video())
                .text());
        assertThat(section.locator(".rule-fired")).hasCount(1);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void theTableOfModalitiesIsKept(Way way) {
    try (Visit visit = Visit.to(way, PAGE)) {
      Locator section = visit.widget("modality-table");
      visit.awaitResult("modality-table", ModalityTableWords.result(MESSAGES, 0));
      visit.control("modality-table", "audio-encoder").fill("Whisper");
      visit.control("modality-table", "text-input").fill("tokens");
      visit.awaitResult("modality-table", ModalityTableWords.result(MESSAGES, 2));
      visit.page().reload();
      visit.awaitResult("modality-table", ModalityTableWords.result(MESSAGES, 2));
      assertThat(visit.control("modality-table", "audio-encoder")).hasValue("Whisper");
      section.locator("details.model-answer summary").click();
      assertThat(section.locator("details.model-answer table")).isVisible();
      visit.open("respuestas.html");
      assertThat(visit.widget("answer-collection")).containsText("Whisper");
      visit.open(PAGE);
      visit.button(visit.widget("modality-table"), MESSAGES.get("frame.reset")).click();
      visit.awaitResult("modality-table", ModalityTableWords.result(MESSAGES, 0));
    }
  }
}
