package mirador.concepts.video;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.video.Shape.Rect;

/**
 * «gato_sentado»: the pixel-art cat of the course's figure sits in the grass, blinks and moves its
 * tail. Everything keeps to a grid of {@link #CELL} pixels.
 */
public final class SittingCatClip implements Clip {
  /** Side of a square of the drawing, in pixels. */
  static final int CELL = 5;

  private static final double DURATION = 8;
  private static final int COLUMNS = WIDTH / CELL;
  private static final int LEFT = 19; // column of the cat's left edge
  private static final int TOP = 4; // row of its ears
  private static final int GRASS = 24; // row where it begins
  private static final int CLOUD_PERIOD = 32; // columns after which the clouds repeat
  private static final double[] BLINKS = {1.3, 4.4, 4.75}; // seconds
  private static final double BLINK = 0.17;
  private static final int TAIL = 15; // squares from its root to its tip

  private static final String PALETTE_KEYS = "bcdgknoprsvwy";
  private static final String[] PALETTE = {
    "#77443e", "#f08c37", "#f5af6f", "#f79aa6", "#ba6c3a", "#2a1b33", "#9be15d", "#ffffff",
    "#fff4e2", "#e8607a", "#2f6fd0", "#ffd54a", "#c98a1e"
  };

  // One letter a square; a dot lets the background through.
  private static final String[] CAT = {
    "..b..................b..",
    ".bcb................bcb.",
    ".bcdb..............bdcb.",
    ".bcgdbb..........bbdgcb.",
    ".bcggdbbbbbbbbbbbbdggcb.",
    ".bcccccckcckkcckccccccb.",
    "bcccccccccckkccccccccccb",
    "bccccccccccccccccccccccb",
    "bcccnnnccccccccccnnncccb",
    "kkknoponccccccccnoponkkk",
    "bccnononccccccccnononccb",
    "kkknononccccccccnononkkk",
    "bcccnnncrrrssrrrcnnncccb",
    "bcccccrrrrrnnrrrrrcccccb",
    ".bccccrrrnnrrnnrrrccccb.",
    "..bcccccrrrrrrrrcccccb..",
    "...bbbkkkkkkkkkkkkbbb...",
    ".....bvvvvvvvvvvvvb.....",
    ".....bvvvvwwwwvvvvb.....",
    "....bcccccwyywcccccb....",
    "....bcccrrrrrrrrcccb....",
    "...bccccrrrrrrrrccccb...",
    "...bkkkcrrrrrrrrckkkb...",
    "..bkkkccbrrrrrrbcckkkb..",
    "..bcccccbcckkccbcccccb..",
    ".bccccccbcckkccbccccccb.",
    ".bkkkcccbcckkccbccckkkb.",
    ".bccccccbcckkccbccccccb.",
    ".bccccbbrrrbbrrrbbccccb.",
    "..bbbb.bbbbbbbbbb.bbbb.."
  };
  private static final int EYES = 8; // first row of the eyes
  private static final String[] EYES_SHUT = {
    "bccccccccccccccccccccccb",
    "kkkccccccccccccccccccckk",
    "bccnccncccccccccnccncccb",
    "kkkcnncccccccccccnnckkkk",
    "bcccccccrrrssrrrcccccccb"
  };

  @Override
  public double duration() {
    return DURATION;
  }

  @Override
  public List<KeyFrame> keyFrames() {
    return List.of(new KeyFrame("cat", 0.4), new KeyFrame("pixel-art", 4.45));
  }

  @Override
  public List<Shape> at(double seconds) {
    double t = seconds % DURATION;
    List<Shape> shapes = new ArrayList<>();
    meadow(shapes, t);
    tail(shapes, t);
    cat(shapes, t);
    return shapes;
  }

  private static void meadow(List<Shape> shapes, double t) {
    String[] sky = {"#64b4f0", "#78c8f0", "#8cc8f0", "#a0dcf0", "#b4dcf0", "#c8f0f0"};
    for (int band = 0; band < sky.length; band++) {
      shapes.add(cells(0, band * 4, COLUMNS, 4, sky[band]));
    }
    int passed = (int) Math.floor(t * CLOUD_PERIOD / DURATION);
    for (int start = -CLOUD_PERIOD; start <= COLUMNS; start += CLOUD_PERIOD) {
      cloud(shapes, start + passed, 5);
      cloud(shapes, start + passed + 17, 11);
    }
    String[] grass = {"#b4dca0", "#a0c878", "#8cc864", "#8cb464", "#78b450"};
    int[] rows = {2, 2, 2, 3, 3};
    int row = GRASS;
    for (int band = 0; band < grass.length; band++) {
      shapes.add(cells(0, row, COLUMNS, rows[band], grass[band]));
      row += rows[band];
    }
    int[] flowers = {4, 29, 11, 33, 15, 30, 54, 32, 59, 29, 48, 34};
    for (int i = 0; i < flowers.length; i += 2) {
      // They nod one after the other, a square to the right, a second each.
      int nod = ((int) t + i / 2) % 4 == 0 ? 1 : 0;
      flower(shapes, flowers[i], flowers[i + 1], nod, i % 4 == 0 ? "#ffffff" : "#ffd54a");
    }
  }

  private static void cloud(List<Shape> shapes, int column, int row) {
    shapes.add(cells(column, row, 9, 2, "#f0ffff"));
    shapes.add(cells(column + 2, row - 1, 5, 1, "#f0ffff"));
    shapes.add(cells(column + 3, row + 2, 7, 1, "#dcf0f8"));
  }

  private static void flower(List<Shape> shapes, int column, int row, int nod, String colour) {
    shapes.add(cells(column, row, 1, 2, "#5f9a44"));
    shapes.add(cells(column + nod - 1, row - 1, 3, 1, colour));
    shapes.add(cells(column + nod, row - 2, 1, 3, colour));
    shapes.add(cells(column + nod, row - 1, 1, 1, "#e8607a"));
  }

  private static void tail(List<Shape> shapes, double t) {
    // Two sways a clip; the tip lags behind the root.
    int[] columns = new int[TAIL];
    int[] rows = new int[TAIL];
    for (int i = 0; i < TAIL; i++) {
      double along = i / (TAIL - 1.0);
      double sway = Math.sin(2 * Math.PI * 3 * t / DURATION - 1.6 * along);
      columns[i] =
          (int) Math.rint(LEFT + 22 + 9 * Math.sin(along * 2) + 3.2 * sway * along * along);
      rows[i] = (int) Math.rint(TOP + 26 - 14.5 * along * (0.35 + 0.65 * along));
    }
    for (int i = 0; i < TAIL; i++) {
      shapes.add(cells(columns[i] - 1, rows[i] - 1, 5, 4, "#77443e"));
    }
    for (int i = 0; i < TAIL; i++) {
      boolean stripe = i % 4 == 2;
      boolean tip = i > TAIL - 3;
      String fur = tip ? "#f5af6f" : stripe ? "#ba6c3a" : "#f08c37";
      shapes.add(cells(columns[i], rows[i], 3, 2, fur));
      shapes.add(cells(columns[i] + 2, rows[i], 1, 2, tip ? "#f08c37" : "#ba6c3a"));
    }
  }

  private static void cat(List<Shape> shapes, double t) {
    boolean shut = false;
    for (double blink : BLINKS) {
      shut |= t >= blink && t < blink + BLINK;
    }
    for (int row = 0; row < CAT.length; row++) {
      boolean eyes = row >= EYES && row < EYES + EYES_SHUT.length;
      sprite(shapes, shut && eyes ? EYES_SHUT[row - EYES] : CAT[row], row);
    }
  }

  /** One row of squares, neighbours of one colour drawn as one rectangle. */
  private static void sprite(List<Shape> shapes, String squares, int row) {
    int start = 0;
    for (int i = 1; i <= squares.length(); i++) {
      if (i < squares.length() && squares.charAt(i) == squares.charAt(start)) {
        continue;
      }
      int colour = PALETTE_KEYS.indexOf(squares.charAt(start));
      if (colour >= 0) {
        shapes.add(cells(LEFT + start, TOP + row, i - start, 1, PALETTE[colour]));
      }
      start = i;
    }
  }

  private static Rect cells(int column, int row, int columns, int rows, String colour) {
    return new Rect(column * CELL, row * CELL, columns * CELL, rows * CELL, colour);
  }
}
