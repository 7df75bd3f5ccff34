package mirador.trainer.clip;

import java.util.List;
import mirador.trainer.data.ScenePool.Scene;

/** Pictures as the rows that the patch embedding multiplies. */
public final class Patchify {
  // Those of CLIP itself, in mean and standard deviation of each channel.
  private static final double[] MEAN = {0.48145466, 0.4578275, 0.40821073};
  private static final double[] DEVIATION = {0.26862954, 0.26130258, 0.27577711};

  private Patchify() {}

  /** What is taken from each channel. */
  public static double[] mean() {
    return MEAN.clone();
  }

  /** What each channel is then divided by. */
  public static double[] deviation() {
    return DEVIATION.clone();
  }

  /**
   * Lays one normalised picture into a batch, patch by patch, in each channel by channel, as the
   * weights of the convolution lie.
   *
   * @param rgb (side, side, 3)
   * @param mirrored whether left and right change places
   * @param out where (patches, 3 · patch · patch) numbers are written
   * @param at where to begin
   */
  private static void put(byte[] rgb, boolean mirrored, int side, int patch, float[] out, int at) {
    int across = side / patch;
    int next = at;
    for (int row = 0; row < across; row++) {
      for (int column = 0; column < across; column++) {
        for (int channel = 0; channel < 3; channel++) {
          for (int y = 0; y < patch; y++) {
            int line = (row * patch + y) * side;
            for (int x = 0; x < patch; x++) {
              int seen = column * patch + x;
              int pixel = line + (mirrored ? side - 1 - seen : seen);
              double value = (rgb[3 * pixel + channel] & 255) / 255.0;
              out[next++] = (float) ((value - MEAN[channel]) / DEVIATION[channel]);
            }
          }
        }
      }
    }
  }

  /** Lays scenes into a batch, (scenes, patches, 3 · patch · patch). */
  public static float[] batch(List<Scene> scenes, ClipSizes sizes) {
    int numbers = sizes.patches() * sizes.patchNumbers();
    float[] out = new float[scenes.size() * numbers];
    for (int i = 0; i < scenes.size(); i++) {
      Scene scene = scenes.get(i);
      put(scene.rgb(), scene.mirrored(), sizes.image(), sizes.patch(), out, i * numbers);
    }
    return out;
  }
}
