package mirador.site.widget;

import mirador.concepts.image.Preprocessing.Fit;
import mirador.concepts.vit.PatchGrid;

/** The square that a model is given of a figure, with its grid and what is laid over it. */
final class CropFigure {
  private static final double MOST_OPAQUE = 0.85;

  private CropFigure() {}

  /**
   * The crop with its grid.
   *
   * @param fit how the model makes a square of a picture
   * @param label says it all to those who do not see it
   */
  static Markup plain(
      WidgetContext context, String picture, PatchGrid grid, Fit fit, String label) {
    return drawing(context, picture, grid, fit, label).add(lines(grid));
  }

  /**
   * The crop under weights.
   *
   * @param fit how the model makes a square of a picture
   * @param weights of the patches; the greatest is the most opaque
   */
  static Markup weighted(
      WidgetContext context,
      String picture,
      PatchGrid grid,
      Fit fit,
      String label,
      double[] weights) {
    double greatest = 0;
    for (double weight : weights) {
      greatest = Math.max(greatest, weight);
    }
    Markup drawing = drawing(context, picture, grid, fit, label);
    for (int i = 0; i < grid.count(); i++) {
      drawing.add(
          Markup.of("rect")
              .with("x", grid.x(i))
              .with("y", grid.y(i))
              .with("width", grid.patch())
              .with("height", grid.patch())
              .with("fill-opacity", MOST_OPAQUE * weights[i] / greatest));
    }
    return drawing.add(lines(grid));
  }

  private static Markup drawing(
      WidgetContext context, String picture, PatchGrid grid, Fit fit, String label) {
    return Markup.svg(grid.width(), grid.height())
        .classes("crop-figure")
        .with("data-image", picture)
        .with("role", "img")
        .with("aria-label", label)
        .add(
            Markup.of("image")
                .with("href", context.addresses().get(picture))
                .with("width", grid.width())
                .with("height", grid.height())
                .with("preserveAspectRatio", fit == Fit.STRETCH ? "none" : "xMidYMid slice"));
  }

  private static Markup lines(PatchGrid grid) {
    StringBuilder path = new StringBuilder();
    for (int column = 1; column < grid.columns(); column++) {
      path.append("M" + column * grid.patch() + " 0V" + grid.croppedHeight());
    }
    for (int row = 1; row < grid.rows(); row++) {
      path.append("M0 " + row * grid.patch() + "H" + grid.croppedWidth());
    }
    return Markup.of("path").classes("crop-line").with("d", path);
  }
}
