package mirador.web.media;

import java.util.List;
import mirador.concepts.video.Clip;
import mirador.concepts.video.Shape;
import mirador.web.canvas.Surface;
import org.teavm.jso.canvas.CanvasRenderingContext2D;

/** Paints the shapes of a drawn clip on a canvas. */
final class ClipPainter {
  /** How far plain rectangles reach over their neighbours: edges between pixels would show. */
  private static final double OVERLAP = 0.4;

  private ClipPainter() {}

  static void paint(Surface surface, List<Shape> shapes) {
    CanvasRenderingContext2D g = surface.begin(Clip.WIDTH, Clip.HEIGHT);
    g.setLineCap("round");
    for (Shape shape : shapes) {
      g.setGlobalAlpha(shape.opacity());
      g.setFillStyle(shape.fill());
      g.beginPath();
      if (shape instanceof Shape.Rect rect) {
        if (rect.radius() == 0) {
          g.fillRect(rect.x(), rect.y(), rect.width() + OVERLAP, rect.height() + OVERLAP);
        } else {
          rect(g, rect);
          g.fill();
        }
      } else if (shape instanceof Shape.Ellipse ellipse) {
        ellipse(g, ellipse);
        g.fill();
      } else if (shape instanceof Shape.Polygon polygon) {
        for (Shape.Point point : polygon.points()) {
          g.lineTo(point.x(), point.y());
        }
        g.closePath();
        g.fill();
      } else if (shape instanceof Shape.Line line) {
        g.setStrokeStyle(line.fill());
        g.setLineWidth(line.width());
        g.moveTo(line.x1(), line.y1());
        g.lineTo(line.x2(), line.y2());
        g.stroke();
      }
    }
    g.setGlobalAlpha(1);
  }

  private static void rect(CanvasRenderingContext2D g, Shape.Rect rect) {
    double r = Math.min(rect.radius(), Math.min(rect.width(), rect.height()) / 2);
    double right = rect.x() + rect.width();
    double foot = rect.y() + rect.height();
    g.moveTo(rect.x() + r, rect.y());
    g.arcTo(right, rect.y(), right, foot, r);
    g.arcTo(right, foot, rect.x(), foot, r);
    g.arcTo(rect.x(), foot, rect.x(), rect.y(), r);
    g.arcTo(rect.x(), rect.y(), right, rect.y(), r);
    g.closePath();
  }

  /** The outline around an ellipse's centre, the circle of radius 1 stretched. */
  private static void ellipse(CanvasRenderingContext2D g, Shape.Ellipse ellipse) {
    g.save();
    g.translate(ellipse.x(), ellipse.y());
    g.scale(ellipse.radiusX(), ellipse.radiusY());
    g.arc(0, 0, 1, 0, 2 * Math.PI);
    g.restore();
  }
}
