package mirador.concepts.video;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.video.Shape.Ellipse;
import mirador.concepts.video.Shape.Line;
import mirador.concepts.video.Shape.Point;
import mirador.concepts.video.Shape.Polygon;
import mirador.concepts.video.Shape.Rect;

/**
 * «auto_en_movimiento»: a sports car at sunset. The car stays in the middle and the world passes
 * by, the nearer the faster; every speed is such that after {@link #duration} all is where it was.
 */
public final class MovingCarClip implements Clip {
  private static final double DURATION = 8;
  private static final double HORIZON = 136;
  private static final double ROAD_SPEED = 180; // pixels a second
  private static final double DASH = 60; // pixels from one dash of the road to the next
  private static final double FAR_PERIOD = 160; // pixels after which the far hills repeat
  private static final double NEAR_PERIOD = 320;
  private static final double TREE_PERIOD = 480;
  private static final double WHEEL = 21; // radius in pixels
  private static final int SPOKES = 5;
  // The wheels turn as the road passes, to the nearest whole number of spokes per clip.
  private static final double WHEEL_TURN =
      Math.rint(ROAD_SPEED / WHEEL * DURATION / (2 * Math.PI / SPOKES))
          * (2 * Math.PI / SPOKES)
          / DURATION;
  private static final double[] TREES = {
    20, 13, 74, 17, 128, 11, 205, 19, 262, 14, 330, 16, 418, 12
  };

  @Override
  public double duration() {
    return DURATION;
  }

  @Override
  public List<KeyFrame> keyFrames() {
    return List.of(new KeyFrame("car", 1.2), new KeyFrame("sunset", 5.1));
  }

  @Override
  public List<Shape> at(double seconds) {
    double t = seconds % DURATION;
    List<Shape> shapes = new ArrayList<>();
    sky(shapes);
    hills(shapes, t);
    trees(shapes, t);
    road(shapes, t);
    car(shapes, t);
    return shapes;
  }

  private static void sky(List<Shape> shapes) {
    double band = 4;
    for (double y = 0; y < HORIZON; y += band) {
      shapes.add(
          new Rect(
              0,
              y,
              WIDTH,
              band + 0.5,
              Colours.between(
                  y / (HORIZON - 18),
                  "#3c266c",
                  "#6b327c",
                  "#b0427a",
                  "#e56e5c",
                  "#f89a5b",
                  "#ffcf70")));
    }
    for (double radius = 74; radius >= 47; radius -= 13) {
      shapes.add(new Ellipse(92, 96, radius, radius, "#ffd98a", 0.16));
    }
    shapes.add(new Ellipse(92, 96, 35, "#fff0bf"));
    shapes.add(new Ellipse(92, 100, 31, 29, "#ffe39a", 0.55));
    cloud(shapes, 12, 24, 1.1, "#e58a86");
    cloud(shapes, 124, 78, 0.9, "#f7b183");
    cloud(shapes, 222, 52, 1.2, "#ee9a84");
    cloud(shapes, 162, 18, 0.7, "#b56a90");
  }

  private static void cloud(List<Shape> shapes, double x, double y, double size, String colour) {
    shapes.add(new Rect(x, y, 62 * size, 6 * size, 3 * size, colour, 0.85));
    shapes.add(new Rect(x + 14 * size, y - 5 * size, 32 * size, 7 * size, 3 * size, colour, 0.85));
    shapes.add(new Rect(x + 24 * size, y + 5 * size, 48 * size, 5 * size, 2.5 * size, colour, 0.6));
  }

  private static void hills(List<Shape> shapes, double t) {
    shapes.add(ridge(t * FAR_PERIOD / DURATION, FAR_PERIOD, 113, 8, "#a3605b"));
    shapes.add(ridge(t * NEAR_PERIOD / DURATION, NEAR_PERIOD, 124, 7, "#734d59"));
  }

  private static Polygon ridge(
      double passed, double period, double height, double swing, String colour) {
    List<Point> outline = new ArrayList<>();
    for (double x = 0; x <= WIDTH; x += 8) {
      double turn = 2 * Math.PI * (x + passed) / period;
      double y = height - swing * (0.7 * Math.sin(turn) + 0.3 * Math.sin(2 * turn + 1));
      outline.add(new Point(x, y));
    }
    outline.add(new Point(WIDTH, HORIZON + 2));
    outline.add(new Point(0, HORIZON + 2));
    return new Polygon(outline, colour, 1);
  }

  private static void trees(List<Shape> shapes, double t) {
    for (int i = 0; i < TREES.length; i += 2) {
      double x = wrapped(TREES[i] - t * TREE_PERIOD / DURATION, TREE_PERIOD) - 40;
      double size = TREES[i + 1];
      double foot = HORIZON + 1;
      shapes.add(new Rect(x - 1, foot - 4, 2, 4, "#43304a"));
      for (int tier = 0; tier < 3; tier++) {
        double half = size * (0.42 - 0.1 * tier);
        double base = foot - 3 - tier * size * 0.42;
        shapes.add(Polygon.of("#43304a", 1, x - half, base, x + half, base, x, base - size * 0.75));
      }
    }
  }

  private static void road(List<Shape> shapes, double t) {
    double band = 4;
    for (double y = HORIZON; y < HEIGHT; y += band) {
      shapes.add(
          new Rect(
              0,
              y,
              WIDTH,
              band + 0.5,
              Colours.between((y - HORIZON) / (HEIGHT - HORIZON), "#7a4d66", "#4d2a4f")));
    }
    shapes.add(new Rect(0, HORIZON, WIDTH, 2, "#c58a78"));
    double shift = t * ROAD_SPEED % DASH;
    for (double x = -DASH; x < WIDTH + DASH; x += DASH) {
      double left = x - shift + DASH;
      shapes.add(
          Polygon.of("#b98fae", 1, left + 3, 172, left + 37, 172, left + 34, 177, left, 177));
    }
    // Reflections that rush by make the speed felt even where the road is plain.
    for (int i = 0; i < 4; i++) {
      double x = wrapped(i * 97 - t * ROAD_SPEED, 360) - 30;
      shapes.add(new Rect(x, 143 + 4.2 * i, 34, 0.9, 0.4, "#f5b98c", 0.28));
    }
  }

  private static void car(List<Shape> shapes, double t) {
    // A slight bob, twice a second, as over an even road.
    double bob = 0.5 * Math.sin(2 * Math.PI * 2 * t);
    Drawing body = new Drawing(shapes, bob);
    shapes.add(new Ellipse(154, 167, 116, 5.5, "#2a1230", 0.75));
    body.polygon("#ffe7a8", 0.16, 626, 366, 800, 330, 800, 440, 632, 384);
    body.polygon("#ffe7a8", 0.22, 626, 370, 800, 350, 800, 415, 632, 382);
    body.smooth(
        "#c3203a", 1, 104, 412, 94, 380, 90, 340, 88, 324, 150, 317, 205, 298, 262, 280, 325, 274,
        388, 283, 432, 304, 460, 321, 520, 330, 575, 345, 612, 366, 632, 384, 641, 404, 636, 418,
        560, 424, 400, 426, 250, 426, 140, 424);
    body.smooth(
        "#931c38", 1, 97, 372, 200, 362, 330, 372, 470, 374, 560, 382, 620, 396, 640, 406, 634, 418,
        560, 424, 400, 426, 250, 426, 140, 424, 104, 412);
    body.line("#f7a864", 0.9, 3.4, 92, 321, 150, 314.5);
    body.line("#f7a864", 0.9, 3.4, 150, 314.5, 206, 295.5);
    body.line("#f7a864", 0.9, 3.4, 206, 295.5, 263, 277.5);
    body.line("#f7a864", 0.9, 3.4, 263, 277.5, 325, 271.5);
    body.line("#f7a864", 0.9, 3.4, 325, 271.5, 388, 280.5);
    body.line("#f7a864", 0.6, 3, 388, 280.5, 432, 302);
    body.smooth(
        "#43224a", 1, 199, 321, 214, 303, 262, 286, 325, 280, 376, 288, 414, 305, 438, 323, 320,
        325);
    body.polygon("#f2b179", 0.45, 240, 322, 268, 288, 288, 284, 262, 322);
    body.polygon("#f2b179", 0.45, 338, 322, 364, 287, 382, 291, 362, 322);
    body.polygon("#c3203a", 1, 300, 324, 306, 281, 316, 281, 312, 324);
    body.line("#6e1731", 1, 2.5, 303, 326, 306, 372);
    body.line("#6e1731", 1, 2.5, 306, 372, 314, 404);
    body.line("#6e1731", 1, 2.5, 432, 326, 443, 372);
    body.line("#6e1731", 1, 2.5, 443, 372, 438, 402);
    body.line("#6e1731", 1, 2.5, 314, 404, 438, 402);
    body.line("#6e1731", 1, 5, 318, 346, 340, 346);
    body.line("#e8606f", 0.9, 3, 300, 367, 466, 372);
    body.line("#e8606f", 0.7, 4, 104, 332, 232, 332);
    body.polygon("#2a1230", 1, 250, 352, 295, 350, 284, 388, 262, 370);
    body.smooth("#a81d37", 1, 416, 314, 430, 308, 438, 316, 424, 321);
    body.polygon("#ff8a5c", 1, 92, 344, 126, 342, 121, 354, 94, 355);
    body.smooth("#fff4cf", 1, 570, 346, 598, 350, 628, 375, 604, 371);
    body.polygon("#241024", 1, 600, 390, 638, 394, 640, 405, 604, 403);
    body.polygon("#241b2c", 1, 262, 410, 470, 410, 476, 427, 258, 427);
    body.polygon("#241b2c", 1, 100, 404, 145, 404, 142, 426, 112, 424);
    body.polygon("#241b2c", 1, 588, 414, 642, 414, 640, 425, 586, 426);
    wheel(shapes, 205, bob, t);
    wheel(shapes, 530, bob, t);
    dust(shapes, t);
  }

  private static void wheel(List<Shape> shapes, double figureX, double bob, double t) {
    double x = Drawing.x(figureX);
    double y = Drawing.y(397);
    shapes.add(new Ellipse(x, y + bob - 0.8, 23.2, "#241024"));
    shapes.add(new Ellipse(x, y, WHEEL, "#1d1724"));
    shapes.add(new Ellipse(x, y, WHEEL - 3, "#342a3d"));
    shapes.add(new Ellipse(x, y, WHEEL - 5, "#8a6a92"));
    shapes.add(new Ellipse(x, y, WHEEL - 6.6, "#2b2032"));
    shapes.add(new Ellipse(x + 4.4, y - 4.4, 3.6, "#f2b233")); // the brake does not turn
    for (int spoke = 0; spoke < SPOKES; spoke++) {
      double angle = WHEEL_TURN * t + 2 * Math.PI * spoke / SPOKES;
      double reach = WHEEL - 5.6;
      for (double side = -0.13; side <= 0.14; side += 0.26) {
        shapes.add(
            new Line(
                x + 2 * Math.cos(angle),
                y + 2 * Math.sin(angle),
                x + reach * Math.cos(angle + side),
                y + reach * Math.sin(angle + side),
                1.8,
                "#a58aac",
                1));
      }
    }
    shapes.add(new Ellipse(x, y, 3.4, "#8a6a92"));
    shapes.add(new Ellipse(x, y, 1.8, "#5a3f63"));
  }

  private static void dust(List<Shape> shapes, double t) {
    for (int puff = 0; puff < 6; puff++) {
      double age = (t * 1.5 + puff / 6.0) % 1; // 12 whole puffs a clip
      double size = 1.5 + 6 * age;
      shapes.add(
          new Ellipse(
              74 - 62 * age,
              164 - 5 * age - puff % 2,
              size * 1.5,
              size * 0.8,
              "#e9b79a",
              0.3 * (1 - age)));
    }
  }

  private static double wrapped(double x, double period) {
    double rest = x % period;
    return rest < 0 ? rest + period : rest;
  }

  /** Draws in the pixels of the course's figure of the car (768 x 512), scaled into the clip. */
  private record Drawing(List<Shape> shapes, double bob) {
    private static final double SCALE = 0.4;

    static double x(double figureX) {
      return figureX * SCALE + 6;
    }

    static double y(double figureY) {
      return figureY * SCALE - 12.5;
    }

    private double[] placed(double[] xy) {
      double[] out = new double[xy.length];
      for (int i = 0; i < xy.length; i += 2) {
        out[i] = x(xy[i]);
        out[i + 1] = y(xy[i + 1]) + bob;
      }
      return out;
    }

    void polygon(String fill, double opacity, double... xy) {
      shapes.add(Polygon.of(fill, opacity, placed(xy)));
    }

    void smooth(String fill, double opacity, double... xy) {
      shapes.add(Polygon.smooth(fill, opacity, placed(xy)));
    }

    void line(String fill, double opacity, double width, double... xy) {
      double[] ends = placed(xy);
      shapes.add(new Line(ends[0], ends[1], ends[2], ends[3], width * SCALE, fill, opacity));
    }
  }
}
