package mirador.training.scenes;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes small PNG files with a palette (W3C "Portable Network Graphics", colour type 3).
 *
 * <p>ImageIO does not choose a palette, and every lesson page carries these pictures. Rows as they
 * are suit smooth drawings, differences from the row above suit large pixels; the smaller is kept.
 */
final class PngFile {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
  private static final int PALETTE_COLOUR = 3;
  private static final int[] FILTERS = {0, 2};

  private PngFile() {}

  /** Encodes a picture with at most 256 colours. */
  static byte[] encode(BufferedImage picture) {
    Palette palette = Palette.of(picture);
    int width = picture.getWidth();
    int height = picture.getHeight();
    byte[][] rows = new byte[height][width];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        rows[y][x] = (byte) palette.index(picture.getRGB(x, y));
      }
    }
    byte[] smallest = null;
    for (int filter : FILTERS) {
      byte[] data = deflate(filtered(rows, filter));
      if (smallest == null || data.length < smallest.length) {
        smallest = data;
      }
    }
    return file(width, height, palette, smallest);
  }

  /** Every row behind its filter byte: 0 as it is, 2 minus the row above. */
  private static byte[] filtered(byte[][] rows, int filter) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int y = 0; y < rows.length; y++) {
      out.write(filter);
      for (int x = 0; x < rows[y].length; x++) {
        int above = y > 0 ? rows[y - 1][x] : 0;
        out.write(filter == 0 ? rows[y][x] : rows[y][x] - above);
      }
    }
    return out.toByteArray();
  }

  private static byte[] deflate(byte[] raw) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    deflater.setInput(raw);
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return out.toByteArray();
  }

  private static byte[] file(int width, int height, Palette palette, byte[] data) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.write(SIGNATURE);
      ByteArrayOutputStream header = new ByteArrayOutputStream();
      DataOutputStream fields = new DataOutputStream(header);
      fields.writeInt(width);
      fields.writeInt(height);
      fields.write(new byte[] {8, PALETTE_COLOUR, 0, 0, 0});
      chunk(out, "IHDR", header.toByteArray());
      byte[] colours = new byte[3 * palette.size()];
      for (int i = 0; i < palette.size(); i++) {
        colours[3 * i] = (byte) (palette.colour(i) >> 16);
        colours[3 * i + 1] = (byte) (palette.colour(i) >> 8);
        colours[3 * i + 2] = (byte) palette.colour(i);
      }
      chunk(out, "PLTE", colours);
      chunk(out, "IDAT", data);
      chunk(out, "IEND", new byte[0]);
    } catch (IOException e) {
      throw new UncheckedIOException("Writing to memory failed.", e);
    }
    return bytes.toByteArray();
  }

  private static void chunk(DataOutputStream out, String type, byte[] content) throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 check = new CRC32();
    check.update(name);
    check.update(content);
    out.writeInt(content.length);
    out.write(name);
    out.write(content);
    out.writeInt((int) check.getValue());
  }
}
