package mirador.models.clip;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import mirador.concepts.image.Picture;

/** Pictures on a disk: PNG, JPEG, GIF, BMP. Transparency is left out, as Pillow's RGB does. */
public final class PictureFile {
  private PictureFile() {}

  /**
   * Reads a picture.
   *
   * @throws IOException when there is none or it is of an unknown kind
   */
  public static Picture read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException("there is no picture " + file);
    }
    BufferedImage image = ImageIO.read(file.toFile());
    if (image == null) {
      throw new IOException(file + " is no picture of a known kind: PNG, JPEG, GIF or BMP");
    }
    int width = image.getWidth();
    int height = image.getHeight();
    int[] argb = image.getRGB(0, 0, width, height, null, 0, width);
    byte[] rgb = new byte[Picture.CHANNELS * argb.length];
    for (int i = 0; i < argb.length; i++) {
      rgb[3 * i] = (byte) (argb[i] >> 16);
      rgb[3 * i + 1] = (byte) (argb[i] >> 8);
      rgb[3 * i + 2] = (byte) argb[i];
    }
    return new Picture(width, height, rgb);
  }
}
