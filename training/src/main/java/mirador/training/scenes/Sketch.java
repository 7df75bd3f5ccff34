package mirador.training.scenes;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/**
 * A drawing on paper: pencil lines where colours meet, hatching where it is dark, and coloured
 * pencil, strong on the subject and faint on everything else.
 */
final class Sketch implements Style {
  private static final int PAPER = 0xFBF8F0;
  private static final int PENCIL = 0x35323C;
  private static final double SUBJECT_WASH = 0.85;
  private static final double GROUND_WASH = 0.45;

  /** How many hatching lines fit into the height of a picture. */
  private static final int HATCHES = 16;

  @Override
  public String word() {
    return "sketch";
  }

  @Override
  public void draw(Graphics2D graphics, Scene scene, Size size) {
    int width = size.width();
    int height = size.height();
    int[] scenePixels = Pixels.of(Pixels.flat(scene, size));
    int[] subject = subject(scene, size);
    BufferedImage sheet = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int[] paper = Pixels.of(sheet);
    double spacing = height / (double) HATCHES;
    double phase = scene.randomOfStyle().between(0, spacing);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int at = y * width + x;
        int rgb = scenePixels[at];
        double cover = (subject[at] >>> 24) / 255.0;
        double wash = GROUND_WASH + (SUBJECT_WASH - GROUND_WASH) * cover;
        int colour = mix(PAPER, rgb, wash);
        // Lines inside a subject are thin, or nothing of its colour would be left in a small one.
        double ink = 1 - 0.5 * cover;
        double line = ink * Math.min(0.85, edge(scenePixels, width, height, x, y) / 150);
        line = Math.max(line, 0.65 * rim(subject, width, height, x, y));
        double place = (x + y + phase) % spacing / spacing;
        double dark = 1 - Pixels.luma(rgb) / 255;
        double hatch = place < 0.34 ? (1 - cover) * Math.max(0, dark - 0.3) * 0.5 : 0;
        paper[at] = mix(colour, PENCIL, Math.max(line, hatch));
      }
    }
    graphics.drawImage(sheet, 0, 0, null);
  }

  /** The subjects alone, on nothing. */
  private static int[] subject(Scene scene, Size size) {
    BufferedImage layer =
        new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = layer.createGraphics();
    scene.drawSubject(graphics, size);
    graphics.dispose();
    return Pixels.of(layer);
  }

  /** How much the brightness changes towards the right and downwards. */
  private static double edge(int[] pixels, int width, int height, int x, int y) {
    int at = y * width + x;
    double here = Pixels.luma(pixels[at]);
    double right = x + 1 < width ? Pixels.luma(pixels[at + 1]) - here : 0;
    double down = y + 1 < height ? Pixels.luma(pixels[at + width]) - here : 0;
    return Math.max(0, Math.abs(right) + Math.abs(down) - 10);
  }

  /** How much of the subject ends here. */
  private static double rim(int[] subject, int width, int height, int x, int y) {
    int at = y * width + x;
    int here = subject[at] >>> 24;
    int right = x + 1 < width ? Math.abs((subject[at + 1] >>> 24) - here) : 0;
    int down = y + 1 < height ? Math.abs((subject[at + width] >>> 24) - here) : 0;
    // Shadows on the ground are faint, and have no outline.
    return Math.max(0, Math.max(right, down) / 255.0 - 0.45) / 0.55;
  }

  private static int mix(int from, int to, double share) {
    return Pixels.rgb(
        Pixels.red(from) + share * (Pixels.red(to) - Pixels.red(from)),
        Pixels.green(from) + share * (Pixels.green(to) - Pixels.green(from)),
        Pixels.blue(from) + share * (Pixels.blue(to) - Pixels.blue(from)));
  }
}
