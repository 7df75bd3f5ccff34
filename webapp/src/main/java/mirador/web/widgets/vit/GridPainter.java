package mirador.web.widgets.vit;

import mirador.concepts.vit.PatchGrid;
import mirador.web.canvas.Surface;
import mirador.web.course.CoursePicture;
import org.teavm.jso.canvas.CanvasRenderingContext2D;

/** How a grid of patches looks over a picture, in every widget: teal edges, the rest greyed. */
final class GridPainter {
  private GridPainter() {}

  /** Greys what is right of and below the last whole patch. */
  static void rest(CanvasRenderingContext2D g, CoursePicture picture, PatchGrid grid) {
    g.setFillStyle(Surface.colour("--rest"));
    int right = picture.width() - grid.croppedWidth();
    int below = picture.height() - grid.croppedHeight();
    g.fillRect(grid.croppedWidth(), 0, right, picture.height());
    g.fillRect(0, grid.croppedHeight(), grid.croppedWidth(), below);
  }

  /** Draws the edges of all patches; a light line under a dark one shows on any picture. */
  static void lines(CanvasRenderingContext2D g, PatchGrid grid, double hairline) {
    line(g, grid, Surface.colour("--grid-under"), 2.2 * hairline);
    line(g, grid, Surface.colour("--grid-line"), hairline);
  }

  /** Draws a frame around one patch. */
  static void frame(CanvasRenderingContext2D g, PatchGrid grid, int index, double hairline) {
    g.setLineWidth(5 * hairline);
    g.setStrokeStyle(Surface.colour("--grid-under"));
    g.strokeRect(grid.x(index), grid.y(index), grid.patch(), grid.patch());
    g.setLineWidth(3 * hairline);
    g.setStrokeStyle(Surface.colour("--grid-chosen"));
    g.strokeRect(grid.x(index), grid.y(index), grid.patch(), grid.patch());
  }

  private static void line(
      CanvasRenderingContext2D g, PatchGrid grid, String colour, double width) {
    g.setStrokeStyle(colour);
    g.setLineWidth(width);
    g.beginPath();
    for (int column = 0; column <= grid.columns(); column++) {
      g.moveTo(column * grid.patch(), 0);
      g.lineTo(column * grid.patch(), grid.croppedHeight());
    }
    for (int row = 0; row <= grid.rows(); row++) {
      g.moveTo(0, row * grid.patch());
      g.lineTo(grid.croppedWidth(), row * grid.patch());
    }
    g.stroke();
  }
}
