package mirador.concepts.blip2;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import mirador.concepts.tensor.FloatTensor;
import mirador.concepts.vit.AttentionMaps;
import org.junit.jupiter.api.Test;

/** Views of three queries in two layers that look, of two heads each, on a picture of 5 tokens. */
class QueryViewTest {
  private static final double TOLERANCE = 1e-6;
  private static final Blip2Config CONFIG = ToyBlip2.config(10, 20);
  private static final VisualQueries QUERIES = queries();

  private static VisualQueries queries() {
    FloatTensor cross = FloatTensor.zeros(2, 2, 3, 5);
    for (int i = 0; i < cross.values().length; i++) {
      cross.values()[i] = i;
    }
    FloatTensor self = FloatTensor.zeros(3, 2, 3, 3);
    for (int i = 0; i < self.values().length; i++) {
      self.values()[i] = i;
    }
    FloatTensor states = FloatTensor.of(new float[] {1, 0, 0, 2, 1, 1}, 3, 2);
    return new VisualQueries(ToyBlip2.queries(1), states, new AttentionMaps(self), cross);
  }

  @Test
  void aHeadIsItsRowAndTheMeanThatOfAllHeads() {
    // Layer 3 is the second that looks; head 2, query 3: ((1 * 2 + 1) * 3 + 2) * 5.
    assertArrayEquals(
        new double[] {55, 56, 57, 58, 59},
        new QueryView(3, "2", 3).looks(QUERIES, CONFIG),
        TOLERANCE);
    assertArrayEquals(
        new double[] {47.5, 48.5, 49.5, 50.5, 51.5},
        new QueryView(3, QueryView.MEAN, 3).looks(QUERIES, CONFIG),
        TOLERANCE);
  }

  @Test
  void theQueriesLookAtEachOtherInEveryLayer() {
    assertArrayEquals(
        new double[] {45, 46, 47}, new QueryView(3, "2", 1).others(QUERIES)[0], TOLERANCE);
  }

  @Test
  void whatTheModelDoesNotHaveBecomesTheNearest() {
    assertEquals(new QueryView(3, "2", 3), new QueryView(11, "12", 32).fitted(QUERIES, CONFIG));
    assertEquals(
        new QueryView(1, QueryView.MEAN, 2),
        new QueryView(2, QueryView.MEAN, 2).fitted(QUERIES, CONFIG));
  }

  @Test
  void cosinesOfTheStates() {
    double half = Math.sqrt(0.5);
    double[][] cosines = QueryView.cosines(QUERIES);
    assertArrayEquals(new double[] {1, 0, half}, cosines[0], TOLERANCE);
    assertArrayEquals(new double[] {half, half, 1}, cosines[2], TOLERANCE);
  }

  @Test
  void aWordLeansOnQueriesTheBeginningAndOtherWords() {
    FloatTensor attention =
        FloatTensor.of(new float[] {.1f, .2f, .3f, .2f, .2f, .5f, .1f, .1f, .2f, .1f}, 2, 5);
    WordSources second = WordSources.of(attention, 3, 2);
    assertEquals(0.7, second.picture(), TOLERANCE);
    assertEquals(0.2, second.begin(), TOLERANCE);
    assertEquals(0.1, second.words(), TOLERANCE);
    assertEquals(1, second.strongest());
    assertArrayEquals(
        new double[] {0.3, 0.15, 0.2}, WordSources.of(attention, 3, 0).queries(), TOLERANCE);
    assertEquals(0.7, WordSources.of(attention, 3, 9).picture(), TOLERANCE, "the last layer");
  }

  @Test
  void theShapesThatLiEtAlPublish() {
    assertEquals(
        List.of(
            new StageShapes("(224, 224, 3)", "(257, 1408)"),
            new StageShapes("(257, 1408)", "(32, 2560)"),
            new StageShapes("(45, 2560)", "(50272)"),
            new StageShapes("(1, 2560)", "(50272)")),
        StageShapes.of(Blip2Config.OPT_2_7B, 13));
    assertEquals("(32 + t, 2560)", StageShapes.of(Blip2Config.OPT_2_7B, 0).get(2).in());
  }
}
