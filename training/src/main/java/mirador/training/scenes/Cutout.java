package mirador.training.scenes;

import java.awt.Color;
import java.awt.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A drawing whose shapes are cut once and painted often.
 *
 * <p>Parsing and intersecting shapes takes longer than filling them, and they never change; only
 * the colours do. So a subject lays down its layers once, each with an {@link Ink}, and every
 * drawing only mixes the inks. The methods are those of {@link Brush}.
 */
final class Cutout {
  /** One shape and how it is painted. */
  @FunctionalInterface
  private interface Layer {
    void draw(Brush brush, Tones coat, Light light);
  }

  private final List<Layer> layers = new ArrayList<>();

  /** Paints all layers, the first one undermost. */
  void draw(Brush brush, Tones coat, Light light) {
    for (Layer layer : layers) {
      layer.draw(brush, coat, light);
    }
  }

  void fill(Shape shape, Ink ink) {
    layers.add((brush, coat, light) -> brush.fill(shape, ink.of(coat, light)));
  }

  /** Fills the part of {@code shape} that lies inside {@code bounds}. */
  void fillInside(Shape bounds, Shape shape, Ink ink) {
    fill(Shapes.common(bounds, shape), ink);
  }

  /** Fills a shape with inks that fade into one another from top to bottom, evenly spread. */
  void fillDown(Shape shape, double top, double bottom, Ink... inks) {
    layers.add(
        (brush, coat, light) -> {
          Color[] colours = new Color[inks.length];
          for (int i = 0; i < inks.length; i++) {
            colours[i] = inks[i].of(coat, light);
          }
          brush.fill(shape, Brush.vertical(top, bottom, colours));
        });
  }

  /** Draws a line with a round pen. */
  void line(Shape shape, double width, Ink ink) {
    layers.add((brush, coat, light) -> brush.line(shape, width, ink.of(coat, light)));
  }

  /**
   * A part of this drawing whose origin is moved and whose units are scaled; negative {@code sx}
   * mirrors.
   */
  Cutout placed(double x, double y, double sx, double sy) {
    Cutout part = new Cutout();
    layers.add((brush, coat, light) -> part.draw(brush.placed(x, y, sx, sy), coat, light));
    return part;
  }

  /** A part of this drawing turned about a point. */
  Cutout turned(double degrees, double x, double y) {
    Cutout part = new Cutout();
    layers.add((brush, coat, light) -> part.draw(brush.turned(degrees, x, y), coat, light));
    return part;
  }

  /** A part of this drawing that is there only under some lights. */
  Cutout when(Predicate<Light> condition) {
    Cutout part = new Cutout();
    layers.add(
        (brush, coat, light) -> {
          if (condition.test(light)) {
            part.draw(brush, coat, light);
          }
        });
    return part;
  }
}
