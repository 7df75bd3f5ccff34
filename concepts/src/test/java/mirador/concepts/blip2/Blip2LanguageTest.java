package mirador.concepts.blip2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.generation.Generated;
import mirador.concepts.generation.GenerationListener;
import mirador.concepts.generation.GenerationSettings;
import mirador.concepts.generation.Step;
import mirador.concepts.inference.InferenceException;
import mirador.concepts.tensor.FloatTensor;
import mirador.concepts.tensor.LongTensor;
import mirador.concepts.tensor.Shape;
import org.junit.jupiter.api.Test;

/** Text after queries, with keys and values kept, beside a model that reads all anew. */
class Blip2LanguageTest {
  private static final int VOCABULARY = 12;
  private static final int POSITIONS = 24;
  private static final int QUERIES = 3;
  private static final Blip2Config CONFIG = ToyBlip2.config(VOCABULARY, POSITIONS);
  private static final List<List<Integer>> PROMPTS =
      List.of(List.of(2, 5, 6, 7, 8), List.of(2), List.of(2, 9, 4));
  private static final List<FloatTensor> PICTURES =
      List.of(ToyBlip2.queries(0), ToyBlip2.queries(1), ToyBlip2.queries(2));

  @Test
  void whatIsKeptGivesTheSameAsReadingAllAnew() {
    int ended = 0;
    for (long seed = 0; seed < 10; seed++) {
      PlainOpt opt = PlainOpt.random(CONFIG, true, seed);
      Blip2Language language = opt.language();
      Generated text = generate(language, 0, GenerationSettings.greedy(8));
      List<Integer> row = new ArrayList<>(PROMPTS.get(0));
      List<Integer> expected = new ArrayList<>();
      while (expected.size() < 8 && !expected.contains(ToyBlip2.END)) {
        FloatTensor logits = language.logits(PICTURES.subList(0, 1), List.of(row)).slice(0);
        float[] last = logits.slice(logits.shape().size(0) - 1).values();
        int likeliest = 0;
        for (int token = 0; token < last.length; token++) {
          likeliest = last[token] > last[likeliest] ? token : likeliest;
        }
        expected.add(likeliest);
        row.add(likeliest);
      }
      assertEquals(expected, text.tokens());
      ended += text.ended() ? 1 : 0;
    }
    assertTrue(ended > 0 && ended < 10, ended + " of 10 ended by themselves");
  }

  @Test
  void rowsFilledUpOnTheLeftAreWhatTheyAreAlone() {
    for (GenerationSettings settings : allKinds(7)) {
      for (long seed = 0; seed < 5; seed++) {
        Blip2Language language = PlainOpt.random(CONFIG, false, seed).language();
        List<Generated> together =
            language.generate(PICTURES, PROMPTS, settings, GenerationListener.NONE);
        int same = settings.isSampling() ? 1 : 3; // other rows draw other lots when alone
        for (int i = 0; i < same; i++) {
          Generated alone = generate(language, i, settings);
          assertEquals(alone.tokens(), together.get(i).tokens());
          assertEquals(alone.score(), together.get(i).score(), 1e-5);
        }
      }
    }
  }

  private static List<GenerationSettings> allKinds(int tokens) {
    GenerationSettings greedy = GenerationSettings.greedy(tokens);
    return List.of(greedy, greedy.withBeams(3), greedy.sampling(0.8, 0.9, 4));
  }

  @Test
  void everythingKeptIsFreed() {
    for (GenerationSettings settings : allKinds(6)) {
      PlainOpt opt = PlainOpt.random(CONFIG, true, 1);
      opt.language().generate(PICTURES, PROMPTS, settings, GenerationListener.NONE);
      assertFreed(opt);
      int runs = opt.runs;
      assertTrue(runs > 2, runs + " runs");

      opt.language().generate(PICTURES, PROMPTS, settings, step -> step.position() < 1);
      assertFreed(opt);

      IllegalStateException broken = new IllegalStateException("the page is gone");
      assertEquals(
          broken,
          assertThrows(
              IllegalStateException.class,
              () ->
                  opt.language()
                      .generate(
                          PICTURES,
                          PROMPTS,
                          settings,
                          step -> {
                            throw broken;
                          })));
      assertFreed(opt);

      for (int failing = 1; failing <= runs; failing++) {
        opt.runs = 0;
        opt.failingRun = failing;
        assertThrows(
            InferenceException.class,
            () -> opt.language().generate(PICTURES, PROMPTS, settings, GenerationListener.NONE));
        assertFreed(opt);
      }
    }
  }

  private static void assertFreed(PlainOpt opt) {
    assertEquals(0, opt.open, "keys and values that nobody closed");
    assertTrue(opt.mostOpen <= 2 * 2 * CONFIG.languageLayers(), "more than two steps are kept");
  }

  @Test
  void generationStopsAfterExactlyTheTokensThatAreWanted() {
    PlainOpt opt = PlainOpt.random(CONFIG, true, 2);
    for (int wanted = 1; wanted < 4; wanted++) {
      opt.runs = 0;
      int last = wanted - 1;
      Generated text =
          opt.language()
              .generate(
                  PICTURES.get(0),
                  "",
                  GenerationSettings.greedy(9),
                  step -> step.position() < last);
      assertEquals(wanted, text.tokens().size());
      assertEquals(wanted, opt.runs);
      assertFalse(text.ended());
    }
  }

  @Test
  void aTextEndsWhereThePositionsDo() {
    for (int prompts = 1; prompts <= 3; prompts += 2) {
      for (GenerationSettings settings : allKinds(100)) {
        for (long seed = 0; seed < 5; seed++) {
          Blip2Language language = PlainOpt.random(CONFIG, false, seed).language();
          List<Generated> texts =
              language.generate(
                  PICTURES.subList(0, prompts),
                  PROMPTS.subList(0, prompts),
                  settings,
                  GenerationListener.NONE);
          for (int i = 0; i < prompts; i++) {
            int room = POSITIONS - QUERIES - PROMPTS.get(i).size();
            int length = texts.get(i).tokens().size();
            assertTrue(length <= room, length + " tokens for " + room + " positions");
            assertTrue(texts.get(i).ended() || length == room, "cut off after " + length);
          }
        }
      }
    }
  }

  @Test
  void aPromptThatIsTooLongIsRefused() {
    Blip2Language language = PlainOpt.random(CONFIG, false, 0).language();
    List<Integer> full = new ArrayList<>(List.of(2));
    while (full.size() < POSITIONS - QUERIES) {
      full.add(5);
    }
    assertEquals(
        new Generated(List.of(), false, 0),
        generate(language, full, GenerationSettings.greedy(3)),
        "no room, no token");
    full.add(5);
    refused("25 tokens", () -> generate(language, full, GenerationSettings.greedy(3)));
  }

  @Test
  void inputsThatDoNotFitAreRefused() {
    Blip2Language language = PlainOpt.random(CONFIG, false, 0).language();
    GenerationSettings settings = GenerationSettings.greedy(3);
    refused("no token 12", () -> generate(language, List.of(2, 12), settings));
    refused("no token -1", () -> generate(language, List.of(-1), settings));
    refused(
        "2 pictures with 3 prompts",
        () ->
            language.generate(PICTURES.subList(0, 2), PROMPTS, settings, GenerationListener.NONE));
    refused(
        "(3, 7)",
        () -> language.generate(FloatTensor.zeros(3, 7), "", settings, GenerationListener.NONE));
    assertThrows(IllegalStateException.class, () -> language.text(List.of(5)));
    assertThrows(IllegalStateException.class, () -> language.ids("a question"));
    assertEquals(List.of(ToyBlip2.BEGIN), language.ids(""));
  }

  private static void refused(String part, Runnable call) {
    String message = assertThrows(IllegalArgumentException.class, call::run).getMessage();
    assertTrue(message.contains(part), message);
  }

  @Test
  void aStepTellsWhereItLooked() {
    PlainOpt opt = PlainOpt.random(CONFIG, true, 3);
    assertTrue(opt.language().hasAttention());
    List<Step> steps = new ArrayList<>();
    opt.language()
        .generate(
            PICTURES.subList(0, 2),
            PROMPTS.subList(0, 2),
            GenerationSettings.greedy(5),
            steps::add);
    for (Step step : steps) {
      int total = QUERIES + PROMPTS.get(0).size() + step.position();
      FloatTensor attention = step.attention();
      assertEquals(Shape.of(2, total), attention.shape());
      int padding = PROMPTS.get(0).size() - PROMPTS.get(step.row()).size();
      for (int layer = 0; layer < 2; layer++) {
        double sum = 0;
        for (int to = 0; to < total; to++) {
          float weight = attention.values()[layer * total + to];
          sum += weight;
          boolean padded = to >= QUERIES && to < QUERIES + padding;
          assertEquals(padded, weight == 0, "place " + to + " of row " + step.row());
        }
        assertEquals(1, sum, 1e-5);
      }
    }
  }

  @Test
  void attentionIsAskedForWhenItIsWantedAndThere() {
    PlainOpt with = PlainOpt.random(CONFIG, true, 3);
    generate(with.language(), 0, GenerationSettings.greedy(2));
    assertFalse(with.wanted.contains("attention"), "nobody listens");
    with.language().generate(PICTURES.get(0), "", GenerationSettings.greedy(2), step -> true);
    assertTrue(with.wanted.contains("attention"));

    PlainOpt without = PlainOpt.random(CONFIG, false, 3);
    assertFalse(without.language().hasAttention());
    without
        .language()
        .generate(
            PICTURES.get(0),
            "",
            GenerationSettings.greedy(2),
            step -> {
              assertNull(step.attention());
              assertEquals(5, step.candidates().size());
              return true;
            });
  }

  @Test
  void theFirstRunRemembersNothingAndLogitsAreOfTheLastPlace() {
    PlainOpt opt = PlainOpt.random(CONFIG, false, 3);
    opt.language()
        .generate(PICTURES, PROMPTS, GenerationSettings.greedy(2), step -> step.row() < 0);
    assertEquals(1, opt.runs);
    assertEquals(FloatTensor.zeros(3, 2, 0, 4), opt.given.get("past_key_values.1.value"));
    assertEquals(LongTensor.of(new long[] {7}, 1), opt.given.get("logit_positions"));
  }

  @Test
  void logitsWithoutAPicture() {
    Blip2Language language = PlainOpt.random(CONFIG, false, 3).language();
    FloatTensor none = FloatTensor.zeros(0, CONFIG.languageWidth());
    FloatTensor all = language.logits(List.of(none), List.of(List.of(2, 5, 6)));
    assertEquals(Shape.of(1, 3, VOCABULARY), all.shape());
    assertEquals(all.slice(0).slice(2), language.nextTokenLogits(List.of(2, 5, 6)));
  }

  private static Generated generate(Blip2Language language, int row, GenerationSettings settings) {
    return language
        .generate(
            List.of(PICTURES.get(row)),
            List.of(PROMPTS.get(row)),
            settings,
            GenerationListener.NONE)
        .get(0);
  }

  private static Generated generate(
      Blip2Language language, List<Integer> prompt, GenerationSettings settings) {
    return language
        .generate(List.of(PICTURES.get(0)), List.of(prompt), settings, GenerationListener.NONE)
        .get(0);
  }
}
