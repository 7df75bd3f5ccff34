package mirador.training.scenes;

import java.awt.Graphics2D;

/** How a scene is put on paper. */
interface Style extends Named {
  /** Draws the scene over the whole picture. */
  void draw(Graphics2D graphics, Scene scene, Size size);
}
