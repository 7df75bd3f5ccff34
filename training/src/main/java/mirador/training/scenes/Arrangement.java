package mirador.training.scenes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Places one to three copies of a subject where all of them are seen.
 *
 * <p>Narrow subjects stand side by side. Where they would get too small so, as wide ones do, they
 * stand in two rows, the nearer ones in the gaps of the further ones.
 */
final class Arrangement {
  /** The rows' distances from the ground line, and how much of it a subject may be high. */
  private static final double BACK = 44;

  private static final double FRONT = -32;
  private static final double HIGHEST = 1.15 * (BACK - FRONT);

  /** What stays free between a subject and the upper edge. */
  private static final double HEADROOM = 10;

  private final Subject subject;
  private final Extent extent;
  private final double centre;
  private final double room;
  private final double headroom;
  private final SplitMix64 random;

  private Arrangement(
      SceneFacts facts, Stage stage, Window window, boolean cut, SplitMix64 random) {
    this.subject = Catalogue.subject(facts.subject());
    this.extent = Extent.of(subject);
    this.centre = window.centre() - stage.centre();
    boolean rotated = facts.style().equals("rotated");
    this.room = window.width() * (rotated ? 0.76 : cut && facts.count() == 1 ? 1.06 : 0.95);
    double ground = Catalogue.place(facts.place()).groundLine();
    this.headroom = (ground - window.top() - HEADROOM) * (rotated ? 0.72 : 1);
    this.random = random;
  }

  /**
   * Poses for as many copies as the facts tell, in the order they are to be drawn.
   *
   * @param window the part of the stage that will be seen
   * @param cut whether a single large subject may reach a little over the window's sides, as a
   *     large one does whose picture is cut to its middle square
   */
  static List<Pose> of(
      SceneFacts facts, Stage stage, Window window, boolean cut, SplitMix64 random) {
    Arrangement arrangement = new Arrangement(facts, stage, window, cut, random);
    boolean large = facts.size().equals(SceneFacts.LARGE);
    return facts.count() == 1
        ? List.of(arrangement.single(large))
        : arrangement.several(facts.count(), large);
  }

  private Pose single(boolean large) {
    double most = Math.min(room / extent.width(), headroom / -extent.top());
    double scale =
        large
            ? Math.min(random.between(0.95, 1.25), most * random.between(0.93, 1))
            : Math.min(random.between(0.45, 0.6), most * random.between(0.5, 0.6));
    return pose(facing(), scale, 0, room, random.between(-8, 8));
  }

  private List<Pose> several(int count, boolean large) {
    double beside = 0.95 * room / count / extent.width();
    double slotOfRow = room * (count == 2 ? 0.62 : 0.5);
    double inRows = Math.min(0.95 * slotOfRow / extent.width(), HIGHEST / extent.height());
    boolean rows = inRows > beside;
    double slot = rows ? slotOfRow : room / count;
    double most = Math.min(rows ? inRows : beside, headroom / -extent.top());
    double scale =
        large
            ? Math.min(1, most * random.between(0.9, 1))
            : Math.min(0.6, most * random.between(0.6, 0.68));
    boolean alike = random.nextDouble() < 0.7;
    Pose.Facing facing = facing();
    boolean middleInFront = random.nextDouble() < 0.5;
    List<Pose> poses = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double middle = room * (rows ? share(count, i) : (i + 0.5) / count) - room / 2;
      boolean front = (i == 1) == middleInFront;
      double row = rows ? (front ? FRONT : BACK) : 0;
      poses.add(
          pose(
              alike ? facing : facing(),
              scale * random.between(0.94, 1),
              middle,
              slot,
              row + random.between(-6, 6)));
    }
    poses.sort(Comparator.comparingDouble(Pose::rise).reversed());
    return poses;
  }

  /** Where along the room a copy stands when they stand in two rows. */
  private static double share(int count, int index) {
    return count == 2 ? 0.31 + 0.38 * index : 0.25 + 0.25 * index;
  }

  private Pose.Facing facing() {
    return random.nextDouble() < 0.5 ? Pose.Facing.LEFT : Pose.Facing.RIGHT;
  }

  /** A pose somewhere in a slot, by the middle of what is drawn. */
  private Pose pose(Pose.Facing facing, double scale, double middle, double slot, double rise) {
    double free = Math.max(0, slot - scale * extent.width()) / 2;
    double off = scale * (extent.left() + extent.right()) / 2;
    double mirrored = facing == Pose.Facing.LEFT ? -off : off;
    double aside = random.between(-0.92, 0.92) * free;
    return new Pose(facing, Math.max(0.2, scale), centre + middle + aside - mirrored, rise);
  }
}
