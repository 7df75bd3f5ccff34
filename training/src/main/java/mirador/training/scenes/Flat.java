package mirador.training.scenes;

import java.awt.Graphics2D;

/** Smooth flat shapes: the scene as it is. */
final class Flat implements Style {
  @Override
  public String word() {
    return "flat";
  }

  @Override
  public void draw(Graphics2D graphics, Scene scene, Size size) {
    scene.draw(graphics, size);
  }
}
