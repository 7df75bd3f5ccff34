package mirador.concepts.drawing;

/**
 * A sign of 28 x 28 for what enters: pills for text, squares for a picture, a wave for a sound,
 * frames one behind the other for a video, a question mark for anything else.
 */
public final class ModalityIcon {
  private ModalityIcon() {}

  /** The sign of a modality with its upper left corner at (x, y). */
  public static Mark of(String modality, double x, double y) {
    Mark icon = Mark.group("modality-icon");
    switch (modality) {
      case "text" -> {
        for (int i = 0; i < 3; i++) {
          icon.add(Mark.box(x, y + 1 + 9.0 * i, i == 1 ? 20 : 28, 7, 3.5));
        }
      }
      case "image" -> {
        for (int i = 0; i < 9; i++) {
          icon.add(Mark.box(x + i % 3 * 10.0, y + Math.floorDiv(i, 3) * 10.0, 8, 8, 1));
        }
      }
      case "audio" -> {
        double[] heights = {6, 14, 26, 18, 24, 10, 5};
        for (int i = 0; i < heights.length; i++) {
          icon.add(Mark.box(x + 4.0 * i, y + 14 - heights[i] / 2, 2.6, heights[i], 1.3));
        }
      }
      case "video" -> {
        for (int i = 0; i < 3; i++) {
          icon.add(Mark.box(x + 4.0 * i, y + 10 - 4.0 * i, 19, 16, 2));
        }
      }
      default -> icon.add(Mark.text(x + 14, y + 22, "?").with("text-anchor", "middle"));
    }
    return icon;
  }
}
