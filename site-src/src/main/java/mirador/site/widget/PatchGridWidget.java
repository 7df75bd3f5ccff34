package mirador.site.widget;

import mirador.concepts.explain.PatchGridWords;
import mirador.concepts.image.Picture;
import mirador.concepts.vit.PatchGrid;

/** The picture cut into patches, what is left over greyed (notebook cells 1.1a and 1.1b). */
final class PatchGridWidget implements StaticWidget {
  @Override
  public String name() {
    return "patch-grid";
  }

  @Override
  public String result(WidgetContext context) {
    return PatchGridWords.result(context.messages(), grid(context));
  }

  @Override
  public Markup html(WidgetContext context) {
    PatchGrid grid = grid(context);
    Markup drawing =
        Markup.svg(grid.width(), grid.height())
            .classes("picture-overlay")
            .with("aria-hidden", "true");
    if (grid.count() > 0) {
      String edges = edges(grid);
      drawing.add(
          Markup.of("path").classes("grid-under").with("d", edges),
          Markup.of("path").classes("grid-line").with("d", edges));
    }
    drawing.add(
        rest(grid.croppedWidth(), 0, grid.width() - grid.croppedWidth(), grid.height()),
        rest(0, grid.croppedHeight(), grid.croppedWidth(), grid.height() - grid.croppedHeight()));
    return Markup.of("div")
        .classes("picture-stack")
        .add(context.image(context.settings().picture("image")), drawing);
  }

  private static String edges(PatchGrid grid) {
    StringBuilder path = new StringBuilder();
    for (int column = 0; column <= grid.columns(); column++) {
      path.append("M" + column * grid.patch() + " 0V" + grid.croppedHeight());
    }
    for (int row = 0; row <= grid.rows(); row++) {
      path.append("M0 " + row * grid.patch() + "H" + grid.croppedWidth());
    }
    return path.toString();
  }

  private static Markup rest(int x, int y, int width, int height) {
    return Markup.of("rect")
        .classes("patch-rest")
        .with("x", x)
        .with("y", y)
        .with("width", width)
        .with("height", height);
  }

  private static PatchGrid grid(WidgetContext context) {
    Picture picture = context.picture(context.settings().picture("image")).pixels();
    return new PatchGrid(picture.height(), picture.width(), context.settings().integer("patch"));
  }
}
