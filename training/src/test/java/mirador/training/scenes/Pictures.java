package mirador.training.scenes;

import java.awt.image.BufferedImage;
import java.util.HashSet;
import java.util.Set;

/** What the tests measure in pictures. */
final class Pictures {
  private Pictures() {}

  /** The largest difference of two colours in any channel. */
  static int distance(int one, int other) {
    int largest = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      largest = Math.max(largest, Math.abs(((one >> shift) & 255) - ((other >> shift) & 255)));
    }
    return largest;
  }

  static int[] pixels(BufferedImage picture) {
    return picture.getRGB(
        0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
  }

  static int distinctColours(BufferedImage picture) {
    Set<Integer> colours = new HashSet<>();
    for (int rgb : pixels(picture)) {
      colours.add(rgb);
    }
    return colours.size();
  }

  /** The share of pixels that differ at all. */
  static double shareOfDifferentPixels(BufferedImage one, BufferedImage other) {
    int[] first = pixels(one);
    int[] second = pixels(other);
    int different = 0;
    for (int i = 0; i < first.length; i++) {
      if (first[i] != second[i]) {
        different++;
      }
    }
    return different / (double) first.length;
  }
}
