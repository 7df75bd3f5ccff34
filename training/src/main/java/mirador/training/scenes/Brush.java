package mirador.training.scenes;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.Paint;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Point2D;

/** A Graphics2D with the handful of strokes that the drawings use. */
final class Brush {
  /** Below this many pixels a unit, what is smaller than a pixel is drawn in a shorter way. */
  private static final double COARSE = 0.3;

  private final Graphics2D graphics;

  Brush(Graphics2D graphics) {
    this.graphics = graphics;
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }

  /** Whether the picture is so small that details of a few units cannot be seen in it. */
  boolean coarse() {
    return Math.abs(graphics.getTransform().getDeterminant()) < COARSE * COARSE;
  }

  /** Shapes of the same way round as one, so that their overlaps are painted once. */
  Shape asOne(Shape... shapes) {
    return coarse() ? Shapes.together(shapes) : Shapes.union(shapes);
  }

  /** A brush whose origin is moved and whose units are scaled; negative {@code sx} mirrors. */
  Brush placed(double x, double y, double sx, double sy) {
    Graphics2D inner = (Graphics2D) graphics.create();
    inner.translate(x, y);
    inner.scale(sx, sy);
    return new Brush(inner);
  }

  /** A brush turned about a point. */
  Brush turned(double degrees, double x, double y) {
    Graphics2D inner = (Graphics2D) graphics.create();
    inner.rotate(Math.toRadians(degrees), x, y);
    return new Brush(inner);
  }

  void fill(Shape shape, Paint paint) {
    graphics.setPaint(paint);
    graphics.fill(shape);
  }

  /** Fills many small shapes in one colour; in small pictures at one stroke, which is quicker. */
  void fillAll(Paint paint, Shape... shapes) {
    if (coarse()) {
      fill(Shapes.together(shapes), paint);
    } else {
      for (Shape shape : shapes) {
        fill(shape, paint);
      }
    }
  }

  /**
   * Fills the part of {@code shape} that lies inside {@code bounds}. Shapes are intersected instead
   * of clipped because Java2D does not smooth the edge of a clip.
   */
  void fillInside(Shape bounds, Shape shape, Paint paint) {
    fill(Shapes.common(bounds, shape), paint);
  }

  void line(Shape shape, double width, Paint paint) {
    graphics.setPaint(paint);
    graphics.setStroke(
        new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.draw(shape);
  }

  /** A gradient from top to bottom; colours are spread evenly. */
  static Paint vertical(double top, double bottom, Color... colours) {
    return gradient(new Point2D.Double(0, top), new Point2D.Double(0, bottom), colours);
  }

  /** A gradient from left to right; colours are spread evenly. */
  static Paint horizontal(double left, double right, Color... colours) {
    return gradient(new Point2D.Double(left, 0), new Point2D.Double(right, 0), colours);
  }

  private static Paint gradient(Point2D from, Point2D to, Color... colours) {
    return new LinearGradientPaint(from, to, evenly(colours.length), colours);
  }

  /** A glow: colours from the centre outwards, spread evenly. */
  static Paint glow(double x, double y, double radius, Color... colours) {
    return new RadialGradientPaint(
        new Point2D.Double(x, y), (float) radius, evenly(colours.length), colours);
  }

  private static float[] evenly(int count) {
    float[] stops = new float[count];
    for (int i = 0; i < count; i++) {
      stops[i] = i / (float) (count - 1);
    }
    return stops;
  }
}
