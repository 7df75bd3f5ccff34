package mirador.concepts.explain;

import mirador.concepts.image.Convolution;
import mirador.concepts.image.Kernel;
import mirador.concepts.image.Picture;
import mirador.concepts.text.Messages;
import mirador.concepts.text.Numbers;
import mirador.concepts.vit.PatchGrid;
import mirador.concepts.vit.ReceptiveField;

/** What the comparison of convolution and attention says (notebook cell 1.0). */
public final class ConvAttentionWords {
  /**
   * The longer side of the copy both sides of the page work on, in pixels: single ones are seen.
   */
  public static final int SIDE = 192;

  /** Side of a patch of that copy, in pixels. */
  public static final int PATCH = 16;

  private ConvAttentionWords() {}

  /** How far the layers of convolution see, and how far one layer of attention. */
  public static String result(Messages messages, PatchGrid grid, int layers) {
    int side = ReceptiveField.side(layers);
    double share =
        Math.min(1, (double) side / grid.width()) * Math.min(1, (double) side / grid.height());
    return messages.get(
        "conv-attention.result",
        layers,
        side,
        percent(share),
        grid.count(),
        grid.patch(),
        grid.width(),
        grid.height());
  }

  /** The kernel a choice stands for; own weights that are not nine mean the identity. */
  public static Kernel chosen(String kernel, double[] weights) {
    if (kernel.equals("own") && weights.length == Kernel.SIDE * Kernel.SIDE) {
      return Kernel.own(weights);
    }
    return Kernel.preset(kernel).orElse(Kernel.IDENTITY);
  }

  /** Where the window stands at first: x. */
  public static int startX(Picture picture) {
    return picture.width() * 2 / 5;
  }

  /** Where the window stands at first: y. */
  public static int startY(Picture picture) {
    return picture.height() * 2 / 5;
  }

  /** The patch chosen at first: one in the middle. */
  public static int startPatch(PatchGrid grid) {
    return grid.rows() / 2 * grid.columns() + grid.columns() / 2;
  }

  /** Similarities stretched from 0 for the least of them to 1, so that their order shows. */
  public static double[] shown(double[] similarities) {
    double least = 1;
    for (double similarity : similarities) {
      least = Math.min(least, similarity);
    }
    double[] shown = new double[similarities.length];
    for (int i = 0; i < shown.length; i++) {
      shown[i] = least < 1 ? (similarities[i] - least) / (1 - least) : 1;
    }
    return shown;
  }

  /** How opaque the veil over a patch is: none where it is most alike. */
  public static double veil(double shown) {
    return 0.8 * (1 - shown);
  }

  /** The sum under the kernel, and the grey that is drawn for it. */
  public static String sum(Messages messages, double sum) {
    int drawn = Convolution.pixel(sum);
    String text = weight(sum);
    return text.equals(Numbers.integer(drawn))
        ? messages.get("conv-attention.sum", text)
        : messages.get("conv-attention.sum.drawn", text, drawn);
  }

  /** The name of a kernel and what it does. */
  public static String kernel(Messages messages, String kernel) {
    return messages.get("conv-attention.kernel." + kernel);
  }

  /** A patch as seen from the chosen one. */
  public static String similarity(Messages messages, int chosen, int other, double similarity) {
    return messages.get("conv-attention.similarity", chosen, other, Numbers.fixed(similarity, 2));
  }

  /** A weight, product or sum: whole numbers without decimals, others with two. */
  public static String weight(double value) {
    boolean whole = Math.abs(value - Math.rint(value)) < 5e-3;
    return Numbers.fixed(value, whole ? 0 : 2);
  }

  /** The sum of the nine weights: what becomes of an even colour. */
  public static String gain(Messages messages, Kernel kernel) {
    return messages.get("conv-attention.gain", weight(kernel.gain()));
  }

  private static String percent(double share) {
    double percent = 100 * share;
    return Numbers.fixed(percent, percent >= 1 ? 0 : percent >= 0.1 ? 1 : 2);
  }
}
