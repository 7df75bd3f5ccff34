package mirador.concepts.contrastive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mirador.concepts.course.WidgetCatalogue;
import mirador.concepts.image.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContrastiveTrainerTest {
  private static final TrainingSettings SETTINGS =
      new TrainingSettings(true, 8, 0.07, false, true, 0.001, 1);

  private static List<TrainingPair> drawn(int count) {
    return pairs(DrawnPair.different(count));
  }

  private static List<TrainingPair> pairs(List<DrawnPair> drawn) {
    List<TrainingPair> pairs = new ArrayList<>();
    drawn.forEach(pair -> pairs.add(TrainingPair.of(pair.caption(true), pair.picture())));
    return pairs;
  }

  private static TrainingState after(ContrastiveTrainer trainer, int steps) {
    for (int i = 0; i < steps; i++) {
      trainer.step();
    }
    return trainer.state();
  }

  @Test
  void everyGradientIsTheSlopeOfTheLoss() {
    TrainingSettings settings = new TrainingSettings(false, 3, 0.5, true, true, 0.001, 5);
    ContrastiveTrainer trainer = new ContrastiveTrainer(drawn(4), settings);
    int[] batch = {0, 1, 3};
    trainer.gradients(batch);
    List<double[]> gradients =
        trainer.parameters().stream().map(one -> one.gradient().clone()).toList();
    int checked = 0;
    for (int p = 0; p < gradients.size(); p++) {
      double[] values = trainer.parameters().get(p).values();
      // Of the large matrix of the pictures every 11th number: it has 432 for each hidden one.
      for (int i = 0; i < values.length; i += values.length > 10_000 ? 11 : 1) {
        double slope = TowersTest.slope(values, i, () -> trainer.gradients(batch).loss());
        assertEquals(slope, gradients.get(p)[i], 1e-6, "parameter " + p + ", number " + i);
        checked++;
      }
    }
    assertTrue(checked > 2500, "numbers checked: " + checked);
  }

  @Test
  void trainingRaisesTheDiagonal() {
    ContrastiveTrainer trainer = new ContrastiveTrainer(drawn(8), SETTINGS);
    TrainingState start = trainer.state();
    assertEquals(0, start.step());
    assertTrue(Double.isNaN(start.batchLoss()));
    double before = diagonalAhead(trainer);
    TrainingState end = after(trainer, 150);
    assertEquals(150, end.step());
    assertTrue(end.seen().loss() < 0.2, end.toString());
    assertTrue(end.batchLoss() < 0.05, end.toString());
    assertTrue(end.seen().right() >= 11, end.toString());
    assertTrue(diagonalAhead(trainer) > before + 0.5);
  }

  /** Mean of the diagonal less mean of the rest, over the pairs that are trained. */
  private static double diagonalAhead(ContrastiveTrainer trainer) {
    double right = 0;
    double other = 0;
    int rights = 0;
    int others = 0;
    double[][] matrix = trainer.matrix();
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix.length; j++) {
        if (!trainer.isUnseen(i) && !trainer.isUnseen(j)) {
          right += i == j ? matrix[i][j] : 0;
          other += i == j ? 0 : matrix[i][j];
          rights += i == j ? 1 : 0;
          others += i == j ? 0 : 1;
        }
      }
    }
    return right / rights - other / others;
  }

  @Test
  void theSameSeedIsTheSameTraining() {
    TrainingState one = after(new ContrastiveTrainer(drawn(10), SETTINGS), 20);
    assertEquals(one, after(new ContrastiveTrainer(drawn(10), SETTINGS), 20));
    TrainingSettings other = new TrainingSettings(true, 8, 0.07, false, true, 0.001, 2);
    assertNotEquals(one, after(new ContrastiveTrainer(drawn(10), other), 20));
  }

  @ParameterizedTest
  @CsvSource({"3,0", "4,1", "8,2", "12,3", "24,6"})
  void aQuarterIsKeptBackAndNeverTrained(int pairs, int kept) {
    ContrastiveTrainer trainer = new ContrastiveTrainer(drawn(pairs), SETTINGS);
    assertEquals(kept, trainer.state().unseen().pairs());
    assertEquals(pairs - kept, trainer.state().seen().pairs());
    assertEquals(kept == 0, Double.isNaN(trainer.state().unseen().loss()));
    for (int own = 0; own < ContrastiveTrainer.OWN_PAIRS; own++) {
      assertFalse(trainer.isUnseen(own));
    }
    Set<Integer> trained = new HashSet<>();
    for (int i = 0; i < 40; i++) {
      Set<Integer> batch = new HashSet<>();
      for (int pair : trainer.batch()) {
        assertFalse(trainer.isUnseen(pair), "pair " + pair);
        assertTrue(batch.add(pair), "twice in a batch");
      }
      assertEquals(Math.min(8, pairs - kept), batch.size());
      trained.addAll(batch);
    }
    assertEquals(pairs - kept, trained.size());
  }

  @Test
  void aFixedTemperatureStaysAndALearnedOneMovesWithinItsBounds() {
    assertEquals(0.07, after(new ContrastiveTrainer(drawn(6), SETTINGS), 5).temperature(), 1e-12);
    ContrastiveTrainer wild =
        new ContrastiveTrainer(drawn(6), new TrainingSettings(false, 6, 0.07, true, false, 10, 1));
    Set<Double> seen = new HashSet<>();
    for (int i = 0; i < 60; i++) {
      double temperature = wild.step().temperature();
      assertTrue(temperature >= 0.01 - 1e-12 && temperature <= 1 + 1e-12, "" + temperature);
      seen.add(temperature);
    }
    assertTrue(seen.size() > 1);
  }

  @Test
  void captionsOfTheSameWordsCannotBeToldApart() {
    // Eight pictures, four captions each of two: one search of two is lost, and ln 2 remains.
    TrainingSettings settings = new TrainingSettings(false, 8, 0.07, false, true, 0.001, 1);
    ContrastiveTrainer trainer = new ContrastiveTrainer(pairs(DrawnPair.twins(8)), settings);
    TrainingState end = after(trainer, 300);
    assertEquals(0, end.seen().texts(), "two texts with one embedding: none is ahead");
    assertEquals(4, end.seen().pictures());
    assertEquals(Math.log(2), end.seen().loss(), 0.01);
  }

  @Test
  void wordsCountWithoutOrderOrCase() {
    BagOfWords bag = new BagOfWords(List.of("Un GATO, un sofá", "sofá un un gato!", "", "perro"));
    assertArrayEquals(bag.texts()[0], bag.texts()[1]);
    assertArrayEquals(new int[] {0}, bag.texts()[2]);
    assertArrayEquals(new int[] {0, 4}, bag.texts()[3]);
    assertEquals(5, bag.size());
  }

  @Test
  void aPictureIsSeenAsTheMeansOfItsMiddleSquare() {
    byte[] rgb = new byte[36 * 24 * 3]; // fields of 2 x 2, 6 pixels left out on each side
    for (int y = 0; y < 24; y++) {
      for (int x = 0; x < 36; x++) {
        rgb[(y * 36 + x) * 3] = (byte) (x < 6 || x >= 30 ? 255 : 10 * (x % 2));
        rgb[(y * 36 + x) * 3 + 1] = (byte) (y / 2);
      }
    }
    Picture seen = TrainingPair.of("", new Picture(36, 24, rgb)).picture();
    for (int i = 0; i < TrainingPair.SIDE; i++) {
      assertEquals(5, seen.red(i, 3));
      assertEquals(i, seen.green(5, i));
    }
    assertEquals(
        7, TrainingPair.of("", new Picture(1, 1, new byte[] {7, 7, 7})).picture().red(9, 9));
    assertThrows(
        IllegalArgumentException.class, () -> new TrainingPair("", new Picture(1, 1, new byte[3])));
  }

  @Test
  void settingsComeFromTheWidget() {
    Map<String, String> values =
        Map.of(
            "unseen",
            "none",
            "temperature",
            "50",
            "learned",
            "yes",
            "optimiser",
            "sgd",
            "rate",
            "0.01",
            "seed",
            "9",
            "batch",
            "4");
    assertEquals(
        new TrainingSettings(false, 4, 0.5, true, false, 0.01, 9),
        TrainingSettings.of(WidgetCatalogue.get("contrastive-training").read(values)));
    assertEquals(
        SETTINGS, TrainingSettings.of(WidgetCatalogue.get("contrastive-training").defaults()));
  }
}
