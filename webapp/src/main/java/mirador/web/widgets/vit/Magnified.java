package mirador.web.widgets.vit;

import mirador.concepts.vit.PatchGrid;
import mirador.web.canvas.Surface;
import mirador.web.course.CoursePicture;
import org.teavm.jso.canvas.CanvasRenderingContext2D;

/** One patch shown large, its pixels with hard edges. */
final class Magnified {
  private Magnified() {}

  /** Draws the patch in the pixels of the picture: own units are 0 to {@code grid.patch()}. */
  static CanvasRenderingContext2D patch(
      Surface surface, CoursePicture picture, PatchGrid grid, int index) {
    int side = grid.patch();
    CanvasRenderingContext2D g = surface.begin(side, side);
    Surface.smooth(g, false);
    g.drawImage(picture.canvas(), grid.x(index), grid.y(index), side, side, 0, 0, side, side);
    return g;
  }
}
