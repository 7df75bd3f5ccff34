package mirador.models.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import mirador.concepts.inference.ModelManifest.ReferenceCheck;
import mirador.models.reference.PlainBlip2;
import mirador.models.weights.Weights;

/**
 * What a manifest lets a loaded BLIP-2 be checked by: some numbers that its checkpoint gives when
 * it is run plainly. The published values need a picture that may not be shipped.
 */
final class Blip2Reference {
  private static final double PIXEL = 0.5;
  private static final int ELEMENTS = 16;

  private Blip2Reference() {}

  static List<ReferenceCheck> of(Weights weights, Blip2Architecture blip2) throws IOException {
    PlainBlip2 plain = plain(weights, blip2);
    float[] states = plain.imageStates(PIXEL);
    float[] projection = plain.projection(states);
    List<Long> ids = sampleIds(blip2);
    float[] logits = plain.nextTokenLogits(ids);
    return List.of(
        check(ReferenceCheck.IMAGE_STATES_CONSTANT, PIXEL, List.of(), states),
        check(ReferenceCheck.PROJECTION_CONSTANT, PIXEL, List.of(), projection),
        check(ReferenceCheck.NEXT_TOKEN_LOGITS, 0, ids, logits));
  }

  static PlainBlip2 plain(Weights weights, Blip2Architecture blip2) {
    return new PlainBlip2(
        weights,
        new PlainBlip2.Sizes(
            stack(blip2.vision().tower()),
            blip2.vision().imageSize(),
            blip2.vision().patchSize(),
            stack(blip2.qformer()),
            blip2.queries(),
            blip2.crossAttentionEvery(),
            stack(blip2.language()),
            blip2.vocabulary(),
            blip2.tiedHead() ? DecoderGraph.TOKEN_TABLE : DecoderGraph.HEAD));
  }

  private static PlainBlip2.Stack stack(Tower tower) {
    return new PlainBlip2.Stack(
        tower.width(),
        tower.mlpWidth(),
        tower.layers(),
        tower.heads(),
        tower.epsilon(),
        tower.activation());
  }

  /** The beginning of a text and some tokens of ids that any vocabulary has. */
  private static List<Long> sampleIds(Blip2Architecture blip2) {
    List<Long> ids = new ArrayList<>(List.of((long) blip2.bosTokenId()));
    for (int i = 1; i <= 4; i++) {
      ids.add((long) i * blip2.vocabulary() / 7);
    }
    return ids;
  }

  /** Elements from the middle of the output. */
  private static ReferenceCheck check(String kind, double value, List<Long> ids, float[] output) {
    int from = Math.max(0, output.length / 2 - ELEMENTS / 2);
    List<Double> expected = new ArrayList<>();
    for (int i = from; i < Math.min(output.length, from + ELEMENTS); i++) {
      expected.add((double) output[i]);
    }
    return new ReferenceCheck(kind, value, ids, from, expected);
  }
}
