package mirador.trainer.run;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import mirador.trainer.run.TrainingLog.Entry;

/** Learning curves, one plot below the other, each with its own scale. */
public record CurvePicture(Map<String, List<Entry>> curves) {
  private static final int WIDTH = 760;
  private static final int HEIGHT = 150;
  private static final int LEFT = 64;
  private static final int RIGHT = 24;
  private static final int TOP = 30;
  private static final int BOTTOM = 26;

  /** Steps between the paper and each colour. */
  private static final int STEPS = 8;

  private static final Color PAPER = Color.WHITE;
  private static final Color INK = new Color(0x1f2937);
  private static final Color GRID = new Color(0xd6dae1);
  private static final Color LINE = new Color(0x3548c8);

  /** Writes it as PNG. */
  public void write(Path file) throws IOException {
    BufferedImage picture =
        new BufferedImage(WIDTH, HEIGHT * Math.max(1, curves.size()), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setColor(PAPER);
    graphics.fillRect(0, 0, picture.getWidth(), picture.getHeight());
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    int row = 0;
    for (Map.Entry<String, List<Entry>> curve : curves.entrySet()) {
      plot(graphics, row++ * HEIGHT, curve.getKey(), curve.getValue());
    }
    graphics.dispose();
    if (!ImageIO.write(fewColours(picture), "png", file.toFile())) {
      throw new IOException(file + ": this Java writes no PNG");
    }
  }

  /** The same in the few colours that it is drawn with and steps between them: half as heavy. */
  private static BufferedImage fewColours(BufferedImage picture) {
    int[] palette = new int[3 * STEPS + 1];
    palette[0] = PAPER.getRGB();
    int next = 1;
    for (Color ink : List.of(INK, GRID, LINE)) {
      for (int step = 1; step <= STEPS; step++) {
        palette[next++] = between(PAPER, ink, step / (double) STEPS).getRGB();
      }
    }
    IndexColorModel colours =
        new IndexColorModel(8, palette.length, palette, 0, false, -1, DataBuffer.TYPE_BYTE);
    BufferedImage few =
        new BufferedImage(
            picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, colours);
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        few.getRaster().setSample(x, y, 0, nearest(palette, picture.getRGB(x, y)));
      }
    }
    return few;
  }

  private static Color between(Color from, Color to, double share) {
    return new Color(
        (int) Math.round(from.getRed() + share * (to.getRed() - from.getRed())),
        (int) Math.round(from.getGreen() + share * (to.getGreen() - from.getGreen())),
        (int) Math.round(from.getBlue() + share * (to.getBlue() - from.getBlue())));
  }

  private static int nearest(int[] palette, int rgb) {
    Color wanted = new Color(rgb);
    int best = 0;
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < palette.length; i++) {
      Color one = new Color(palette[i]);
      int red = one.getRed() - wanted.getRed();
      int green = one.getGreen() - wanted.getGreen();
      int blue = one.getBlue() - wanted.getBlue();
      int distance = red * red + green * green + blue * blue;
      if (distance < least) {
        least = distance;
        best = i;
      }
    }
    return best;
  }

  private void plot(Graphics2D graphics, int top, String name, List<Entry> entries) {
    double low = entries.stream().mapToDouble(Entry::value).min().orElse(0);
    double high = entries.stream().mapToDouble(Entry::value).max().orElse(1);
    double span = high > low ? high - low : 1;
    int last = entries.get(entries.size() - 1).step();
    int bottom = top + HEIGHT - BOTTOM;
    int rise = HEIGHT - TOP - BOTTOM;
    int across = WIDTH - LEFT - RIGHT;
    graphics.setColor(GRID);
    graphics.drawLine(LEFT, bottom, WIDTH - RIGHT, bottom);
    graphics.drawLine(LEFT, bottom - rise, WIDTH - RIGHT, bottom - rise);
    graphics.setColor(INK);
    String end = number(entries.get(entries.size() - 1).value());
    graphics.drawString(name + ": " + end + " at step " + last, LEFT, top + 20);
    graphics.drawString(number(high), 8, bottom - rise + 4);
    graphics.drawString(number(low), 8, bottom + 4);
    Path2D.Double line = new Path2D.Double();
    for (Entry entry : entries) {
      double x = LEFT + across * (double) entry.step() / last;
      double y = bottom - rise * (entry.value() - low) / span;
      if (line.getCurrentPoint() == null) {
        line.moveTo(x, y);
      } else {
        line.lineTo(x, y);
      }
    }
    graphics.setColor(LINE);
    graphics.setStroke(new BasicStroke(1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.draw(line);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3g", value);
  }
}
