package mirador.site.widget;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import mirador.concepts.audio.Spectrogram;
import mirador.concepts.colour.ColourScale;
import mirador.concepts.colour.Rgb;

/** A spectrogram as a small picture inside the page: few colours, so that it weighs little. */
final class SpectrogramImage {
  private static final int COLOURS = 16; // steps of 5 dB

  /** So many moments and so many frequencies become one point, the loudest of them. */
  private static final int POOLED = 2;

  private SpectrogramImage() {}

  /** The address of the picture, low frequencies at its foot. */
  static String address(Spectrogram spectrogram) {
    int width = (spectrogram.frames() + POOLED - 1) / POOLED;
    int height = (spectrogram.bins() + POOLED - 1) / POOLED;
    BufferedImage image =
        new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, palette());
    for (int x = 0; x < width; x++) {
      for (int y = 0; y < height; y++) {
        double share = 1 - loudest(spectrogram, x * POOLED, y * POOLED) / Spectrogram.FLOOR;
        int step = (int) Math.rint(share * (COLOURS - 1));
        image.getRaster().setSample(x, height - 1 - y, 0, step);
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException("an array takes all that is written to it", e);
    }
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(out.toByteArray());
  }

  private static double loudest(Spectrogram spectrogram, int frame, int bin) {
    double loudest = Spectrogram.FLOOR;
    for (int x = frame; x < Math.min(frame + POOLED, spectrogram.frames()); x++) {
      for (int y = bin; y < Math.min(bin + POOLED, spectrogram.bins()); y++) {
        loudest = Math.max(loudest, spectrogram.db()[x][y]);
      }
    }
    return loudest;
  }

  private static IndexColorModel palette() {
    byte[] red = new byte[COLOURS];
    byte[] green = new byte[COLOURS];
    byte[] blue = new byte[COLOURS];
    for (int i = 0; i < COLOURS; i++) {
      Rgb colour = ColourScale.cividis(i / (COLOURS - 1.0));
      red[i] = (byte) colour.red();
      green[i] = (byte) colour.green();
      blue[i] = (byte) colour.blue();
    }
    return new IndexColorModel(4, COLOURS, red, green, blue);
  }
}
