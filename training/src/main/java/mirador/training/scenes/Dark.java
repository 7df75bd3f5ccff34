package mirador.training.scenes;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** Far too little light on the sensor: dim in the middle, black in the corners. */
final class Dark implements Style {
  private static final double MIDDLE = 0.5;

  /** Where only lamps shine the camera opens a little further. */
  private static final double MIDDLE_AT_NIGHT = 0.64;

  private static final double CORNER = 0.03;

  /** How far down the brightest place lies, as a share of the height: subjects stand low. */
  private static final double BRIGHTEST = 0.62;

  /** Where the vignette begins and ends, in half widths from the brightest place. */
  private static final double INNER = 0.6;

  private static final double OUTER = 1.4;

  /** Black is not quite black, so that a dark subject is not lost altogether. */
  private static final double LIFT = 4;

  @Override
  public String word() {
    return "dark";
  }

  @Override
  public void draw(Graphics2D graphics, Scene scene, Size size) {
    BufferedImage picture = Pixels.flat(scene, size);
    int[] pixels = Pixels.of(picture);
    double middle = scene.light().lampsOn() ? MIDDLE_AT_NIGHT : MIDDLE;
    for (int y = 0; y < size.height(); y++) {
      double v = 2 * ((y + 0.5) / size.height() - BRIGHTEST);
      for (int x = 0; x < size.width(); x++) {
        double u = 2 * (x + 0.5) / size.width() - 1;
        double away = (Math.sqrt(u * u + v * v) - INNER) / (OUTER - INNER);
        double share = Math.max(0, Math.min(1, away));
        double light = middle + (CORNER - middle) * share;
        int rgb = pixels[y * size.width() + x];
        pixels[y * size.width() + x] =
            Pixels.rgb(
                LIFT + light * Pixels.red(rgb),
                LIFT + light * Pixels.green(rgb),
                LIFT + light * Pixels.blue(rgb));
      }
    }
    graphics.drawImage(picture, 0, 0, null);
  }
}
