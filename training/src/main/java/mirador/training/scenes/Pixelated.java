package mirador.training.scenes;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Optional;

/**
 * Few, large pixels: a grid of 32 rows.
 *
 * <p>A smaller subject gets a finer grid, so that it is made of about as many pixels and a hand-set
 * sprite never has to be resampled. Where the grid would get too fine to be seen as one, or the
 * sprites too many, the drawing is sampled instead.
 */
final class Pixelated implements Style {
  private static final int ROWS = 32;
  private static final int FEWEST_ROWS = 24;
  private static final int MOST_ROWS = 48;

  /** Each grid cell is first drawn with this many samples a side. */
  private static final int SAMPLES = 8;

  /** Pictures of fewer rows are drawn with fewer samples: there are many of them. */
  private static final int SMALL = 128;

  private static final int FEW_SAMPLES = 4;

  /** Samples that differ by less than this in every channel vote together. */
  private static final int STEP = 24;

  private static final Color SHADOW = Tint.of(0x1C2340);

  @Override
  public String word() {
    return "pixelated";
  }

  @Override
  public void draw(Graphics2D graphics, Scene scene, Size size) {
    Window window = scene.window();
    SceneSpec spec = scene.spec();
    double scale = spec.pose().scale();
    Optional<Sprite> sprite =
        spec.subject()
            .sprite()
            .filter(one -> rowsFor(one, spec.poses().size(), scale, window) <= MOST_ROWS);
    int rows =
        sprite
            .map(one -> rowsFor(one, spec.poses().size(), scale, window))
            .orElseGet(() -> rowsFor(scale, window));
    int columns = Math.max(1, Math.round(rows * (float) (window.width() / window.height())));
    int samples = size.height() < SMALL ? FEW_SAMPLES : SAMPLES;
    Size fine = new Size(Math.max(16, columns * samples), Math.max(16, rows * samples));
    BufferedImage sampled =
        new BufferedImage(fine.width(), fine.height(), BufferedImage.TYPE_INT_RGB);
    Graphics2D sampler = sampled.createGraphics();
    scene.drawBehind(sampler, fine);
    if (sprite.isEmpty()) {
      scene.drawSubject(sampler, fine);
    }
    scene.drawInFront(sampler, fine);
    sampler.dispose();

    BufferedImage grid = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB);
    int[] cells = Pixels.of(grid);
    int[] from = Pixels.of(sampled);
    int[] cell = new int[samples * samples];
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < columns; x++) {
        for (int row = 0; row < samples; row++) {
          System.arraycopy(
              from, (y * samples + row) * fine.width() + x * samples, cell, row * samples, samples);
        }
        cells[y * columns + x] = vote(cell);
      }
    }
    if (sprite.isPresent()) {
      for (Pose pose : spec.poses()) {
        set(sprite.get(), grid, scene, pose);
      }
    }
    enlarge(graphics, grid, size);
  }

  /** How many rows the grid of a window has for a subject of a scale. */
  private static int rowsFor(double scale, Window window) {
    long wanted = Math.max(FEWEST_ROWS, Math.min(MOST_ROWS, Math.round(ROWS / scale)));
    return Math.max(1, Math.round(wanted * (float) (window.height() / Stage.HEIGHT)));
  }

  /**
   * How many rows it takes for sprites to be wholly seen side by side, and no larger than asked.
   */
  private static int rowsFor(Sprite sprite, int count, double scale, Window window) {
    int acrossTheWindow =
        (int) Math.ceil(count * sprite.width() * window.height() / window.width());
    return (int) Math.max(Math.max(ROWS, acrossTheWindow), Math.round(ROWS / scale));
  }

  /**
   * Each cell as a square of the picture's pixels. Where a pixel lies on several cells it gets
   * their mean, as when a large picture is made small.
   */
  private static void enlarge(Graphics2D graphics, BufferedImage grid, Size size) {
    if (size.height() >= SMALL) {
      graphics.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
      graphics.drawImage(grid, 0, 0, size.width(), size.height(), null);
    } else {
      graphics.drawImage(Pixels.resized(grid, size), 0, 0, null);
    }
  }

  /**
   * The colour most samples of a cell agree on, more or less: the mean of the largest group of like
   * colours, the first one of equals. A mean of all would blur every edge into a third colour; a
   * vote keeps the edges hard, as a hand would.
   */
  private static int vote(int[] cell) {
    int[] keys = new int[cell.length];
    int[] votes = new int[cell.length];
    int groups = 0;
    int[] groupOf = new int[cell.length];
    for (int i = 0; i < cell.length; i++) {
      int key = coarse(cell[i]);
      int group = 0;
      while (group < groups && keys[group] != key) {
        group++;
      }
      if (group == groups) {
        keys[groups++] = key;
      }
      votes[group]++;
      groupOf[i] = group;
    }
    int winner = 0;
    for (int group = 1; group < groups; group++) {
      if (votes[group] > votes[winner]) {
        winner = group;
      }
    }
    int red = 0;
    int green = 0;
    int blue = 0;
    for (int i = 0; i < cell.length; i++) {
      if (groupOf[i] == winner) {
        red += Pixels.red(cell[i]);
        green += Pixels.green(cell[i]);
        blue += Pixels.blue(cell[i]);
      }
    }
    int count = votes[winner];
    return (red / count) << 16 | (green / count) << 8 | (blue / count);
  }

  /** A number that like colours share. */
  private static int coarse(int rgb) {
    int red = ((rgb >> 16) & 255) / STEP;
    int green = ((rgb >> 8) & 255) / STEP;
    int blue = (rgb & 255) / STEP;
    return (red << 16) | (green << 8) | blue;
  }

  /** Lays the sprite on the grid with its feet on the ground line, away from the sides. */
  private static void set(Sprite sprite, BufferedImage grid, Scene scene, Pose pose) {
    SceneSpec spec = scene.spec();
    Tones coat = scene.light().on(Tones.of(spec.colour().base()));
    Window window = scene.window();
    double cell = window.height() / grid.getHeight();
    double middle = scene.stage().centre() + pose.shift() - window.left();
    int wished = (int) Math.round(middle / cell - sprite.width() / 2.0);
    int left = Math.max(0, Math.min(grid.getWidth() - sprite.width(), wished));
    double ground = spec.place().groundLine() - pose.rise() - window.top();
    int top = (int) Math.round(ground / cell) + 2 - sprite.height();
    shade(sprite, grid, left, top + sprite.height());
    for (int y = 0; y < sprite.height(); y++) {
      for (int x = 0; x < sprite.width(); x++) {
        int column = pose.facing() == Pose.Facing.LEFT ? sprite.width() - 1 - x : x;
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
