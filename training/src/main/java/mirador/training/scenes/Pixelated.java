package mirador.training.scenes;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Few, large pixels: a grid of 32 rows.
 *
 * <p>A smaller subject gets a finer grid, so that it is always made of about as many pixels and a
 * hand-set sprite never has to be resampled.
 */
final class Pixelated implements Style {
  private static final int ROWS = 32;
  private static final int FEWEST_ROWS = 24;
  private static final int MOST_ROWS = 64;

  /** Each grid cell is first drawn with this many samples a side. */
  private static final int SAMPLES = 8;

  /** Samples that differ by less than this in every channel vote together. */
  private static final int STEP = 24;

  private static final Color SHADOW = Tint.of(0x1C2340);

  @Override
  public String word() {
    return "pixelated";
  }

  @Override
  public void draw(Graphics2D graphics, Scene scene, Size size) {
    int rows =
        (int)
            Math.max(
                FEWEST_ROWS, Math.min(MOST_ROWS, Math.round(ROWS / scene.spec().pose().scale())));
    int columns = Math.max(1, Math.round(rows * (float) size.width() / size.height()));
    Size fine = new Size(Math.max(16, columns * SAMPLES), rows * SAMPLES);
    BufferedImage samples =
        new BufferedImage(fine.width(), fine.height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D sampler = samples.createGraphics();
    scene.drawBehind(sampler, fine);
    boolean handSet = scene.spec().subject().sprite().isPresent();
    if (!handSet) {
      scene.drawSubject(sampler, fine);
    }
    scene.drawInFront(sampler, fine);
    sampler.dispose();

    BufferedImage grid = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < columns; x++) {
        grid.setRGB(x, y, vote(samples, x * SAMPLES, y * SAMPLES));
      }
    }
    scene.spec().subject().sprite().ifPresent(sprite -> set(sprite, grid, scene));
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
    graphics.drawImage(grid, 0, 0, size.width(), size.height(), null);
  }

  /**
   * The colour most samples of a cell agree on, more or less: the mean of the largest group of like
   * colours. A mean of all would blur every edge into a third colour; a vote keeps the edges hard,
   * as a hand would.
   */
  private static int vote(BufferedImage samples, int left, int top) {
    Map<Integer, List<Integer>> groups = new LinkedHashMap<>();
    for (int y = top; y < top + SAMPLES; y++) {
      for (int x = left; x < left + SAMPLES; x++) {
        int rgb = samples.getRGB(x, y);
        groups.computeIfAbsent(coarse(rgb), key -> new ArrayList<>()).add(rgb);
      }
    }
    List<Integer> winners = List.of();
    for (List<Integer> group : groups.values()) {
      if (group.size() > winners.size()) {
        winners = group;
      }
    }
    int mean = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int sum = 0;
      for (int rgb : winners) {
        sum += (rgb >> shift) & 255;
      }
      mean |= (sum / winners.size()) << shift;
    }
    return mean;
  }

  /** A number that like colours share. */
  private static int coarse(int rgb) {
    int red = ((rgb >> 16) & 255) / STEP;
    int green = ((rgb >> 8) & 255) / STEP;
    int blue = (rgb & 255) / STEP;
    return (red << 16) | (green << 8) | blue;
  }

  /** Lays the sprite on the grid with its feet on the ground line, cut off at the edges. */
  private static void set(Sprite sprite, BufferedImage grid, Scene scene) {
    SceneSpec spec = scene.spec();
    Tones coat = scene.light().on(Tones.of(spec.colour().base()));
    double cell = Stage.HEIGHT / grid.getHeight();
    int left =
        (int) Math.round(grid.getWidth() / 2.0 - sprite.width() / 2.0 + spec.pose().shift() / cell);
    int top = (int) Math.round(spec.place().groundLine() / cell) + 2 - sprite.height();
    shade(sprite, grid, left, top + sprite.height());
    for (int y = 0; y < sprite.height(); y++) {
      for (int x = 0; x < sprite.width(); x++) {
        int column = spec.pose().facing() == Pose.Facing.LEFT ? sprite.width() - 1 - x : x;
        int gridX = left + x;
        int gridY = top + y;
        if (sprite.covers(column, y)
            && gridX >= 0
            && gridY >= 0
            && gridX < grid.getWidth()
            && gridY < grid.getHeight()) {
          grid.setRGB(gridX, gridY, sprite.colour(column, y, coat).getRGB());
        }
      }
    }
  }

  /** One row of shadow under the feet. */
  private static void shade(Sprite sprite, BufferedImage grid, int left, int row) {
    for (int x = Math.max(0, left + 2);
        x < Math.min(grid.getWidth(), left + sprite.width() - 2);
        x++) {
      if (row < grid.getHeight()) {
        Color ground = new Color(grid.getRGB(x, row));
        grid.setRGB(x, row, Tint.mix(ground, SHADOW, 0.3).getRGB());
      }
    }
  }
}
