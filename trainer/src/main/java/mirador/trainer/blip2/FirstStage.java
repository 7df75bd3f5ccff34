package mirador.trainer.blip2;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import java.util.Map;
import java.util.SplittableRandom;
import mirador.trainer.data.TextBatch;
import mirador.trainer.nn.Contrast;
import mirador.trainer.nn.Layers;
import mirador.trainer.nn.Parameters;
import mirador.trainer.opt.OptNetwork;

/**
 * The first stage (section 3.1 of the paper): queries learn to look at what texts tell, with the
 * vision tower as it is. Three losses together: contrast of pictures and texts, whether a picture
 * and a text belong together, and writing the text.
 */
final class FirstStage extends PictureTask {
  private static final String NAME = QFormerNetwork.TRAINING;
  private static final int PROJECTION = 64;
  static final int TRIED = 100;

  private final Blip2Sizes sizes;
  private final VisionNetwork tower;
  private final QFormerNetwork qformer;
  private final Layers layers;

  FirstStage(
      Blip2Sizes sizes,
      VisionNetwork tower,
      QFormerNetwork qformer,
      Parameters parameters,
      Scenes scenes) {
    super(parameters, scenes);
    this.sizes = sizes;
    this.tower = tower;
    this.qformer = qformer;
    this.layers = new Layers(parameters);
    double deviation = 1 / Math.sqrt(sizes.width());
    parameters.constant(NAME + "scale", Contrast.FIRST_SCALE);
    parameters.linear(NAME + "picture", PROJECTION, sizes.width(), deviation);
    parameters.linear(NAME + "text", PROJECTION, sizes.width(), deviation);
    parameters.linear(NAME + "match", 2, sizes.width(), deviation);
  }

  @Override
  public NDArray loss(PictureText batch, NDManager own) {
    NDArray picture = tower.tokens(batch.patches(own)).stopGradient();
    TextBatch texts = batch.texts();
    NDArray ids = texts.ids(own);
    NDArray visible = texts.visible(own);
    NDArray similarity = similarity(picture, ids, visible);
    NDArray contrast = Contrast.loss(similarity);
    NDArray matching = matching(picture, ids, visible, similarity);
    NDArray written = qformer.causal(picture, ids).text();
    NDArray logits =
        Linear.linear(written, parameters().get(NAME + "words.weight")).singletonOrThrow();
    NDArray writing = OptNetwork.loss(logits, texts.next(own), texts.counts(own));
    return contrast.add(matching).add(writing);
  }

  /** Pictures against texts, (batch, batch): of all queries the one that fits best counts. */
  private NDArray similarity(NDArray picture, NDArray ids, NDArray visible) {
    NDArray queries = Contrast.unit(layers.linear(NAME + "picture", qformer.queries(picture)));
    NDArray first = qformer.text(ids, visible).get(new NDIndex(":, 0"));
    NDArray text = Contrast.unit(layers.linear(NAME + "text", first));
    long batch = ids.getShape().get(0);
    NDArray all =
        queries
            .reshape(new Shape(batch * sizes.queries(), PROJECTION))
            .matMul(text.transpose())
            .reshape(new Shape(batch, sizes.queries(), batch));
    NDArray scale = layers.parameter(ids.getManager(), NAME + "scale").exp();
    return all.max(new int[] {1}).mul(scale);
  }

  /**
   * Right pairs, pairs with another text and pairs with another picture; the others are chosen the
   * more often, the more alike they are.
   */
  private NDArray matching(NDArray picture, NDArray ids, NDArray visible, NDArray similarity) {
    int batch = (int) ids.getShape().get(0);
    float[] scores = similarity.toFloatArray();
    SplittableRandom random = new SplittableRandom(Float.floatToIntBits(scores[0]));
    long[] texts = new long[batch];
    long[] pictures = new long[batch];
    for (int i = 0; i < batch; i++) {
      texts[i] = hard(scores, batch, i, false, random);
      pictures[i] = hard(scores, batch, i, true, random);
    }
    NDManager own = ids.getManager();
    NDArray otherText = own.create(texts);
    NDArray otherPicture = own.create(pictures);
    NDArray allPictures =
        NDArrays.concat(new NDList(picture, picture, picture.get(otherPicture)), 0);
    NDArray allIds = NDArrays.concat(new NDList(ids, ids.get(otherText), ids), 0);
    NDArray allVisible = NDArrays.concat(new NDList(visible, visible.get(otherText), visible), 0);
    NDArray logits =
        layers
            .linear(NAME + "match", qformer.together(allPictures, allIds, allVisible).queries())
            .mean(new int[] {1}); // (3 · batch, 2)
    float[] right = new float[6 * batch];
    for (int i = 0; i < 3 * batch; i++) {
      right[2 * i + (i < batch ? 1 : 0)] = 1;
    }
    NDArray wanted = own.create(right, new Shape(3L * batch, 2));
    return Layers.times(logits.logSoftmax(1).mul(wanted).sum(), -1.0 / (3 * batch));
  }

  private static int hard(
      float[] scores, int batch, int own, boolean column, SplittableRandom random) {
    double sum = 0;
    double[] weights = new double[batch];
    for (int i = 0; i < batch; i++) {
      float score = column ? scores[i * batch + own] : scores[own * batch + i];
      float best = scores[own * batch + own];
      weights[i] = i == own ? 0 : Math.exp(Math.min(0, score - best)) + 1e-6;
      sum += weights[i];
    }
    double drawn = random.nextDouble() * sum;
    int chosen = own == 0 ? 1 : 0;
    for (int i = 0; i < batch; i++) {
      if (weights[i] > 0) {
        chosen = i;
        drawn -= weights[i];
        if (drawn <= 0) {
          break;
        }
      }
    }
    return chosen;
  }

  @Override
  public void settle() {
    Contrast.bound(parameters().parameter(NAME + "scale"));
  }

  @Override
  Map<String, Double> tryOut(PictureText validation, NDManager own) {
    NDArray picture = tower.tokens(validation.patches(own));
    TextBatch texts = validation.texts();
    long[] best = similarity(picture, texts.ids(own), texts.visible(own)).argMax(1).toLongArray();
    int right = 0;
    for (int i = 0; i < best.length; i++) {
      right += best[i] == i ? 1 : 0;
    }
    return Map.of("picture to text recall@1", right / (double) best.length);
  }
}
