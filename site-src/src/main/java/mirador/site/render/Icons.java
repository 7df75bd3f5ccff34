package mirador.site.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import mirador.site.scan.CoursePicture;

/**
 * The site's mark, drawn: three patches and an eye in the place of the fourth. Sizes in units of
 * the mark, 32 a side.
 */
final class Icons {
  private static final Color GROUND = new Color(0x0b4f4c);
  private static final Color PATCH = new Color(0x7fe0d6);
  private static final Color EYE = new Color(0xffcf70);
  private static final double UNITS = 32;

  private Icons() {}

  static List<Asset> all(Iterable<CoursePicture> pictures) throws IOException {
    return List.of(
        Asset.of("favicon.svg", svg()),
        new Asset("icons/icon-192.png", png(192, 0.86)),
        new Asset("icons/icon-512.png", png(512, 0.86)),
        // A launcher may cut a maskable icon to a circle: the mark keeps to its middle.
        new Asset("icons/maskable-512.png", png(512, 0.62)),
        new Asset("icons/preview.png", preview(pictures)));
  }

  private static String svg() {
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" \
        fill="#0b4f4c"/><g fill="#7fe0d6"><rect x="5" y="5" width="10" height="10" rx="1.5"/><rect x="17" \
        y="5" width="10" height="10" rx="1.5"/><rect x="5" y="17" width="10" height="10" rx="1.5"/></g>\
        <circle cx="22" cy="22" r="5" fill="#ffcf70"/><circle cx="22" cy="22" r="2" fill="#0b4f4c"/></svg>
        """;
  }

  private static byte[] png(int size, double part) throws IOException {
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = smooth(image);
    graphics.setColor(GROUND);
    graphics.fillRect(0, 0, size, size);
    mark(graphics, size * (1 - part) / 2, size * (1 - part) / 2, size * part);
    graphics.dispose();
    return bytes(image);
  }

  /** The mark in a square at (x, y). */
  private static void mark(Graphics2D graphics, double x, double y, double side) {
    double unit = side / UNITS;
    graphics.setColor(PATCH);
    for (double[] at : new double[][] {{3, 3}, {17, 3}, {3, 17}}) {
      graphics.fill(
          new RoundRectangle2D.Double(
              x + at[0] * unit, y + at[1] * unit, 12 * unit, 12 * unit, 3 * unit, 3 * unit));
    }
    graphics.setColor(EYE);
    graphics.fill(new Ellipse2D.Double(x + 17 * unit, y + 17 * unit, 12 * unit, 12 * unit));
    graphics.setColor(GROUND);
    graphics.fill(new Ellipse2D.Double(x + 20.5 * unit, y + 20.5 * unit, 5 * unit, 5 * unit));
  }

  /** What a link to the course shows where links are shared: the figures under a grid. */
  private static byte[] preview(Iterable<CoursePicture> pictures) throws IOException {
    int width = 1200;
    int height = 630;
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = smooth(image);
    graphics.setColor(GROUND);
    graphics.fillRect(0, 0, width, height);
    int x = 40;
    for (CoursePicture picture : pictures) {
      BufferedImage figure = ImageIO.read(new java.io.ByteArrayInputStream(picture.bytes()));
      graphics.drawImage(figure, x, 270, 360, 240, null);
      graphics.setStroke(new BasicStroke(2));
      graphics.setColor(PATCH);
      for (int line = 0; line <= 360; line += 60) {
        graphics.drawLine(x + line, 270, x + line, 510);
        graphics.drawLine(x, 270 + Math.min(line, 240), x + 360, 270 + Math.min(line, 240));
      }
      x += 380;
    }
    mark(graphics, 40, 60, 150);
    graphics.setColor(Color.WHITE);
    graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 92));
    graphics.drawString("Mirador", 230, 165);
    graphics.dispose();
    return bytes(image);
  }

  private static Graphics2D smooth(BufferedImage image) {
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    return graphics;
  }

  private static byte[] bytes(BufferedImage image) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }
}
