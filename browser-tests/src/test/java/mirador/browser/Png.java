package mirador.browser;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import javax.imageio.ImageIO;
import mirador.concepts.image.Picture;

/** Pictures made for a test. */
final class Png {
  private Png() {}

  /** A picture of one colour with a diagonal line. */
  static byte[] of(int width, int height, Color colour) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setColor(colour);
    g.fillRect(0, 0, width, height);
    g.setColor(Color.WHITE);
    g.drawLine(0, 0, width, height);
    g.dispose();
    return encoded(image);
  }

  /** A large black picture; one bit for each pixel, so that it is made at once. */
  static byte[] huge(int width, int height) {
    return encoded(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY));
  }

  /** A picture of given pixels. */
  static byte[] of(Picture picture) {
    BufferedImage image =
        new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
    byte[] rgb = picture.rgb();
    for (int i = 0, at = 0; i < picture.width() * picture.height(); i++, at += 3) {
      int colour = (rgb[at] & 0xff) << 16 | (rgb[at + 1] & 0xff) << 8 | (rgb[at + 2] & 0xff);
      image.setRGB(i % picture.width(), i / picture.width(), colour);
    }
    return encoded(image);
  }

  /** A figure of the course as the JVM reads it. */
  static Picture figure(String id) {
    try {
      return read(Files.readAllBytes(Texts.ROOT.resolve("figuras/" + id + ".png")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The pixels of a picture file. */
  static Picture read(byte[] file) {
    try {
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
      byte[] rgb = new byte[image.getWidth() * image.getHeight() * 3]; // (height, width, 3)
      int at = 0;
      for (int y = 0; y < image.getHeight(); y++) {
        for (int x = 0; x < image.getWidth(); x++) {
          int pixel = image.getRGB(x, y);
          rgb[at++] = (byte) (pixel >> 16);
          rgb[at++] = (byte) (pixel >> 8);
          rgb[at++] = (byte) pixel;
        }
      }
      return new Picture(image.getWidth(), image.getHeight(), rgb);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] encoded(BufferedImage image) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(image, "png", out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
