package mirador.concepts.contrastive;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.audio.SplitMix64;
import mirador.concepts.contrastive.TrainingState.Score;

/**
 * Trains two small towers on pairs, as figure 3 of Radford et al. (2021) has it: embed both sides
 * of a batch, compare all with all, and move the weights against the gradient of the symmetric
 * InfoNCE loss. Same pairs and settings give the same training everywhere.
 */
public final class ContrastiveTrainer {
  /** Numbers between the two layers of the picture tower, and of a token's vector. */
  public static final int HIDDEN = 32;

  /** Numbers of an embedding. */
  public static final int PROJECTION = 16;

  /** The lowest temperature; CLIP does not let its own fall any lower either. */
  public static final double COLDEST = 0.01;

  /** The highest temperature. */
  public static final double WARMEST = 1;

  /** The first pairs are the learner's own and always trained. */
  public static final int OWN_PAIRS = 3;

  private final double[][] pictures; // (pairs, SIDE * SIDE * 3)
  private final int[][] texts;
  private final List<Integer> seen = new ArrayList<>();
  private final List<Integer> unseen = new ArrayList<>();
  private final TrainingSettings settings;
  private final PictureTower pictureTower;
  private final TextTower textTower;
  private final Parameter logScale = new Parameter(1);
  private final List<Parameter> parameters = new ArrayList<>();
  private final Optimiser optimiser;
  private final SplitMix64 random;
  private final int[] order;
  private int next;
  private double[][] cosines; // (pictures, texts)
  private TrainingState state;

  /**
   * A training before its first step.
   *
   * @param pairs at least 2; the first {@link #OWN_PAIRS} are never kept back
   */
  public ContrastiveTrainer(List<TrainingPair> pairs, TrainingSettings settings) {
    this.settings = settings;
    random = new SplitMix64(settings.seed());
    BagOfWords words = new BagOfWords(pairs.stream().map(TrainingPair::caption).toList());
    texts = words.texts();
    pictures = new double[pairs.size()][];
    for (int i = 0; i < pictures.length; i++) {
      pictures[i] = pairs.get(i).numbers();
    }
    pictureTower = new PictureTower(pictures[0].length, HIDDEN, PROJECTION, random);
    textTower = new TextTower(words.size(), HIDDEN, PROJECTION, random);
    logScale.values()[0] = -Math.log(settings.temperature());
    parameters.addAll(pictureTower.parameters());
    parameters.addAll(textTower.parameters());
    if (settings.learned()) {
      parameters.add(logScale);
    }
    optimiser =
        settings.adam()
            ? new Adam(parameters, settings.rate())
            : new Sgd(parameters, settings.rate());
    keepBack(pairs.size());
    order = new int[seen.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = seen.get(i);
    }
    next = order.length;
    measure(0, Double.NaN);
  }

  private void keepBack(int pairs) {
    int wanted = settings.hold() ? Math.min(pairs / 4, pairs - OWN_PAIRS) : 0;
    for (int i = 0; i < pairs; i++) {
      // As many as are still wanted out of as many as are left, each with the same chance.
      int left = pairs - Math.max(OWN_PAIRS, i);
      boolean kept =
          i >= OWN_PAIRS && random.nextDouble() * left < Math.max(0, wanted - unseen.size());
      (kept ? unseen : seen).add(i);
    }
  }

  /** One step; gives {@link #state} after it. */
  public TrainingState step() {
    InfoNce loss = gradients(batch());
    optimiser.step();
    double coldest = -Math.log(COLDEST);
    double warmest = -Math.log(WARMEST);
    logScale.values()[0] = Math.min(coldest, Math.max(warmest, logScale.values()[0]));
    measure(state.step() + 1, loss.loss());
    return state;
  }

  /** How the training stands. */
  public TrainingState state() {
    return state;
  }

  /** Whether a pair was kept from training. */
  public boolean isUnseen(int pair) {
    return unseen.contains(pair);
  }

  /** Cosines of all texts (rows) with all pictures (columns), as they are now. */
  public double[][] matrix() {
    return InfoNce.transposed(cosines);
  }

  /** The pairs of the next batch: through all in a random order, then through them in another. */
  int[] batch() {
    int size = Math.min(settings.batch(), order.length);
    if (next + size > order.length) {
      for (int i = order.length - 1; i > 0; i--) {
        int j = (int) (random.nextDouble() * (i + 1));
        int moved = order[i];
        order[i] = order[j];
        order[j] = moved;
      }
      next = 0;
    }
    int[] batch = new int[size];
    for (int i = 0; i < size; i++) {
      batch[i] = order[next++];
    }
    return batch;
  }

  /** The loss of some pairs, with its gradient by every parameter. */
  InfoNce gradients(int[] batch) {
    double[][] in = new double[batch.length][];
    int[][] words = new int[batch.length][];
    for (int i = 0; i < batch.length; i++) {
      in[i] = pictures[batch[i]];
      words[i] = texts[batch[i]];
    }
    parameters.forEach(Parameter::clear);
    InfoNce loss =
        InfoNce.of(pictureTower.forward(in), textTower.forward(words), logScale.values()[0]);
    pictureTower.backward(loss.pictures());
    textTower.backward(loss.texts());
    logScale.gradient()[0] = loss.logScale();
    return loss;
  }

  /** Everything that is learned. */
  List<Parameter> parameters() {
    return parameters;
  }

  private void measure(int step, double batchLoss) {
    cosines = InfoNce.products(pictureTower.forward(pictures), textTower.forward(texts));
    double scale = Math.exp(logScale.values()[0]);
    double[] losses = InfoNce.losses(cosines, scale);
    double[][] ofTexts = InfoNce.transposed(cosines);
    state =
        new TrainingState(
            step,
            batchLoss,
            1 / scale,
            score(seen, losses, ofTexts),
            score(unseen, losses, ofTexts));
  }

  private Score score(List<Integer> pairs, double[] losses, double[][] ofTexts) {
    double sum = 0;
    int foundTexts = 0;
    int foundPictures = 0;
    for (int pair : pairs) {
      sum += losses[pair];
      foundTexts += wins(cosines[pair], pair) ? 1 : 0;
      foundPictures += wins(ofTexts[pair], pair) ? 1 : 0;
    }
    return new Score(
        pairs.size(), pairs.isEmpty() ? Double.NaN : sum / pairs.size(), foundTexts, foundPictures);
  }

  /** Whether the right one is above all others; a tie is no find. */
  private static boolean wins(double[] cosines, int right) {
    for (int i = 0; i < cosines.length; i++) {
      if (i != right && cosines[i] >= cosines[right]) {
        return false;
      }
    }
    return true;
  }
}
