package mirador.models.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Weights of a transformer that is small in everything but its structure. */
final class TinyWeights {
  static final int WIDTH = 12;
  static final int HEADS = 3;
  static final int SIZE = WIDTH / HEADS;
  static final int LAYERS = 3;
  static final int MIDDLE = 16;
  static final int TOKENS = 5;
  static final int PATCH = 4;
  static final int WORDS = 11;
  static final int CLASSES = 4;

  /** One block: weights are (in, out). */
  @SuppressWarnings("ArrayRecordComponent") // weights are plain arrays
  record Layer(
      float[] queryWeight,
      float[] queryBias,
      float[] keyWeight,
      float[] keyBias,
      float[] valueWeight,
      float[] valueBias,
      float[] outWeight,
      float[] outBias,
      float[] upWeight,
      float[] upBias,
      float[] downWeight,
      float[] downBias) {}

  private final Random random;
  final float[] patchWeight;
  final float[] classToken;
  final float[] wordTable;
  final float[] positions;
  final List<Layer> layers = new ArrayList<>();
  final float[] projection;
  final float[] classifier;
  final float[] classValues;

  TinyWeights(long seed) {
    random = new Random(seed);
    patchWeight = normal(WIDTH * 3 * PATCH * PATCH, 3 * PATCH * PATCH);
    classToken = normal(WIDTH, 1);
    wordTable = normal(WORDS * WIDTH, 1);
    positions = normal(TOKENS * WIDTH, 4);
    for (int i = 0; i < LAYERS; i++) {
      layers.add(
          new Layer(
              normal(WIDTH * WIDTH, WIDTH / 4),
              normal(WIDTH, 4),
              normal(WIDTH * WIDTH, WIDTH / 4),
              normal(WIDTH, 4),
              normal(WIDTH * WIDTH, WIDTH),
              normal(WIDTH, 4),
              normal(WIDTH * WIDTH, WIDTH),
              normal(WIDTH, 4),
              normal(WIDTH * MIDDLE, WIDTH),
              normal(MIDDLE, 4),
              normal(MIDDLE * WIDTH, MIDDLE),
              normal(WIDTH, 4)));
    }
    projection = normal(WIDTH * WIDTH, WIDTH);
    classifier = normal(WIDTH * CLASSES, WIDTH);
    classValues = normal(CLASSES * 2, 1);
  }

  /** The same weights with the places rounded as a table of octets rounds them. */
  static TinyWeights withOctetPlaces(long seed) {
    TinyWeights weights = new TinyWeights(seed);
    double scale = weights.placesScale();
    for (int i = 0; i < weights.positions.length; i++) {
      weights.positions[i] = (float) (Math.round(weights.positions[i] / scale) * scale);
    }
    return weights;
  }

  /** One step of the places' table in octets. */
  double placesScale() {
    double greatest = 0;
    for (float value : positions) {
      greatest = Math.max(greatest, Math.abs(value));
    }
    return greatest / 127;
  }

  private float[] normal(int count, double variance) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (random.nextGaussian() / Math.sqrt(variance));
    }
    return values;
  }
}
