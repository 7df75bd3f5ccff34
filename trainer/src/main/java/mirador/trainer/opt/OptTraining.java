package mirador.trainer.opt;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mirador.concepts.tokenizer.OptTokenizer;
import mirador.trainer.data.Sayings;
import mirador.trainer.data.TextBatch;
import mirador.trainer.data.TextBatch.Text;
import mirador.trainer.nn.Parameters;
import mirador.trainer.run.Task;
import mirador.training.language.Captions;
import mirador.training.language.Language;
import mirador.training.scenes.SceneFacts;
import mirador.training.scenes.SceneSampler;
import mirador.training.scenes.Split;
import mirador.training.scenes.SplitMix64;

/**
 * Trains the language model on texts alone. Most sayings come after one or two descriptions of the
 * scene, so that the model learns to say what stands before it: that is where BLIP-2 later puts its
 * queries.
 */
public final class OptTraining implements Task<TextBatch> {
  private static final int TEXT = 34;
  private static final int STEP = 38;
  private static final int TRIED = 128;
  private static final double BARE = 0.05;
  private static final double DRILL = 0.6;
  private static final double TWO_DESCRIPTIONS = 0.35;

  /** How much it counts to foresee the description itself. */
  private static final float DESCRIPTION = 0.05f;

  /** How much a whole text may count: a caption of many words else drowns a "yes" or "no". */
  private static final float MOST = 8;

  private final OptNetwork network;
  private final Sayings sayings;
  private final int padding;
  private final int size;
  private final long seed;
  private final NDManager manager;

  /**
   * A training.
   *
   * @param size texts of a step
   * @param seed decides the texts
   */
  public OptTraining(
      OptNetwork network,
      OptTokenizer tokenizer,
      int padding,
      int size,
      long seed,
      NDManager manager) {
    this.network = network;
    this.sayings = new Sayings(tokenizer);
    this.padding = padding;
    this.size = size;
    this.seed = seed;
    this.manager = manager;
  }

  @Override
  public Parameters parameters() {
    return network.parameters();
  }

  @Override
  public TextBatch batch(int step) {
    long first = seed * 2_000_003L + (long) step * size;
    // Drills are long and other sayings short: together in a step, these would be mostly padding.
    boolean drill = SplitMix64.forPart(first, STEP).nextDouble() < DRILL;
    return batch(Split.TRAIN, first, size, drill);
  }

  private TextBatch batch(Split split, long first, int count, boolean drill) {
    List<Text> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      SceneFacts facts = SceneSampler.facts(split, first + i);
      texts.add(text(facts, drill, SplitMix64.forPart(first + i, TEXT)));
    }
    return TextBatch.of(texts, padding);
  }

  private Text text(SceneFacts facts, boolean drill, SplitMix64 random) {
    Language asked = Language.any(random);
    List<Integer> described = new ArrayList<>();
    if (random.nextDouble() >= BARE) {
      int descriptions = random.nextDouble() < TWO_DESCRIPTIONS ? 2 : 1;
      for (int i = 0; i < descriptions; i++) {
        Language told = random.nextDouble() < 0.5 ? asked : Language.any(random);
        String caption = Captions.full(facts, told, random);
        described.addAll(sayings.tokens(i == 0 ? caption : " " + caption));
      }
    }
    Text said = drill ? sayings.drill(facts, asked, random) : sayings.of(facts, asked, random);
    float sum = 0;
    for (float one : said.counts()) {
      sum += one;
    }
    float share = Math.min(1, MOST / sum);
    int before = described.size();
    int[] tokens = new int[before + said.tokens().length];
    float[] counts = new float[tokens.length];
    for (int i = 0; i < before; i++) {
      tokens[i] = described.get(i);
      counts[i] = DESCRIPTION;
    }
    System.arraycopy(said.tokens(), 0, tokens, before, said.tokens().length);
    for (int i = 0; i < said.counts().length; i++) {
      counts[before + i] = share * said.counts()[i];
    }
    return new Text(tokens, counts).upTo(network.sizes().positions());
  }

  @Override
  public NDArray loss(TextBatch batch, NDManager own) {
    return network.loss(network.embed(batch.ids(own)), batch);
  }

  @Override
  public Map<String, Double> tryOut() {
    try (NDManager own = manager.newSubManager()) {
      TextBatch sayings = batch(Split.VALIDATION, 0, TRIED, false);
      TextBatch drills = batch(Split.VALIDATION, 0, TRIED, true);
      return Map.of(
          "validation loss",
          (double) loss(sayings, own).getFloat(),
          "yes or no",
          foreseen(drills, own));
    }
  }

  /** How many of the tokens of answers would be said, greedily: from 0 to 1. */
  private double foreseen(TextBatch batch, NDManager own) {
    long[] said = network.logits(network.embed(batch.ids(own))).argMax(-1).toLongArray();
    int asked = 0;
    int right = 0;
    for (int i = 0; i < said.length; i++) {
      if (batch.counts()[i] > DESCRIPTION) {
        asked++;
        right += said[i] == batch.next()[i] ? 1 : 0;
      }
    }
    return right / (double) asked;
  }
}
