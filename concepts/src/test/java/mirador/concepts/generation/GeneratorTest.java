package mirador.concepts.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import mirador.concepts.inference.InferenceException;
import org.junit.jupiter.api.Test;

/** Searches over models so small that all they could write can be written down. */
class GeneratorTest {
  private static final int BEGIN = 0;
  private static final int END = 1;
  private static final int ENOUGH = 1000; // room

  @Test
  void greedySearchTakesTheLikeliestTokenEachTime() {
    for (long seed = 0; seed < 50; seed++) {
      Function<List<Integer>, float[]> logits = TableModel.random(7, seed);
      List<Integer> expected = new ArrayList<>();
      List<Integer> history = new ArrayList<>(List.of(0));
      while (expected.size() < 9 && !expected.contains(END)) {
        float[] row = logits.apply(history);
        int likeliest = 0;
        for (int token = 0; token < row.length; token++) {
          likeliest = row[token] > row[likeliest] ? token : likeliest;
        }
        expected.add(likeliest);
        history.add(likeliest);
      }
      Generated text = generate(logits, GenerationSettings.greedy(9));
      assertEquals(expected, text.tokens());
      assertEquals(expected.contains(END), text.ended());
      assertEquals(sum(logits, expected) / expected.size(), text.score(), 1e-9);
    }
  }

  @Test
  void beamSearchWithEnoughBeamsFindsTheBestOfAllTexts() {
    for (double penalty : new double[] {1, 0, 2, -1, 0.5}) {
      for (long seed = 0; seed < 20; seed++) {
        Function<List<Integer>, float[]> logits = TableModel.random(4, seed);
        GenerationSettings settings =
            GenerationSettings.greedy(4).withBeams(256).withLengthPenalty(penalty);
        List<Integer> best = null;
        double bestScore = Double.NEGATIVE_INFINITY;
        for (List<Integer> text : all(List.of(), 4, 4)) {
          double score = sum(logits, text) / Math.pow(text.size(), penalty);
          if (score > bestScore) {
            best = text;
            bestScore = score;
          }
        }
        Generated found = generate(logits, settings);
        assertEquals(best, found.tokens(), "seed " + seed + ", length penalty " + penalty);
        assertEquals(bestScore, found.score(), 1e-9);
        assertEquals(best.get(best.size() - 1) == END, found.ended());
      }
    }
  }

  @Test
  void beamSearchIsThatOfHuggingFace() {
    int ended = 0;
    int early = 0;
    for (long seed = 0; seed < 300; seed++) {
      Function<List<Integer>, float[]> logits = TableModel.random(6 + (int) (seed % 5), seed);
      GenerationSettings settings =
          GenerationSettings.greedy(1 + (int) (seed % 8))
              .withBeams(2 + (int) (seed % 2))
              .withEarlyStopping(seed % 3 == 0)
              .withLengthPenalty(List.of(1.0, -1.0, 0.0, 2.0, 0.7).get((int) (seed / 3 % 5)))
              .withRepetitionPenalty(seed % 4 == 0 ? 1.7 : 1);
      List<Generated> expected = new LiteralBeamSearch(settings, END, 2, logits).run(3);
      List<Generated> texts =
          new Generator(new TableModel(logits, ENOUGH, ENOUGH, ENOUGH), settings, BEGIN, END)
              .generate(GenerationListener.NONE);
      for (int i = 0; i < 3; i++) {
        assertEquals(expected.get(i).tokens(), texts.get(i).tokens(), settings + " " + seed);
        assertEquals(expected.get(i).score(), texts.get(i).score(), 1e-9);
        assertEquals(expected.get(i).ended(), texts.get(i).ended());
        ended += texts.get(i).ended() ? 1 : 0;
        early += texts.get(i).tokens().size() < settings.maxNewTokens() ? 1 : 0;
      }
    }
    assertTrue(ended > 100 && ended < 800 && early > 100, ended + " ended, " + early + " early");
  }

  /** "2 end" has probability 0.5 x 0.4, "3 3 end" 0.5 x 0.6 x 0.6. */
  private static final Function<List<Integer>, float[]> TWO_TEXTS =
      logits(
          Map.of(
              List.of(0), new double[] {0, 0, 0.5, 0.5},
              List.of(0, 2), new double[] {0.6, 0.4, 0, 0},
              List.of(0, 3), new double[] {0.4, 0, 0, 0.6},
              List.of(0, 3, 3), new double[] {0.4, 0.6, 0, 0}));

  @Test
  void theLengthPenaltyChoosesBetweenShortAndLong() {
    GenerationSettings beams = GenerationSettings.greedy(3).withBeams(4);
    // ln 0.2 = -1.609, ln 0.18 = -1.715
    Generated sums = generate(TWO_TEXTS, beams.withLengthPenalty(0));
    assertEquals(List.of(2, END), sums.tokens());
    assertEquals(Math.log(0.2), sums.score(), 1e-6);
    // -1.609 / 2 = -0.805, -1.715 / 3 = -0.572
    Generated means = generate(TWO_TEXTS, beams);
    assertEquals(List.of(3, 3, END), means.tokens());
    assertEquals(Math.log(0.18) / 3, means.score(), 1e-6);
    // -1.609 x 2 = -3.219, -1.715 x 3 = -5.144
    Generated products = generate(TWO_TEXTS, beams.withLengthPenalty(-1));
    assertEquals(List.of(2, END), products.tokens());
    assertEquals(2 * Math.log(0.2), products.score(), 1e-6);
  }

  @Test
  void theRepetitionPenaltySeesTheBeginningAndWhatWasWritten() {
    // 0 begins every text: 4 / 2 = 2 is less than 3.
    Function<List<Integer>, float[]> same = history -> new float[] {4, -2, 3, 2.5f, -1.5f};
    GenerationSettings plain = GenerationSettings.greedy(3);
    assertEquals(List.of(0, 0, 0), generate(same, plain).tokens());
    // then 2: 3 / 2 = 1.5, so that 3 is next; then 3: 1.25, so that 0 is, with 2.
    Generated penalised = generate(same, plain.withRepetitionPenalty(2));
    assertEquals(List.of(2, 3, 0), penalised.tokens());
    assertEquals(sum(same, List.of(2, 3, 0)) / 3, penalised.score(), 1e-6, "of the model itself");
    // Logits below 0 are multiplied: -1 x 2 is below -1.5.
    Function<List<Integer>, float[]> low = history -> new float[] {-1, -9, -1.5f};
    assertEquals(List.of(2), generate(low, greedy(1).withRepetitionPenalty(2)).tokens());
  }

  @Test
  void rowsOfABatchAreWhatTheyAreAlone() {
    Function<List<Integer>, float[]> logits = TableModel.random(6, 11);
    for (GenerationSettings settings :
        List.of(greedy(8), greedy(8).withBeams(3), greedy(8).withBeams(2).withLengthPenalty(-1))) {
      List<Generated> together =
          new Generator(new TableModel(logits, ENOUGH, 3, ENOUGH, ENOUGH), settings, BEGIN, END)
              .generate(GenerationListener.NONE);
      for (int prompt = 0; prompt < 4; prompt++) {
        int number = prompt;
        Function<List<Integer>, float[]> alone =
            history -> {
              List<Integer> renumbered = new ArrayList<>(history);
              renumbered.set(0, number);
              return logits.apply(renumbered);
            };
        TableModel model = new TableModel(alone, prompt == 1 ? 3 : ENOUGH);
        assertEquals(
            new Generator(model, settings, BEGIN, END).generate(GenerationListener.NONE).get(0),
            together.get(prompt));
      }
    }
  }

  @Test
  void aRowThatHasEndedIsReadNoMore() {
    // Row 0 ends at once, row 1 after three tokens.
    Function<List<Integer>, float[]> logits =
        history ->
            history.get(0) == 0 || history.size() > 2
                ? new float[] {0, 9, 0}
                : new float[] {0, 0, 9};
    TableModel model = new TableModel(logits, ENOUGH, ENOUGH);
    List<Generated> texts =
        new Generator(model, greedy(5), BEGIN, END).generate(GenerationListener.NONE);
    assertEquals(List.of(END), texts.get(0).tokens());
    assertEquals(List.of(2, 2, END), texts.get(1).tokens());
    assertEquals(List.of(2, 1, 1), model.batches);
  }

  @Test
  void noRowGrowsBeyondItsRoom() {
    Function<List<Integer>, float[]> never = history -> new float[] {0, -50, 9, 1};
    for (GenerationSettings settings : List.of(greedy(6), greedy(6).withBeams(2))) {
      TableModel model = new TableModel(never, 4, 0, 2, ENOUGH);
      List<Generated> texts =
          new Generator(model, settings, BEGIN, END).generate(GenerationListener.NONE);
      List<Integer> lengths = texts.stream().map(text -> text.tokens().size()).toList();
      assertEquals(List.of(4, 0, 2, 6), lengths);
      assertTrue(texts.stream().noneMatch(Generated::ended));
      assertEquals(0, texts.get(1).score());
    }
  }

  @Test
  void aListenerStopsAfterTheTokenItWants() {
    Function<List<Integer>, float[]> never = history -> new float[] {0, -50, 9, 1};
    for (GenerationSettings settings :
        List.of(greedy(20), greedy(20).withBeams(3), greedy(20).sampling(1, 1, 5))) {
      for (int wanted = 1; wanted < 5; wanted++) {
        int last = wanted - 1;
        List<Step> steps = new ArrayList<>();
        TableModel model = new TableModel(never, ENOUGH);
        Generated text =
            new Generator(model, settings, BEGIN, END)
                .generate(
                    step -> {
                      steps.add(step);
                      return step.position() < last;
                    })
                .get(0);
        assertEquals(wanted, text.tokens().size());
        assertEquals(wanted, steps.size());
        assertEquals(wanted, model.batches.size(), "nothing is read that nobody wants");
        assertFalse(text.ended());
      }
    }
  }

  @Test
  void stepsTellTheModelsOwnProbabilities() {
    Function<List<Integer>, float[]> logits = history -> new float[] {1, 0, 2, -1, 0.5f, -3, 1.5f};
    List<Step> steps = new ArrayList<>();
    Generated text =
        new Generator(
                new TableModel(logits, ENOUGH),
                greedy(3).withRepetitionPenalty(3).sampling(0.1, 0.5, 1),
                BEGIN,
                END)
            .generate(steps::add)
            .get(0);
    assertEquals(text.tokens(), steps.stream().map(Step::token).toList());
    assertEquals(List.of(0, 1, 2), steps.stream().map(Step::position).toList());
    double sum = 0;
    for (float logit : logits.apply(List.of())) {
      sum += Math.exp(logit);
    }
    for (Step step : steps) {
      List<Candidate> candidates = step.candidates();
      assertEquals(List.of(2, 6, 0, 4, 1), candidates.stream().map(Candidate::token).toList());
      assertEquals(Math.exp(2) / sum, candidates.get(0).probability(), 1e-9);
      assertEquals(Math.exp(0) / sum, candidates.get(4).probability(), 1e-9);
      assertNull(step.attention());
    }
  }

  @Test
  void stepsOfBeamSearchTellTheLikeliestText() {
    Function<List<Integer>, float[]> changing =
        logits(
            Map.of(
                List.of(0), new double[] {0, 0, 0.55, 0.45},
                List.of(0, 2), new double[] {0.6, 0.4, 0, 0},
                List.of(0, 3), new double[] {0.4, 0, 0, 0.6},
                List.of(0, 3, 3), new double[] {0.4, 0.6, 0, 0}));
    List<Step> steps = new ArrayList<>();
    new Generator(new TableModel(changing, ENOUGH), greedy(3).withBeams(4), BEGIN, END)
        .generate(steps::add);
    // 2 is the likeliest; then "2 0", with 0.33; then "3 3 end", with 0.162.
    assertEquals(List.of(2, 0, END), steps.stream().map(Step::token).toList());
    assertEquals(new Candidate(2, 0.55), rounded(steps.get(0).candidates().get(0)));
    assertEquals(new Candidate(0, 0.6), rounded(steps.get(1).candidates().get(0)));
    assertEquals(new Candidate(END, 0.6), rounded(steps.get(2).candidates().get(0)));
  }

  private static Candidate rounded(Candidate candidate) {
    return new Candidate(candidate.token(), Math.rint(candidate.probability() * 1e4) / 1e4);
  }

  @Test
  void oneSeedGivesOneText() {
    Function<List<Integer>, float[]> logits = TableModel.random(20, 3);
    Set<List<Integer>> texts = new HashSet<>();
    for (long seed = 0; seed < 20; seed++) {
      GenerationSettings settings = greedy(12).sampling(1, 0.95, seed);
      Generated text = generate(logits, settings);
      assertEquals(text, generate(logits, settings));
      texts.add(text.tokens());
    }
    assertTrue(texts.size() > 15, texts.size() + " texts of 20 seeds");
  }

  @Test
  void rowsOfOneSeedDrawDifferentLots() {
    Function<List<Integer>, float[]> flat = history -> new float[50];
    GenerationSettings settings = greedy(10).sampling(1, 1, 8);
    List<Generated> texts =
        new Generator(new TableModel(flat, ENOUGH, ENOUGH), settings, BEGIN, END)
            .generate(GenerationListener.NONE);
    assertNotEquals(texts.get(0).tokens(), texts.get(1).tokens());
    assertEquals(generate(flat, settings), texts.get(0), "the first row is as if it were alone");
  }

  @Test
  void whatIsNoNumberIsRefused() {
    for (GenerationSettings settings : List.of(greedy(2), greedy(2).withBeams(2))) {
      for (float broken : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
        InferenceException refused =
            assertThrows(
                InferenceException.class,
                () -> generate(history -> new float[] {1, broken, 2}, settings));
        assertTrue(refused.getMessage().contains("no numbers"), refused.getMessage());
      }
    }
    // Tokens that a graph rules out altogether are fine.
    Function<List<Integer>, float[]> ruled = history -> new float[] {1, Float.NEGATIVE_INFINITY, 2};
    assertEquals(List.of(2, 2), generate(ruled, greedy(2)).tokens());
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    refused("maxNewTokens", () -> greedy(0));
    refused("beams", () -> greedy(1).withBeams(0));
    refused("lengthPenalty", () -> greedy(1).withLengthPenalty(Double.NaN));
    refused("repetitionPenalty", () -> greedy(1).withRepetitionPenalty(0));
    refused("temperature", () -> greedy(1).sampling(-1, 1, 0));
    refused("topP", () -> greedy(1).sampling(1, 0, 0));
    refused("topP", () -> greedy(1).sampling(1, 1.5, 0));
    refused("2 beams", () -> greedy(1).sampling(1, 1, 0).withBeams(2));
    assertTrue(greedy(1).sampling(1, 1, 0).isSampling());
    assertFalse(greedy(1).withEarlyStopping(true).isSampling());
  }

  private static void refused(String part, Runnable settings) {
    String message = assertThrows(IllegalArgumentException.class, settings::run).getMessage();
    assertTrue(message.contains(part), message);
  }

  private static GenerationSettings greedy(int maxNewTokens) {
    return GenerationSettings.greedy(maxNewTokens);
  }

  private static Generated generate(
      Function<List<Integer>, float[]> logits, GenerationSettings settings) {
    return new Generator(new TableModel(logits, ENOUGH), settings, BEGIN, END)
        .generate(GenerationListener.NONE)
        .get(0);
  }

  /** All texts of at most so many tokens: ended ones, and those that are cut off. */
  private static List<List<Integer>> all(List<Integer> begun, int vocabulary, int longest) {
    List<List<Integer>> texts = new ArrayList<>();
    for (int token = 0; token < vocabulary; token++) {
      List<Integer> text = new ArrayList<>(begun);
      text.add(token);
      if (token == END || text.size() == longest) {
        texts.add(text);
      } else {
        texts.addAll(all(text, vocabulary, longest));
      }
    }
    return texts;
  }

  /** Sum of the log probabilities of a text after prompt 0. */
  private static double sum(Function<List<Integer>, float[]> logits, List<Integer> text) {
    List<Integer> history = new ArrayList<>(List.of(0));
    double sum = 0;
    for (int token : text) {
      float[] row = logits.apply(history);
      double all = 0;
      for (float logit : row) {
        all += Math.exp(logit);
      }
      sum += row[token] - Math.log(all);
      history.add(token);
    }
    return sum;
  }

  /** Logits of these probabilities; after anything else all are equal. */
  private static Function<List<Integer>, float[]> logits(Map<List<Integer>, double[]> table) {
    return history -> {
      double[] probabilities = table.getOrDefault(history, new double[] {0.25, 0.25, 0.25, 0.25});
      float[] row = new float[probabilities.length];
      for (int i = 0; i < row.length; i++) {
        row[i] = (float) Math.log(Math.max(1e-9, probabilities[i]));
      }
      return row;
    };
  }
}
