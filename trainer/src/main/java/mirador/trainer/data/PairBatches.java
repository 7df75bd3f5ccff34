package mirador.trainer.data;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.tokenizer.ClipTokenizer;
import mirador.concepts.tokenizer.Encoding;
import mirador.trainer.clip.ClipSizes;
import mirador.trainer.clip.Patchify;
import mirador.trainer.data.ScenePool.Scene;
import mirador.training.language.Captions;
import mirador.training.language.Language;
import mirador.training.scenes.SceneFacts;
import mirador.training.scenes.SplitMix64;

/**
 * Pairs of a scene and a caption, half of them in either language: what belongs to a step depends
 * on the seed and the step's number alone.
 */
public final class PairBatches {
  private static final int CAPTION = 31;
  private static final int SCENES = 100_000;

  /** Of scenes that have nothing to do with each other. */
  private static final Shares SINGLES = new Shares(0.6, 0);

  /** Of families. */
  private static final Shares FAMILIES = new Shares(0.3, 0.4);

  /** How many captions tell everything, and how many are key words; the others tell something. */
  private record Shares(double full, double tags) {}

  private final ClipSizes sizes;
  private final ClipTokenizer tokenizer;
  private final long seed;
  private final ScenePool pool;

  private final Shares shares;

  private PairBatches(
      ClipSizes sizes, ClipTokenizer tokenizer, long seed, ScenePool pool, Shares shares) {
    this.sizes = sizes;
    this.tokenizer = tokenizer;
    this.seed = seed;
    this.pool = pool;
    this.shares = shares;
  }

  /** Scenes that have nothing to do with each other. */
  public static PairBatches ofSingles(ClipSizes sizes, ClipTokenizer tokenizer, long seed) {
    return new PairBatches(
        sizes, tokenizer, seed, ScenePool.ofSingles(seed, sizes.image(), SCENES), SINGLES);
  }

  /** {@link Families}, with captions that more often tell little but the subject. */
  public static PairBatches ofFamilies(ClipSizes sizes, ClipTokenizer tokenizer, long seed) {
    return new PairBatches(
        sizes, tokenizer, seed, ScenePool.ofFamilies(seed, sizes.image(), SCENES), FAMILIES);
  }

  /** The pairs of a step of the training. */
  public PairBatch of(int step, int size) {
    List<Scene> scenes = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      long place = (long) step * size + i;
      SplitMix64 random = SplitMix64.forPart(seed * 1_000_003L + place, CAPTION);
      Scene scene = pool.at(place, random);
      scenes.add(scene);
      texts.add(caption(scene.facts(), random));
    }
    return of(scenes, texts);
  }

  /** These scenes and these texts, one of each scene or any number of them. */
  public PairBatch of(List<Scene> scenes, List<String> texts) {
    float[] patches = Patchify.batch(scenes, sizes);
    List<Encoding> encoded = texts.stream().map(tokenizer::encode).toList();
    int length = ClipTokenizer.longest(encoded);
    long[] ids = tokenizer.ids(encoded, length).values();
    float[] ends = new float[ids.length];
    for (int i = 0; i < encoded.size(); i++) {
      ends[i * length + encoded.get(i).length() - 1] = 1;
    }
    return new PairBatch(patches, scenes.size(), sizes.patchNumbers(), ids, ends, texts.size());
  }

  private String caption(SceneFacts facts, SplitMix64 random) {
    Language language = Language.any(random);
    double kind = random.nextDouble();
    if (kind < shares.full()) {
      return Captions.full(facts, language, random);
    }
    return kind < shares.full() + shares.tags()
        ? Captions.tags(facts, language, random)
        : Captions.some(facts, language, random);
  }
}
