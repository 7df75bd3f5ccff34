package mirador.training.scenes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The subjects by themselves, without a place around them. */
class SubjectsTest {
  /** The stage is 512 high and as wide, so a pixel is eight units. */
  private static final Size SMALL = new Size(64, 64);

  /** Two units a pixel. */
  private static final Size LARGE = new Size(256, 256);

  @BeforeAll
  static void headless() {
    System.setProperty("java.awt.headless", "true");
  }

  static Stream<Subject> subjects() {
    return Catalogue.SUBJECTS.stream();
  }

  @Test
  void allTwelveAreThere() {
    assertEquals(
        List.of(
            "car", "truck", "bicycle", "boat", "plane", "cat", "puppy", "bird", "fish", "house",
            "tree", "person"),
        Catalogue.SUBJECTS.stream().map(Named::word).toList());
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void staysInsideItsWidthAndAboveTheGround(Subject subject) {
    BufferedImage picture = alone(subject, Colour.RED, Pose.Facing.RIGHT, 0.5, LARGE);
    int left = LARGE.width();
    int right = -1;
    int top = LARGE.height();
    int bottom = -1;
    for (int y = 0; y < LARGE.height(); y++) {
      for (int x = 0; x < LARGE.width(); x++) {
        if (solid(picture.getRGB(x, y))) {
          left = Math.min(left, x);
          right = Math.max(right, x);
          top = Math.min(top, y);
          bottom = Math.max(bottom, y);
        }
      }
    }
    // At half its size on two units a pixel, a pixel is four of the subject's units.
    double half = subject.width() / 2 / 4 + 1;
    assertTrue(left >= 128 - half, subject.word() + " reaches to " + 4 * (left - 128));
    assertTrue(right <= 128 + half, subject.word() + " reaches to " + 4 * (right - 128));
    assertTrue(
        4 * (right - left) > 0.7 * subject.width(),
        subject.word() + " is only " + 4 * (right - left) + " wide");
    int ground = (int) (new Plain().groundLine() / 2);
    assertTrue(4 * (ground - top) <= 345, subject.word() + " is " + 4 * (ground - top) + " high");
    assertTrue(bottom <= ground + 6, subject.word() + " is below the ground line");
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void isMostlyOfItsColour(Subject subject) {
    for (Colour colour : List.of(Colour.RED, Colour.GREEN, Colour.BLUE, Colour.PURPLE)) {
      float wanted = hue(colour.base().getRGB());
      int solid = 0;
      int found = 0;
      for (int rgb : Pictures.pixels(alone(subject, colour, Pose.Facing.RIGHT, 1, SMALL))) {
        if (solid(rgb)) {
          solid++;
          float apart = Math.abs(hue(rgb) - wanted);
          if (Math.min(apart, 1 - apart) < 0.07 && saturation(rgb) > 0.3) {
            found++;
          }
        }
      }
      double share = found / (double) solid;
      assertTrue(share > 0.4, subject.word() + " is " + colour + " in a share of " + share);
      assertTrue(found > 64 * 64 / 25, subject.word() + " shows " + colour + " in " + found);
    }
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void facingLeftIsTheMirrorImage(Subject subject) {
    BufferedImage right = alone(subject, Colour.BLUE, Pose.Facing.RIGHT, 1, SMALL);
    BufferedImage left = alone(subject, Colour.BLUE, Pose.Facing.LEFT, 1, SMALL);
    assertTrue(Pictures.shareOfDifferentPixels(left, right) > 0.02, subject.word());
    int apart = 0;
    for (int y = 0; y < 64; y++) {
      for (int x = 0; x < 64; x++) {
        if (Pictures.distance(left.getRGB(x, y), right.getRGB(63 - x, y)) > 40) {
          apart++;
        }
      }
    }
    assertTrue(apart < 20, subject.word() + ": " + apart + " pixels differ from the mirror image");
  }

  /** What two silhouettes share of what they cover together; 1 is the same silhouette. */
  @Test
  void noTwoSilhouettesAreAlike() {
    for (Subject one : Catalogue.SUBJECTS) {
      for (Subject other : Catalogue.SUBJECTS) {
        if (one != other) {
          int[] first = Pictures.pixels(alone(one, Colour.RED, Pose.Facing.RIGHT, 1, SMALL));
          int[] second = Pictures.pixels(alone(other, Colour.RED, Pose.Facing.RIGHT, 1, SMALL));
          int both = 0;
          int either = 0;
          for (int i = 0; i < first.length; i++) {
            both += solid(first[i]) && solid(second[i]) ? 1 : 0;
            either += solid(first[i]) || solid(second[i]) ? 1 : 0;
          }
          double alike = both / (double) either;
          assertTrue(alike < 0.8, one.word() + " and " + other.word() + ": " + alike);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void keepsNothingOfAnEarlierColour(Subject subject) {
    int[] before = Pictures.pixels(alone(subject, Colour.RED, Pose.Facing.RIGHT, 1, SMALL));
    int[] between = Pictures.pixels(alone(subject, Colour.BLACK, Pose.Facing.LEFT, 0.6, SMALL));
    int[] after = Pictures.pixels(alone(subject, Colour.RED, Pose.Facing.RIGHT, 1, SMALL));
    assertFalse(Arrays.equals(before, between));
    assertArrayEquals(before, after);
  }

  private static BufferedImage alone(
      Subject subject, Colour colour, Pose.Facing facing, double scale, Size size) {
    BufferedImage picture =
        new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = picture.createGraphics();
    SceneSpec spec =
        new SceneSpec(
            subject,
            colour,
            new Pose(facing, scale, 0),
            new Plain(),
            new Day(),
            new Flat(),
            size,
            1);
    new Scene(spec).drawSubject(graphics, size);
    graphics.dispose();
    return picture;
  }

  /** Whether the pixel is more than the shadow on the ground. */
  private static boolean solid(int argb) {
    return (argb >>> 24) > 200;
  }

  private static float hue(int rgb) {
    return Color.RGBtoHSB((rgb >> 16) & 255, (rgb >> 8) & 255, rgb & 255, null)[0];
  }

  private static float saturation(int rgb) {
    return Color.RGBtoHSB((rgb >> 16) & 255, (rgb >> 8) & 255, rgb & 255, null)[1];
  }
}
