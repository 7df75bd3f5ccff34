package mirador.concepts.clip;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import mirador.concepts.tensor.FloatTensor;
import org.junit.jupiter.api.Test;

class EmbeddingsTest {
  private static final FloatTensor FEATURES = FloatTensor.of(new float[] {3, 4, 0, 0, 0, -2}, 3, 2);

  @Test
  void rowsGetLengthOneAndZerosStay() {
    assertArrayEquals(
        new float[] {0.6f, 0.8f, 0, 0, 0, -1}, Embeddings.normalised(FEATURES).values());
  }

  @Test
  void cosinesAreOfRowsWithRows() {
    FloatTensor images = Embeddings.normalised(FEATURES);
    FloatTensor texts = FloatTensor.of(new float[] {1, 0, 0, 1}, 2, 2);
    FloatTensor cosines = Embeddings.cosines(images, texts);
    assertEquals(FloatTensor.of(new float[] {0.6f, 0.8f, 0, 0, 0, -1}, 3, 2), cosines);
    assertEquals(80f, Embeddings.logits(cosines, 100).values()[1], 1e-4f);
    assertThrows(
        IllegalArgumentException.class, () -> Embeddings.cosines(images, FloatTensor.zeros(2, 3)));
  }

  @Test
  void probabilitiesSumToOneHoweverLargeTheLogits() {
    FloatTensor probabilities =
        Embeddings.probabilities(FloatTensor.of(new float[] {1000, 1000, -5000, 0, 0, 0}, 2, 3));
    assertArrayEquals(
        new float[] {0.5f, 0.5f, 0, 1 / 3f, 1 / 3f, 1 / 3f}, probabilities.values(), 1e-7f);
    FloatTensor known = Embeddings.probabilities(FloatTensor.of(new float[] {0, 1}, 1, 2));
    assertEquals(1 / (1 + Math.E), known.values()[0], 1e-7);
  }

  @Test
  void theMeanOfAGroupHasLengthOneAgain() {
    FloatTensor texts = FloatTensor.of(new float[] {1, 0, 0, 1, 0.6f, 0.8f, 0.6f, 0.8f}, 4, 2);
    FloatTensor classes = Embeddings.groupMeans(texts, 2);
    float half = (float) Math.sqrt(0.5);
    assertArrayEquals(new float[] {half, half, 0.6f, 0.8f}, classes.values(), 1e-7f);
    assertThrows(IllegalArgumentException.class, () -> Embeddings.groupMeans(texts, 3));
  }
}
