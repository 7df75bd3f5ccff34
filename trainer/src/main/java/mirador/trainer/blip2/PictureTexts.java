package mirador.trainer.blip2;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.tokenizer.OptTokenizer;
import mirador.trainer.clip.ClipSizes;
import mirador.trainer.clip.Patchify;
import mirador.trainer.data.Sayings;
import mirador.trainer.data.ScenePool;
import mirador.trainer.data.ScenePool.Scene;
import mirador.trainer.data.TextBatch;
import mirador.trainer.data.TextBatch.Text;
import mirador.training.language.Language;
import mirador.training.scenes.SceneFacts;
import mirador.training.scenes.SceneSampler;
import mirador.training.scenes.Split;
import mirador.training.scenes.SplitMix64;

/** Scenes and what is said of them, for the two stages of BLIP-2. */
final class PictureTexts {
  private static final int TEXT = 36;

  private final ClipSizes sizes;
  private final Sayings sayings;
  private final Form form;
  private final int most;
  private final int padding;
  private final long seed;
  private final ScenePool pool;

  /** What is said of a scene. */
  interface Form {
    Text of(Sayings sayings, SceneFacts facts, Language language, SplitMix64 random);
  }

  /**
   * Texts of scenes.
   *
   * @param pool scenes of the size that the model sees
   * @param padding token that fills up shorter texts
   * @param seed decides the texts
   */
  PictureTexts(
      Blip2Sizes sizes, OptTokenizer tokenizer, Form form, ScenePool pool, int padding, long seed) {
    this.sizes = sizes.clip();
    this.most = sizes.language().positions() - sizes.queries();
    this.sayings = new Sayings(tokenizer);
    this.form = form;
    this.padding = padding;
    this.seed = seed;
    this.pool = pool;
  }

  /** What belongs to a step of a training. */
  PictureText of(int step, int size) {
    List<Scene> scenes = new ArrayList<>();
    List<Text> texts = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      long place = (long) step * size + i;
      SplitMix64 random = SplitMix64.forPart(seed * 1_000_003L + place, TEXT);
      Scene scene = pool.at(place, random);
      scenes.add(scene);
      texts.add(form.of(sayings, scene.facts(), Language.any(random), random).upTo(most));
    }
    return of(scenes, texts);
  }

  /** Scenes of the validation split. */
  PictureText validation(int count) {
    List<Scene> scenes = new ArrayList<>();
    List<Text> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      SceneFacts facts = SceneSampler.facts(Split.VALIDATION, i);
      scenes.add(new Scene(facts, SceneSampler.draw(facts, i, sizes.image()), false));
      SplitMix64 random = SplitMix64.forPart(i, TEXT);
      texts.add(form.of(sayings, facts, Language.any(random), random).upTo(most));
    }
    return of(scenes, texts);
  }

  private PictureText of(List<Scene> scenes, List<Text> texts) {
    float[] patches = Patchify.batch(scenes, sizes);
    return new PictureText(patches, sizes.patchNumbers(), TextBatch.of(texts, padding));
  }
}
