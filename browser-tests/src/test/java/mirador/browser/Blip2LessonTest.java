package mirador.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import mirador.browser.BuiltSite.Way;
import mirador.concepts.blip2.Blip2Config;
import mirador.concepts.blip2.Blip2Language;
import mirador.concepts.blip2.Dialogue;
import mirador.concepts.blip2.QueryView;
import mirador.concepts.blip2.StageShapes;
import mirador.concepts.blip2.TokenTexts;
import mirador.concepts.blip2.VisualQueries;
import mirador.concepts.blip2.WordSources;
import mirador.concepts.blip2.WrittenToken;
import mirador.concepts.course.Notebook;
import mirador.concepts.explain.Blip2CaptionWords;
import mirador.concepts.explain.Blip2ChatWords;
import mirador.concepts.explain.Blip2QueriesWords;
import mirador.concepts.explain.Blip2StagesWords;
import mirador.concepts.explain.WrittenWords;
import mirador.concepts.generation.Generated;
import mirador.concepts.generation.GenerationListener;
import mirador.concepts.generation.GenerationSettings;
import mirador.concepts.generation.Step;
import mirador.concepts.text.Messages;
import mirador.concepts.text.PythonText;
import mirador.concepts.vqa.RuleBasedVqa;
import mirador.models.blip2.Blip2Folder;
import mirador.models.export.Variant;
import mirador.models.random.RandomBlip2;
import mirador.models.weights.Dtype;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What lessons 3 and 4 say with a BLIP-2, a tiny one, is what that BLIP-2 says on the JVM. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class Blip2LessonTest {
  private static final Messages MESSAGES = Texts.SPANISH;
  private static final String LESSON_3 = "03-vqa.html?runtime=wasm";
  private static final String LESSON_4 = "04-mllm.html?runtime=wasm";
  private static final String STAGES = "blip2-stages";
  private static final String CHAT = "blip2-chat";
  private static final String QUERIES = "blip2-queries";
  private static final String CAPTION = "blip2-caption";

  /** Of a percentage with two decimals to the number. */
  private static final double TOLERANCE = 1e-4;

  private final Path model;
  private final Blip2Folder jvm;
  private final Blip2Config config;

  /** One that reads long prompts. */
  private final Path reading;

  private final Blip2Folder readingJvm;

  Blip2LessonTest(@TempDir Path work) throws IOException {
    model = MiniBlip2.spelling(work, Variant.FP32, MiniBlip2.OFFERED);
    jvm = Blip2Folder.open(model, 1);
    config = jvm.config();
    Path random = work.resolve("random");
    new RandomBlip2(RandomBlip2.Sizes.small(2, 64), false)
        .write(random, 1, Dtype.F32, 1 << 30, null);
    reading = MiniBlip2.export(random, work.resolve("reading"), Variant.FP32, MiniBlip2.OFFERED);
    readingJvm = Blip2Folder.open(reading, 1);
  }

  @AfterAll
  void close() {
    jvm.close();
    readingJvm.close();
  }

  /** What the JVM writes. */
  private final class Written implements GenerationListener {
    final List<WrittenToken> tokens = new ArrayList<>();
    final List<Step> steps = new ArrayList<>();
    final Generated generated;
    final String text;
    private final TokenTexts texts;

    Written(String picture, String prompt, GenerationSettings settings) throws IOException {
      this(jvm, picture, prompt, settings);
    }

    Written(Blip2Folder by, String picture, String prompt, GenerationSettings settings)
        throws IOException {
      Blip2Language language = by.language();
      texts = new TokenTexts(language.tokenizer(), by.config().eosTokenId());
      generated =
          language.generate(
              by.vision().look(Png.figure(picture)).projected(), prompt, settings, this);
      // What its tokens add: a character that was cut off in the middle is left out.
      StringBuilder whole = new StringBuilder();
      tokens.forEach(token -> whole.append(token.text()));
      text =
          PythonText.strip(
              settings.beams() == 1 ? whole.toString() : language.text(generated.tokens()));
    }

    @Override
    public boolean step(Step step) {
      steps.add(step);
      tokens.add(texts.written(step));
      return true;
    }
  }

  private VisualQueries look(String picture) throws IOException {
    return jvm.vision().look(Png.figure(picture));
  }

  private Written answered(Blip2Folder by, String picture, Dialogue dialogue) throws IOException {
    return new Written(
        by, picture, dialogue.prompt(), GenerationSettings.greedy(Notebook.ANSWER_TOKENS));
  }

  private static void use(Visit visit, String widget, Path folder) {
    visit.widget(widget);
    visit.control(widget, "folder-" + MiniBlip2.OFFERED).setInputFiles(folder);
    visit.widget(widget).locator(".model-bar.model-ready").waitFor();
  }

  private static void press(Visit visit, String widget, String key) {
    visit.button(visit.widget(widget), MESSAGES.get(key)).click();
  }

  private static String captionOf(String name, Written written) {
    return Blip2CaptionWords.result(
        MESSAGES, name, written.text, written.tokens, written.generated.ended());
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void aCaptionComesTokenByTokenWithWhatElseMightHaveCome(Way way) throws IOException {
    GenerationSettings greedy = GenerationSettings.greedy(Notebook.CAPTION_TOKENS);
    Written car = new Written("car", "", greedy);
    try (Visit visit = Visit.to(way, LESSON_4)) {
      Map<String, String> names = visit.pictureNames();
      use(visit, CAPTION, model);
      Locator section = visit.widget(CAPTION);
      visit.awaitResult(CAPTION, Blip2CaptionWords.ready(MESSAGES, names.get("car"), greedy));
      press(visit, CAPTION, "blip2-caption.ask");
      visit.awaitResult(CAPTION, captionOf(names.get("car"), car));
      assertThat(section.locator(".provenance-live")).containsText(MiniBlip2.OFFERED);
      assertTokens(visit.table(CAPTION), car.tokens);

      Locator pills = section.locator(".token-pill");
      assertThat(pills).hasCount(car.tokens.size());
      pills.nth(0).click();
      Locator told = section.locator(".alternatives-told");
      visit.await(told, WrittenWords.alternatives(MESSAGES, car.tokens, 0));
      assertThat(section.locator(".alternatives tbody tr")).hasCount(5);
      pills.nth(0).press("ArrowRight");
      visit.await(told, WrittenWords.alternatives(MESSAGES, car.tokens, 1));
      assertThat(pills.nth(1)).hasAttribute("aria-pressed", "true");
      assertThat(pills.nth(1)).isFocused();

      // Another picture: what was written of the first is gone.
      visit.set(CAPTION, "image", "cat");
      visit.awaitResult(CAPTION, Blip2CaptionWords.ready(MESSAGES, names.get("cat"), greedy));
      assertThat(pills).hasCount(0);
      press(visit, CAPTION, "blip2-caption.ask");
      visit.awaitResult(CAPTION, captionOf(names.get("cat"), new Written("cat", "", greedy)));
    }
  }

  private static void assertTokens(List<List<String>> rows, List<WrittenToken> tokens) {
    assertEquals(tokens.size(), rows.size());
    for (int i = 0; i < tokens.size(); i++) {
      assertEquals(WrittenWords.token(MESSAGES, tokens, i), rows.get(i).get(1));
      assertEquals(WrittenWords.probability(MESSAGES, tokens.get(i)), rows.get(i).get(2));
    }
  }

  @Test
  void everySearchWritesWhatItWritesOnTheJvm() throws IOException {
    GenerationSettings five = GenerationSettings.greedy(5);
    try (Visit visit = Visit.to(Way.HTTP, LESSON_4)) {
      String name = visit.pictureNames().get("car");
      use(visit, CAPTION, model);
      visit.set(CAPTION, "tokens", "5");
      visit.set(CAPTION, "search", "beams");
      press(visit, CAPTION, "blip2-caption.ask");
      Written beams = new Written("car", "", five.withBeams(3));
      List<WrittenToken> best = new ArrayList<>();
      TokenTexts texts = new TokenTexts(jvm.language().tokenizer(), config.eosTokenId());
      for (int id : beams.generated.tokens()) {
        best.add(new WrittenToken(id, texts.next(id), id == config.eosTokenId(), List.of()));
      }
      visit.awaitResult(
          CAPTION,
          Blip2CaptionWords.result(MESSAGES, name, beams.text, best, beams.generated.ended()));

      visit.set(CAPTION, "search", "lots");
      visit.set(CAPTION, "temperature", "150");
      visit.set(CAPTION, "mass", "80");
      visit.set(CAPTION, "seed", "7");
      press(visit, CAPTION, "blip2-caption.ask");
      visit.awaitResult(
          CAPTION, captionOf(name, new Written("car", "", five.sampling(1.5, 0.8, 7))));

      visit.set(CAPTION, "search", "greedy");
      visit.set(CAPTION, "penalty", "150");
      press(visit, CAPTION, "blip2-caption.ask");
      visit.awaitResult(
          CAPTION, captionOf(name, new Written("car", "", five.withRepetitionPenalty(1.5))));
      assertThat(visit.page()).hasURL(Pattern.compile("blip2-caption[.]penalty=150"));
    }
  }

  @Test
  void whatIsStoppedKeepsWhatHadCome() throws IOException {
    Written whole = new Written("car", "", GenerationSettings.greedy(60));
    assertTrue(whole.tokens.size() > 8, "a text long enough to be stopped");
    try (Visit visit = Visit.to(Way.HTTP, LESSON_4)) {
      String name = visit.pictureNames().get("car");
      use(visit, CAPTION, model);
      visit.set(CAPTION, "tokens", "60");
      // Between two tokens, however fast they come.
      visit
          .page()
          .evaluate(
              "id => { const widget = document.getElementById(id);"
                  + " new MutationObserver((all, watch) => {"
                  + " if (widget.querySelectorAll('.token-pill').length === 3) {"
                  + " watch.disconnect(); widget.querySelector('.clip-status button').click(); }"
                  + " }).observe(widget, {subtree: true, childList: true}); }",
              CAPTION);
      press(visit, CAPTION, "blip2-caption.ask");
      StringBuilder text = new StringBuilder();
      whole.tokens.subList(0, 3).forEach(token -> text.append(token.text()));
      visit.awaitResult(
          CAPTION, Blip2CaptionWords.stopped(MESSAGES, name, PythonText.strip(text.toString())));
      assertThat(visit.widget(CAPTION).locator(".token-pill")).hasCount(3);

      press(visit, CAPTION, "blip2-caption.ask");
      visit.awaitResult(CAPTION, captionOf(name, whole));
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void theDialogueIsWhatTheModelReadsBesideTheRules(Way way) throws IOException {
    String first = "What do you see at the cat?";
    String second = Notebook.SAMPLE_QUESTIONS.get(2);
    try (Visit visit = Visit.to(way, LESSON_4)) {
      use(visit, CHAT, reading);
      Locator section = visit.widget(CHAT);
      visit.set(CHAT, "image", "puppy");
      Written alone = ask(visit, first, Dialogue.EMPTY.ask(first));
      Dialogue chained = Dialogue.EMPTY.ask(first).with(alone.text).ask(second);
      ask(visit, second, chained);
      Locator prompts = section.locator(".chat-prompt");
      visit.await(prompts.nth(1), chained.prompt());

      press(visit, CHAT, "blip2-chat.forget");
      assertThat(prompts).hasCount(1);
      visit.set(CHAT, "memory", "no");
      ask(visit, second, Dialogue.EMPTY.ask(second));

      press(visit, CHAT, "blip2-chat.new");
      assertThat(prompts).hasCount(0);
      visit.set(CHAT, "memory", "yes");
      visit.set(CHAT, "before", "Is it an elephant?");
      visit.set(CHAT, "said", "Yes, it is.");
      ask(visit, second, Dialogue.EMPTY.ask("Is it an elephant?").with("Yes, it is.").ask(second));
      assertThat(section.locator(".chat-hand")).containsText("Is it an elephant?");

      // Another picture is another dialogue.
      visit.set(CHAT, "image", "car");
      assertThat(prompts).hasCount(0);
    }
  }

  /** Asks about the puppy and waits for the answer to a prompt. */
  private Written ask(Visit visit, String question, Dialogue read) throws IOException {
    Locator section = visit.widget(CHAT);
    visit.control(CHAT, "box").fill(question);
    section.locator(".chat-form button").click();
    Written expected = answered(readingJvm, "puppy", read);
    visit.awaitResult(
        CHAT,
        Blip2ChatWords.result(
            MESSAGES,
            question,
            expected.text,
            RuleBasedVqa.answer("puppy", question),
            read.turns().size()));
    visit.await(section.locator(".chat-model").last(), expected.text);
    return expected;
  }

  @Test
  void withoutAModelTheRulesAnswerAlone() {
    try (Visit visit = Visit.to(Way.HTTP, LESSON_3)) {
      Locator section = visit.widget(CHAT);
      visit.control(CHAT, "box").fill("Is there a carpet?");
      section.locator(".chat-form button").click();
      visit.await(section.locator(".chat-model"), MESSAGES.get("blip2-chat.absent"));
      visit.await(
          section.locator(".chat-turn .chat-why"),
          Blip2ChatWords.rules(MESSAGES, RuleBasedVqa.answer("car", "Is there a carpet?")));
    }
  }

  @Test
  void theStagesTellShapesAndSecondsOfTheModelAtWork() throws IOException {
    try (Visit visit = Visit.to(Way.HTTP, LESSON_3)) {
      use(visit, STAGES, model);
      Locator section = visit.widget(STAGES);
      assertShapes(section, 0);
      press(visit, STAGES, "blip2-stages.ask");
      Dialogue dialogue = Dialogue.EMPTY.ask(Notebook.BLIP2_QUESTION);
      Written expected = answered(jvm, "car", dialogue);
      assertThat(section.locator("[data-result]"))
          .containsText(Notebook.BLIP2_QUESTION + "» contesta «" + expected.text);
      assertThat(section.locator(".stage-time:visible")).hasCount(Blip2StagesWords.STAGES);
      assertShapes(section, jvm.language().ids(dialogue.prompt()).size());
      assertThat(section.locator(".stage-tensors").first()).containsText("pixel_values (1, 3, ");
      for (List<String> row : visit.table(STAGES)) {
        assertTrue(row.get(3).endsWith(" s"), row.toString());
      }
    }
  }

  private void assertShapes(Locator section, int tokens) {
    List<StageShapes> shapes = StageShapes.of(config, tokens);
    for (int i = 0; i < shapes.size(); i++) {
      Locator stage = section.locator(".stage").nth(i).locator(".stage-shape");
      assertThat(stage.nth(0)).hasText(shapes.get(i).in());
      assertThat(stage.nth(1)).hasText(shapes.get(i).out());
    }
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void theQueriesLookWhereTheyLookOnTheJvm(Way way) throws IOException {
    VisualQueries queries = look("car");
    try (Visit visit = Visit.to(way, LESSON_4)) {
      use(visit, QUERIES, model);
      Locator section = visit.widget(QUERIES);
      press(visit, QUERIES, "blip2-queries.look");
      // The lesson asks for layer 11; this model has fewer.
      assertQuery(visit, queries, new QueryView(11, QueryView.MEAN, 1));
      Locator small = section.locator(".query-choice .head-button");
      assertThat(small).hasCount(queries.queries());
      small.nth(0).focus();
      small.nth(0).press("ArrowRight");
      assertQuery(visit, queries, new QueryView(11, QueryView.MEAN, 2));
      visit.set(QUERIES, "mix", "2");
      assertQuery(visit, queries, new QueryView(11, "2", 2));
      visit.set(QUERIES, "layer", "1");
      assertQuery(visit, queries, new QueryView(1, "2", 2));

      // Where nothing comes under the mouse.
      visit.page().mouse().move(0, 0);
      Locator cells = section.locator(".query-matrix td[aria-selected]");
      double[][] cosines = QueryView.cosines(queries);
      cells.press("End");
      int last = queries.queries();
      visit.await(
          section.locator(".query-matrix .cell-explained"),
          Blip2QueriesWords.cell(MESSAGES, "cosine", 2, last, cosines[1][last - 1]));
      visit.set(QUERIES, "matrix", "attention");
      double[][] others = new QueryView(1, "2", 2).others(queries);
      visit.await(
          section.locator(".query-matrix .cell-explained"),
          Blip2QueriesWords.cell(MESSAGES, "attention", 2, last, others[1][last - 1]));
      assertWords(visit, queries);
    }
  }

  private void assertQuery(Visit visit, VisualQueries queries, QueryView wanted) {
    QueryView view = wanted.fitted(queries, config);
    visit.awaitResult(QUERIES, Blip2QueriesWords.result(MESSAGES, queries, config, view));
    double[] row = view.looks(queries, config);
    List<List<String>> cells = visit.table(QUERIES);
    assertEquals(row.length, cells.size());
    for (int i = 0; i < row.length; i++) {
      assertEquals(row[i], Visit.number(cells.get(i).get(3)) / 100, TOLERANCE, view.toString());
    }
  }

  /** A word of the caption leads to the queries it leans on. */
  private void assertWords(Visit visit, VisualQueries queries) throws IOException {
    Written caption = new Written("car", "", GenerationSettings.greedy(Notebook.CAPTION_TOKENS));
    Locator section = visit.widget(QUERIES);
    press(visit, QUERIES, "blip2-queries.write");
    assertThat(section.locator(".token-pill")).hasCount(caption.tokens.size());
    section.locator(".token-pill").nth(1).click();
    for (int depth = 0; depth <= 1; depth++) {
      visit.set(QUERIES, "depth", String.valueOf(depth));
      WordSources sources =
          WordSources.of(caption.steps.get(1).attention(), queries.queries(), depth);
      visit.await(
          section.locator(".query-sources"),
          Blip2QueriesWords.sources(
              MESSAGES, WrittenWords.token(MESSAGES, caption.tokens, 1), sources, depth));
    }
    assertThat(section.locator(".query-bars li")).hasCount(queries.queries());
  }

  /** With the model at work, when all of the widgets is there. */
  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void theyFitAPhoneAndAreForEveryone(ColorScheme theme) {
    try (Visit visit =
        Visit.to(
            Way.HTTP,
            LESSON_3,
            options -> options.setViewportSize(320, 640).setColorScheme(theme))) {
      use(visit, STAGES, model);
      press(visit, STAGES, "blip2-stages.ask");
      visit.widget(STAGES).locator(".stage-4 .stage-time:visible").waitFor();
      visit.widget(STAGES).locator(".token-pill").first().click();
      visit.widget(CHAT).locator(".chip").first().click();
      visit.widget(CHAT).locator(".token-pill").first().click();
      assertForEveryone(visit, STAGES, CHAT);

      visit.open(LESSON_4);
      use(visit, QUERIES, model);
      press(visit, QUERIES, "blip2-queries.look");
      visit.widget(QUERIES).locator(".query-matrix td").first().waitFor();
      press(visit, QUERIES, "blip2-queries.write");
      visit.widget(QUERIES).locator(".token-pill").first().click();
      visit.widget(QUERIES).locator(".query-bars li").first().waitFor();
      press(visit, CAPTION, "blip2-caption.ask");
      visit.widget(CAPTION).locator(".token-pill").first().click();
      assertForEveryone(visit, QUERIES, CAPTION);
    }
  }

  private static void assertForEveryone(Visit visit, String... widgets) {
    for (String widget : widgets) {
      // Nothing may still be coming, or what the rules look at would change under them.
      assertThat(visit.widget(widget).locator(".clip-status button")).isHidden();
      assertEquals(
          List.of(),
          new AxeBuilder(visit.page())
                  .include("#" + widget)
                  .withTags(EveryPageTest.AXE_TAGS)
                  .analyze()
                  .getViolations()
                  .stream()
                  .map(rule -> rule.getId() + " " + rule.getNodes().get(0).getHtml())
                  .toList());
    }
    assertEquals(
        320, visit.page().evaluate("document.documentElement.scrollWidth"), "scroll width");
    assertEquals(
        List.of(),
        visit
            .page()
            .evaluate(
                "() => [...document.querySelectorAll('.token-pill, .head-button')]"
                    + ".filter(e => e.getBoundingClientRect().height < 44 && e.offsetParent)"
                    + ".map(e => e.outerHTML)"));
  }
}
