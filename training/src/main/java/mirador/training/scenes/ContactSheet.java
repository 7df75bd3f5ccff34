package mirador.training.scenes;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** Many random scenes on one sheet, so that their variety can be looked at. */
final class ContactSheet {
  private static final int COLUMNS = 8;
  private static final int ROWS = 6;
  private static final Size THUMBNAIL = new Size(192, 144);
  private static final int GAP = 4;

  private ContactSheet() {}

  static BufferedImage draw(long seed) {
    BufferedImage sheet =
        new BufferedImage(
            COLUMNS * (THUMBNAIL.width() + GAP) + GAP,
            ROWS * (THUMBNAIL.height() + GAP) + GAP,
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = sheet.createGraphics();
    SplitMix64 random = new SplitMix64(seed);
    for (int i = 0; i < COLUMNS * ROWS; i++) {
      graphics.drawImage(
          Scene.draw(anyScene(random)),
          GAP + i % COLUMNS * (THUMBNAIL.width() + GAP),
          GAP + i / COLUMNS * (THUMBNAIL.height() + GAP),
          null);
    }
    graphics.dispose();
    return sheet;
  }

  /** A scene in which everything is left to chance. */
  static SceneSpec anyScene(SplitMix64 random) {
    return new SceneSpec(
        any(Catalogue.SUBJECTS, random),
        any(Catalogue.COLOURS, random),
        new Pose(
            any(List.of(Pose.Facing.values()), random),
            random.between(0.7, 1.15),
            random.between(-70, 70)),
        any(Catalogue.PLACES, random),
        any(Catalogue.SKIES, random),
        any(Catalogue.STYLES, random),
        THUMBNAIL,
        random.nextLong());
  }

  private static <T> T any(List<T> all, SplitMix64 random) {
    return all.get(random.below(all.size()));
  }
}
