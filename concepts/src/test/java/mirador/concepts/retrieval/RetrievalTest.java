package mirador.concepts.retrieval;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import mirador.concepts.course.Notebook;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RetrievalTest {
  private static final double TOLERANCE = 1e-9;

  @Provide
  Arbitrary<double[]> vectors() {
    return Arbitraries.doubles().between(-10, 10).array(double[].class).ofSize(6);
  }

  @Provide
  Arbitrary<double[][]> squares() {
    // Few levels, so that ties are common.
    return Arbitraries.integers()
        .between(1, 7)
        .flatMap(
            n ->
                Arbitraries.integers()
                    .between(-3, 3)
                    .map(level -> level / 3.0)
                    .array(Double[].class)
                    .ofSize(n)
                    .map(row -> Arrays.stream(row).mapToDouble(Double::doubleValue).toArray())
                    .array(double[][].class)
                    .ofSize(n));
  }

  @Property
  void cosineIsSymmetricAndWithinOne(@ForAll("vectors") double[] a, @ForAll("vectors") double[] b) {
    double cosine = Cosine.of(a, b);
    assertTrue(cosine >= -1 - TOLERANCE && cosine <= 1 + TOLERANCE);
    assertEquals(cosine, Cosine.of(b, a));
  }

  @Property
  void theOrderSortsAndKeepsTies(@ForAll("vectors") double[] scores) {
    int[] order = Ranking.order(scores);
    for (int i = 1; i < order.length; i++) {
      double before = scores[order[i - 1]];
      double here = scores[order[i]];
      assertTrue(before > here || (before == here && order[i - 1] < order[i]));
    }
  }

  @Property
  void ranksAreWithinTheCandidatesAndMetricsAgree(@ForAll("squares") double[][] matrix) {
    int[] ranks = RetrievalMetrics.ranksTextToImage(matrix);
    int n = matrix.length;
    for (int j = 0; j < n; j++) {
      assertTrue(ranks[j] >= 1 && ranks[j] <= n);
      double[] column = new double[n];
      for (int i = 0; i < n; i++) {
        column[i] = matrix[i][j];
      }
      assertEquals(j, Ranking.order(column)[ranks[j] - 1]);
    }
    for (int k = 1; k < n; k++) {
      assertTrue(RetrievalMetrics.recallAtK(ranks, k) <= RetrievalMetrics.recallAtK(ranks, k + 1));
    }
    assertEquals(1, RetrievalMetrics.recallAtK(ranks, n));
    double map = RetrievalMetrics.meanAveragePrecision(ranks);
    assertTrue(map >= RetrievalMetrics.recallAtK(ranks, 1) - TOLERANCE && map <= 1);
  }

  @Test
  void refusesWhatCannotBeRanked() {
    assertThrows(
        IllegalArgumentException.class,
        () -> RetrievalMetrics.ranksImageToText(new double[][] {{1, 2}}));
    assertThrows(IllegalArgumentException.class, () -> RetrievalMetrics.recallAtK(new int[0], 1));
    assertThrows(IllegalArgumentException.class, () -> Cosine.of(new double[2], new double[3]));
  }

  @Test
  void theMatrixKnowsItsWinners() {
    SimilarityMatrix matrix = SimilarityMatrix.symbolic(Notebook.CAPTIONS);
    assertEquals(2, matrix.best(2));
    assertEquals(0.8164965809277261, matrix.margin(2), TOLERANCE);
    SimilarityMatrix alike =
        SimilarityMatrix.symbolic(Notebook.captions("a car", "a cute dog", "a cute dog"));
    assertTrue(alike.margin(1) <= TOLERANCE);
    assertEquals(matrix.values()[2][1], matrix.transposed().values()[1][2]);
  }

  @Property(tries = 200)
  void axesAreOrthonormalAndTheFirstKeepsMost(@ForAll("clouds") double[][] points) {
    Pca pca = Pca.fit(points, 3);
    double[][] axes = pca.axes();
    for (int a = 0; a < 3; a++) {
      for (int b = 0; b < 3; b++) {
        double dot = 0;
        for (int i = 0; i < axes[a].length; i++) {
          dot += axes[a][i] * axes[b][i];
        }
        assertEquals(a == b ? 1 : 0, dot, 1e-8);
      }
    }
    assertTrue(pca.shares()[0] >= pca.shares()[1] - TOLERANCE);
    assertTrue(pca.shares()[0] + pca.shares()[1] + pca.shares()[2] <= 1 + TOLERANCE);
    assertArrayEquals(Pca.project(points, 3)[0], pca.project(points[0]), TOLERANCE);
  }

  @Provide
  Arbitrary<double[][]> clouds() {
    return vectors().array(double[][].class).ofMinSize(1).ofMaxSize(9);
  }

  @Property
  void fewPointsHaveTheSameAxes(@ForAll("vectors") double[] a, @ForAll("vectors") double[] b) {
    // Three points of six components; their longer way of differing is made the clearer one.
    double[][] points = {a, b, {40, 0, 0, 30, 0, 0}};
    Pca few = Pca.fitFew(points, 2);
    Pca all = Pca.fit(points, 2);
    assertArrayEquals(all.shares(), few.shares(), 1e-6);
    double[][] axes = all.axes();
    double[][] same = few.axes();
    for (int axis = 0; axis < 2; axis++) {
      if (all.shares()[axis] > 0.01 && Math.abs(all.shares()[0] - all.shares()[1]) > 0.01) {
        double cosine = Math.abs(Cosine.of(axes[axis], same[axis]));
        assertEquals(1, cosine, 1e-6);
      }
    }
  }

  @Test
  void pointsThatDoNotDifferHaveNoAxes() {
    Pca pca = Pca.fitFew(new double[][] {{1, 2, 3}, {1, 2, 3}}, 2);
    assertArrayEquals(new double[] {0, 0}, pca.shares());
    assertArrayEquals(new double[] {0, 0}, pca.project(new double[] {5, 5, 5}));
    assertThrows(IllegalArgumentException.class, () -> Pca.fitFew(new double[][] {{1}}, 2));
  }

  @Test
  void findsTheDirectionOfALine() {
    double[][] line = {{0, 0}, {3, 4}, {6, 8}, {-3, -4}};
    Pca pca = Pca.fit(line, 1);
    assertArrayEquals(new double[] {0.6, 0.8}, pca.axes()[0], TOLERANCE);
    assertEquals(1, pca.shares()[0], TOLERANCE);
  }

  @Test
  void theMapPutsCaptionsBesideTheirPictures() {
    List<EmbeddingMap.Point> points = EmbeddingMap.of(Notebook.CAPTIONS).points();
    assertEquals(6, points.size());
    // The captions of car and cat name all their picture's words.
    assertEquals(points.get(0).x(), points.get(3).x(), TOLERANCE);
    assertEquals(points.get(1).y(), points.get(4).y(), TOLERANCE);
    EmbeddingMap.Point mute = EmbeddingMap.of(Notebook.captions("", "", "")).points().get(5);
    assertEquals(0, Math.abs(mute.x()) + Math.abs(mute.y()), TOLERANCE);
  }
}
