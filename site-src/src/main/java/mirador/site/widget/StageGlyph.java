package mirador.site.widget;

import mirador.concepts.vit.ViTShapes;

/** A small drawing for each step of a ViT, in the course's visual grammar. */
final class StageGlyph {
  private static final int SIZE = 72;
  private static final int[] BARS = {9, -6, 12, -10, 5};

  private StageGlyph() {}

  static Markup of(ViTShapes.Stage stage) {
    Markup glyph = Markup.svg(SIZE, SIZE).classes("shape-glyph").with("aria-hidden", "true");
    switch (stage) {
      case IMAGE -> picture(glyph);
      case PATCHIFY -> tokens(glyph, 24, false);
      case PROJECTION -> vectors(glyph, 16, 36, 56);
      case CLS_TOKEN -> {
        vectors(glyph, 14, 38, 58);
        cls(glyph, 14);
      }
      case POSITIONS -> positions(glyph);
      case ENCODER -> encoder(glyph);
      case READOUT -> {
        vector(glyph, 36);
        cls(glyph, 36);
      }
    }
    return glyph;
  }

  private static void picture(Markup glyph) {
    glyph.add(patch(6, 14, 60, 44));
    for (int i = 1; i < 4; i++) {
      glyph.add(line(6 + 15 * i, 14, 6 + 15 * i, 58, "glyph-thin"));
    }
    for (int i = 1; i < 3; i++) {
      glyph.add(line(6, 14 + 14.67 * i, 66, 14 + 14.67 * i, "glyph-thin"));
    }
  }

  private static void tokens(Markup glyph, double y, boolean small) {
    int side = small ? 12 : 15;
    for (int i = 0; i < 4; i++) {
      glyph.add(patch(3 + 17 * i, y, side, side));
    }
  }

  /** Vectors side by side: one column of bars each, signs by direction. */
  private static void vectors(Markup glyph, double... places) {
    for (double x : places) {
      vector(glyph, x);
    }
  }

  private static void vector(Markup glyph, double x) {
    double middle = SIZE / 2.0;
    glyph.add(line(x, middle - 27, x, middle + 27, "glyph-thin"));
    for (int i = 0; i < BARS.length; i++) {
      double length = BARS[i] * 0.7;
      glyph.add(
          Markup.of("rect")
              .classes("glyph-bar")
              .with("x", x + Math.min(0, length))
              .with("y", middle - 25 + i * 10.5)
              .with("width", Math.abs(length))
              .with("height", 7));
    }
  }

  /** The frame around the vector of [CLS]. */
  private static void cls(Markup glyph, double x) {
    glyph.add(
        Markup.of("rect")
            .classes("glyph-cls")
            .with("x", x - 11)
            .with("y", 6)
            .with("width", 22)
            .with("height", 60)
            .with("rx", 4));
  }

  private static void positions(Markup glyph) {
    tokens(glyph, 14, false);
    for (int i = 0; i < 4; i++) {
      glyph.add(
          Markup.of("text", i)
              .classes("glyph-text")
              .with("x", 10.5 + 17 * i)
              .with("y", 52)
              .with("text-anchor", "middle"));
    }
  }

  private static void encoder(Markup glyph) {
    double[] opacity = {0.9, 0.35, 0.6, 0.2};
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        glyph.add(
            line(9 + 17 * i, 20, 9 + 17 * j, 52, "glyph-attention")
                .with("stroke-opacity", opacity[(i + 2 * j) % 4]));
      }
    }
    tokens(glyph, 8, true);
    tokens(glyph, 52, true);
  }

  private static Markup patch(double x, double y, double width, double height) {
    return Markup.of("rect")
        .classes("glyph-patch")
        .with("x", x)
        .with("y", y)
        .with("width", width)
        .with("height", height);
  }

  private static Markup line(double x1, double y1, double x2, double y2, String classes) {
    return Markup.of("line")
        .classes(classes)
        .with("x1", x1)
        .with("y1", y1)
        .with("x2", x2)
        .with("y2", y2);
  }
}
