package mirador.concepts.vit;

/**
 * One way to look at the attention of an encoder: whose, in which layer, and what of its heads.
 *
 * @param layer from 1; of a rollout the last one that it goes through
 * @param mix {@link #MEAN}, {@link #ROLLOUT} or the number of a head, from 1
 * @param from the token that looks; 0 is [CLS]
 */
public record AttentionView(int layer, String mix, int from) {
  /** The mean of the layer's heads. */
  public static final String MEAN = "mean";

  /** {@link AttentionRollout} from the first layer on. */
  public static final String ROLLOUT = "rollout";

  /** The nearest view that these maps have. */
  public AttentionView fitted(AttentionMaps maps) {
    String has = isHead() ? String.valueOf(Math.min(head(), maps.heads())) : mix;
    return new AttentionView(
        Math.min(layer, maps.layers()), has, Math.min(from, maps.tokens() - 1));
  }

  /** Whether it is a single head's. */
  public boolean isHead() {
    return !mix.equals(MEAN) && !mix.equals(ROLLOUT);
  }

  /** The head, from 1. */
  public int head() {
    return Integer.parseInt(mix);
  }

  /** What the token takes from each, (tokens); sums to 1. */
  public double[] row(AttentionMaps maps) {
    return switch (mix) {
      case MEAN -> maps.mean(layer - 1)[from];
      case ROLLOUT -> AttentionRollout.of(maps, layer)[from];
      default -> maps.row(layer - 1, head() - 1, from);
    };
  }

  /** The places of the greatest values of the patches, the greatest first. */
  public static int[] top(double[] patches, int count, int without) {
    int[] top = new int[Math.min(count, patches.length - (without >= 0 ? 1 : 0))];
    boolean[] taken = new boolean[patches.length];
    if (without >= 0) {
      taken[without] = true;
    }
    for (int k = 0; k < top.length; k++) {
      int best = -1;
      for (int i = 0; i < patches.length; i++) {
        if (!taken[i] && (best < 0 || patches[i] > patches[best])) {
          best = i;
        }
      }
      taken[best] = true;
      top[k] = best;
    }
    return top;
  }

  /** A row without its first token: (tokens) to (patches). */
  public static double[] patches(double[] row) {
    double[] patches = new double[row.length - 1];
    System.arraycopy(row, 1, patches, 0, patches.length);
    return patches;
  }
}
