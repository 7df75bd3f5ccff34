package mirador.concepts.explain;

import mirador.concepts.clip.ClipConfig;
import mirador.concepts.clip.ImageSteps;
import mirador.concepts.text.Messages;
import mirador.concepts.text.Numbers;
import mirador.concepts.vit.AttentionView;
import mirador.concepts.vit.TokenVectors;

/** The five steps of section 1.3 on CLIP's own numbers. */
public final class ClipStepsWords {
  private static final int NAMED = 3;

  private ClipStepsWords() {}

  /** What there will be to see, before CLIP is there; the shapes are known. */
  public static String pending(Messages messages, int patch, int layer, String picture) {
    ClipConfig known = ClipConfig.VIT_B_32;
    return messages.get(
        "clip-steps.pending",
        TokenNames.patch(patch),
        picture,
        layer,
        known.imageTokens() - 1,
        numbers(known),
        known.projection());
  }

  /** What has become of the patch, and what comes out. */
  public static String result(Messages messages, ImageSteps steps, int patch, int layer) {
    int size = steps.features().width();
    if (steps.states().isEmpty()) {
      return messages.get("clip-steps.result.features", size);
    }
    TokenVectors first = steps.states().get(0);
    TokenVectors now = steps.states().get(layer);
    double[] likeness = AttentionView.patches(now.cosines(patch + 1));
    return messages.get(
        layer == 0 ? "clip-steps.result.first" : "clip-steps.result",
        layer,
        TokenNames.patch(patch),
        cosine(now.cosine(patch + 1, first, patch + 1)),
        most(messages, likeness, patch),
        size);
  }

  /** The heading of a step, from 1, with its shapes. */
  public static String step(Messages messages, int step, ClipConfig config, int width) {
    return messages.get(
        "clip-steps.step." + step,
        config.imageTokens() - 1,
        config.patchSize(),
        numbers(config),
        width,
        config.imageTokens(),
        config.visionLayers(),
        config.projection());
  }

  /** What the projection made of the patch. */
  public static String projection(Messages messages, TokenVectors patches, int patch) {
    double mean = 0;
    for (int i = 0; i < patches.count(); i++) {
      mean += patches.norm(i) / patches.count();
    }
    return messages.get(
        "clip-steps.projection",
        TokenNames.patch(patch),
        patches.width(),
        Numbers.fixed(patches.norm(patch), 2),
        Numbers.fixed(mean, 2));
  }

  /** Which places are most like that of the patch. */
  public static String positions(Messages messages, TokenVectors positions, int patch) {
    double[] all = positions.cosines(patch + 1);
    return messages.get(
        "clip-steps.positions",
        TokenNames.patch(patch),
        most(messages, AttentionView.patches(all), patch),
        cosine(all[0]));
  }

  /** Which tokens are most like the patch after some layers. */
  public static String state(Messages messages, TokenVectors state, int patch, int layer) {
    double[] all = state.cosines(patch + 1);
    return messages.get(
        "clip-steps.state",
        layer,
        TokenNames.patch(patch),
        most(messages, AttentionView.patches(all), patch),
        cosine(all[0]));
  }

  /** What comes out at the end. */
  public static String features(Messages messages, TokenVectors features) {
    return messages.get(
        "clip-steps.features", features.width(), Numbers.fixed(features.norm(0), 2));
  }

  /** A cosine as it is written. */
  public static String cosine(double cosine) {
    return Numbers.fixed(cosine, 2);
  }

  private static String most(Messages messages, double[] likeness, int patch) {
    return TokenNames.list(messages, AttentionView.top(likeness, NAMED, patch), likeness, 2, 1);
  }

  private static int numbers(ClipConfig config) {
    return 3 * config.patchSize() * config.patchSize();
  }
}
