package mirador.concepts.blip2;

import mirador.concepts.image.Preprocessing;
import mirador.concepts.tensor.FloatTensor;

/** A BLIP-2 of a few numbers. */
final class ToyBlip2 {
  static final int BEGIN = 2;
  static final int END = 3;
  static final int PADDING = 1;

  private ToyBlip2() {}

  /** Pictures of 4 pixels and 5 tokens, 3 queries, a language model of 2 layers. */
  static Blip2Config config(int vocabulary, int maxPositions) {
    return config(vocabulary, maxPositions, BEGIN, END, PADDING);
  }

  static Blip2Config config(int vocabulary, int maxPositions, int begin, int end, int padding) {
    return new Blip2Config(
        4,
        2,
        1,
        1,
        6,
        3,
        3,
        2,
        4,
        2,
        2,
        2,
        8,
        vocabulary,
        maxPositions,
        begin,
        end,
        padding,
        Preprocessing.CLIP_MEAN,
        Preprocessing.CLIP_STD);
  }

  /** Queries of a picture that differs from others by its number, (3, 8). */
  static FloatTensor queries(int picture) {
    FloatTensor queries = FloatTensor.zeros(3, 8);
    for (int i = 0; i < queries.values().length; i++) {
      queries.values()[i] = (float) Math.sin(17.0 * picture + 3.1 * i);
    }
    return queries;
  }
}
