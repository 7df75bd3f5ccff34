package mirador.training.scenes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SceneTest {
  private static final Size SMALL = new Size(96, 64);

  @BeforeAll
  static void headless() {
    System.setProperty("java.awt.headless", "true");
  }

  /** Every subject at every place in every style, under every sky in turn. */
  static Stream<SceneSpec> combinations() {
    List<SceneSpec> specs = new ArrayList<>();
    for (Subject subject : Catalogue.SUBJECTS) {
      for (Style style : Catalogue.STYLES) {
        for (Place place : Catalogue.PLACES) {
          // The skies are as many as no other list: in step with the count all meet all.
          Sky sky = Catalogue.SKIES.get(specs.size() % Catalogue.SKIES.size());
          specs.add(new SceneSpec(subject, Colour.RED, Pose.PLAIN, place, sky, style, SMALL, 1));
        }
      }
    }
    return specs.stream();
  }

  @ParameterizedTest
  @MethodSource("combinations")
  void everyCombinationShowsSomething(SceneSpec spec) {
    assertTrue(Pictures.distinctColours(Scene.draw(spec)) > 20, "almost blank: " + spec);
  }

  @ParameterizedTest
  @MethodSource("combinations")
  void theSubjectIsInThePicture(SceneSpec spec) {
    BufferedImage picture = Scene.draw(spec);
    BufferedImage empty = new BufferedImage(96, 64, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = empty.createGraphics();
    SceneSpec without =
        new SceneSpec(
            new Nothing(),
            spec.colour(),
            spec.pose(),
            spec.place(),
            spec.sky(),
            spec.style(),
            SMALL,
            spec.seed());
    without.style().draw(graphics, new Scene(without), SMALL);
    graphics.dispose();
    double share = Pictures.shareOfDifferentPixels(picture, empty);
    assertTrue(share > 0.08, "the subject covers only a share of " + share + ": " + spec);
  }

  static Stream<SceneSpec> colouredScenes() {
    return combinations()
        .flatMap(
            spec ->
                Stream.of(Colour.RED, Colour.GREEN, Colour.BLUE)
                    .map(
                        colour ->
                            new SceneSpec(
                                spec.subject(),
                                colour,
                                spec.pose(),
                                spec.place(),
                                spec.sky(),
                                spec.style(),
                                SMALL,
                                spec.seed())));
  }

  @ParameterizedTest
  @MethodSource("colouredScenes")
  void theColourAskedForIsThere(SceneSpec spec) {
    // What is drawn too dark is dim in its brightest places already.
    double brightness = spec.style() instanceof Dark ? 0.14 : 0.3;
    float wanted = hue(spec.colour().base());
    int[] pixels = Pictures.pixels(Scene.draw(spec));
    int found = 0;
    for (int rgb : pixels) {
      float[] hsb = Color.RGBtoHSB((rgb >> 16) & 255, (rgb >> 8) & 255, rgb & 255, null);
      float apart = Math.abs(hsb[0] - wanted);
      if (Math.min(apart, 1 - apart) < 0.05 && hsb[1] > 0.3 && hsb[2] > brightness) {
        found++;
      }
    }
    assertTrue(
        found > pixels.length / 40, found + " pixels of " + pixels.length + " have it: " + spec);
  }

  private static float hue(Color colour) {
    return Color.RGBtoHSB(colour.getRed(), colour.getGreen(), colour.getBlue(), null)[0];
  }

  @Test
  void equalSpecificationsGiveEqualBytes() {
    for (SceneSpec spec : Figures.all().values()) {
      assertArrayEquals(PngFile.encode(Scene.draw(spec)), PngFile.encode(Scene.draw(spec)));
    }
  }

  @Test
  void anotherSeedGivesAnotherPicture() {
    combinations()
        .forEach(
            spec -> {
              SceneSpec other =
                  new SceneSpec(
                      spec.subject(),
                      spec.colour(),
                      spec.pose(),
                      spec.place(),
                      spec.sky(),
                      spec.style(),
                      SMALL,
                      2);
              assertTrue(
                  Pictures.shareOfDifferentPixels(Scene.draw(spec), Scene.draw(other)) > 0,
                  () -> "same picture for seeds 1 and 2: " + spec);
            });
  }

  @Test
  void anotherColourGivesAnotherPicture() {
    Set<Integer> seen = new HashSet<>();
    for (Colour colour : Colour.values()) {
      SceneSpec spec =
          new SceneSpec(
              new Cat(), colour, Pose.PLAIN, new Plain(), new Day(), new Flat(), SMALL, 1);
      seen.add(Arrays.hashCode(Pictures.pixels(Scene.draw(spec))));
    }
    assertEquals(Colour.values().length, seen.size());
  }

  @Test
  void facingLeftMirrorsTheSubject() {
    SceneSpec right =
        new SceneSpec(
            new SportsCar(), Colour.RED, Pose.PLAIN, new Plain(), new Day(), new Flat(), SMALL, 1);
    SceneSpec left =
        new SceneSpec(
            new SportsCar(),
            Colour.RED,
            new Pose(Pose.Facing.LEFT, 1, 0),
            new Plain(),
            new Day(),
            new Flat(),
            SMALL,
            1);
    assertTrue(Pictures.shareOfDifferentPixels(Scene.draw(right), Scene.draw(left)) > 0.05);
  }

  /** A subject that is not there. */
  private static final class Nothing implements Subject {
    @Override
    public String word() {
      return "nothing";
    }

    @Override
    public double width() {
      return 1;
    }

    @Override
    public void draw(Brush brush, Tones coat, Light light) {}
  }
}
