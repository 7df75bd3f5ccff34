package mirador.training.scenes;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * At most 128 colours that stand for all the colours of a picture.
 *
 * <p>Median cut (Heckbert, "Color Image Quantization for Frame Buffer Display", SIGGRAPH 1982),
 * then a few rounds of k-means. Flat drawings have few colours besides their gradients and smoothed
 * edges, so this halves the file and is not seen; 256 colours would add a fifth to it.
 */
final class Palette {
  static final int LARGEST = 128;
  private static final int ROUNDS = 12;

  private final int[] colours;
  private final Map<Integer, Integer> indexOf;

  private Palette(int[] colours, Map<Integer, Integer> indexOf) {
    this.colours = colours;
    this.indexOf = indexOf;
  }

  /** Chooses the palette of a picture; exact if the picture has few enough colours. */
  static Palette of(BufferedImage picture) {
    Map<Integer, Integer> counts = new LinkedHashMap<>();
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        counts.merge(picture.getRGB(x, y) & 0xFFFFFF, 1, Integer::sum);
      }
    }
    List<Bin> bins = new ArrayList<>();
    counts.forEach((rgb, count) -> bins.add(Bin.of(rgb, count)));
    int[] colours = medianCut(bins);
    for (int round = 0; round < ROUNDS && bins.size() > LARGEST; round++) {
      colours = centred(bins, colours);
    }
    Map<Integer, Integer> indexOf = new HashMap<>();
    for (Bin bin : bins) {
      indexOf.put(bin.rgb(), nearest(bin, colours));
    }
    return new Palette(colours, indexOf);
  }

  int size() {
    return colours.length;
  }

  /** The colour at an index, as 0xRRGGBB. */
  int colour(int index) {
    return colours[index];
  }

  /** The index that stands for a colour of the picture. */
  int index(int rgb) {
    return indexOf.get(rgb & 0xFFFFFF);
  }

  /** A colour of the picture and how much it counts. */
  private record Bin(int rgb, double weight) {
    /** The power below one keeps a small bright eye from losing to a large dull sky. */
    static Bin of(int rgb, int count) {
      return new Bin(rgb, StrictMath.pow(count, 0.9));
    }

    int channel(int which) {
      return (rgb >> (16 - 8 * which)) & 255;
    }
  }

  /** Some colours of the picture, the channel along which they spread most, and how much. */
  private record Box(List<Bin> bins, int channel, double spread) {
    static Box of(List<Bin> bins) {
      int widest = 0;
      double most = -1;
      for (int channel = 0; channel < 3; channel++) {
        double spread = bins.size() > 1 ? scatter(bins, channel) : 0;
        if (spread > most) {
          most = spread;
          widest = channel;
        }
      }
      return new Box(bins, widest, most);
    }
  }

  private static int[] medianCut(List<Bin> bins) {
    List<Box> boxes = new ArrayList<>();
    boxes.add(Box.of(bins));
    while (boxes.size() < LARGEST) {
      Box widest = Collections.max(boxes, Comparator.comparingDouble(Box::spread));
      if (widest.spread() <= 0) {
        break;
      }
      boxes.remove(widest);
      List<Bin> sorted = new ArrayList<>(widest.bins());
      sorted.sort(
          Comparator.comparingInt((Bin bin) -> bin.channel(widest.channel()))
              .thenComparingInt(Bin::rgb));
      int cut = median(sorted);
      boxes.add(Box.of(sorted.subList(0, cut)));
      boxes.add(Box.of(sorted.subList(cut, sorted.size())));
    }
    return boxes.stream().map(Box::bins).mapToInt(Palette::mean).toArray();
  }

  private static int median(List<Bin> sorted) {
    double half = sorted.stream().mapToDouble(Bin::weight).sum() / 2;
    double sum = 0;
    for (int i = 0; i < sorted.size() - 1; i++) {
      sum += sorted.get(i).weight();
      if (sum >= half) {
        return i + 1;
      }
    }
    return sorted.size() - 1;
  }

  /** The weighted sum of squared distances from the mean, along one channel. */
  private static double scatter(List<Bin> box, int channel) {
    double sum = 0;
    double squares = 0;
    double weights = 0;
    for (Bin bin : box) {
      double value = bin.channel(channel);
      sum += bin.weight() * value;
      squares += bin.weight() * value * value;
      weights += bin.weight();
    }
    return squares - sum * sum / weights;
  }

  private static int mean(List<Bin> box) {
    int rgb = 0;
    for (int channel = 0; channel < 3; channel++) {
      double sum = 0;
      double weights = 0;
      for (Bin bin : box) {
        sum += bin.weight() * bin.channel(channel);
        weights += bin.weight();
      }
      rgb = (rgb << 8) | (int) Math.round(sum / weights);
    }
    return rgb;
  }

  /** One round of k-means. */
  private static int[] centred(List<Bin> bins, int[] colours) {
    List<List<Bin>> boxes = new ArrayList<>();
    for (int i = 0; i < colours.length; i++) {
      boxes.add(new ArrayList<>());
    }
    for (Bin bin : bins) {
      boxes.get(nearest(bin, colours)).add(bin);
    }
    int[] means = colours.clone();
    for (int i = 0; i < means.length; i++) {
      if (!boxes.get(i).isEmpty()) {
        means[i] = mean(boxes.get(i));
      }
    }
    return means;
  }

  private static int nearest(Bin bin, int[] colours) {
    int nearest = 0;
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < colours.length; i++) {
      int red = bin.channel(0) - ((colours[i] >> 16) & 255);
      int green = bin.channel(1) - ((colours[i] >> 8) & 255);
      int blue = bin.channel(2) - (colours[i] & 255);
      int distance = red * red + green * green + blue * blue;
      if (distance < least) {
        least = distance;
        nearest = i;
      }
    }
    return nearest;
  }
}
