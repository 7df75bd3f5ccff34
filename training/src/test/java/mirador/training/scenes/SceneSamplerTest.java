package mirador.training.scenes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SceneSamplerTest {
  private static final int SIDE = 64;
  private static final int MANY = 6000;

  @BeforeAll
  static void headless() {
    System.setProperty("java.awt.headless", "true");
  }

  private static List<SceneFacts> many(Split split) {
    return LongStream.range(0, MANY).mapToObj(seed -> SceneSampler.facts(split, seed)).toList();
  }

  private static Map<Object, Double> shares(Function<SceneFacts, Object> word) {
    Map<Object, Double> shares = new HashMap<>();
    many(Split.TRAIN).forEach(facts -> shares.merge(word.apply(facts), 1.0 / MANY, Double::sum));
    return shares;
  }

  @ParameterizedTest
  @EnumSource(Split.class)
  void factsBelongToTheSplitAskedFor(Split split) {
    for (SceneFacts facts : many(split)) {
      assertEquals(split, SceneSampler.splitOf(facts));
      assertEquals(split, SceneSampler.splitOf(otherwise(facts)), "only the triple decides");
    }
  }

  private static SceneFacts otherwise(SceneFacts facts) {
    return new SceneFacts(
        facts.subject(), facts.colour(), 3, facts.place(), "rain", "sketch", "small");
  }

  @Test
  void noTripleIsInTwoSplits() {
    Map<Split, Set<List<String>>> triples = new EnumMap<>(Split.class);
    for (Split split : Split.values()) {
      triples.put(
          split,
          many(split).stream()
              .map(facts -> List.of(facts.subject(), facts.colour(), facts.place()))
              .collect(Collectors.toSet()));
    }
    Set<List<String>> all = new HashSet<>();
    triples.values().forEach(all::addAll);
    assertEquals(triples.values().stream().mapToInt(Set::size).sum(), all.size());
  }

  @Test
  void splitsHaveTheirSharesOfAllTriples() {
    Map<Split, Double> shares = new EnumMap<>(Split.class);
    int triples =
        Catalogue.SUBJECTS.size() * Catalogue.SAMPLED_COLOURS.size() * Catalogue.PLACES.size();
    for (Subject subject : Catalogue.SUBJECTS) {
      for (Colour colour : Catalogue.SAMPLED_COLOURS) {
        for (Place place : Catalogue.PLACES) {
          SceneFacts facts =
              new SceneFacts(
                  subject.word(), colour.word(), 1, place.word(), "day", "flat", "large");
          shares.merge(SceneSampler.splitOf(facts), 1.0 / triples, Double::sum);
        }
      }
    }
    assertEquals(0.80, shares.get(Split.TRAIN), 0.05);
    assertEquals(0.08, shares.get(Split.VALIDATION), 0.04);
    assertEquals(0.12, shares.get(Split.TEST), 0.05);
  }

  /** Stored results of training depend on it: a change here needs new models. */
  @Test
  void splitOfKnownFactsStaysWhatItWas() {
    assertEquals(Split.TRAIN, splitOf("car", "red", "road"));
    assertEquals(KNOWN_SPLITS, splits());
  }

  private static final String KNOWN_SPLITS = "TRTRTRTRTRTRTRTRTETRTRTRTRTRTRTRTRTETRTE";

  /** The splits of all colours of one subject at one place, a letter each. */
  private static String splits() {
    return Catalogue.SAMPLED_COLOURS.stream()
        .flatMap(
            colour ->
                Stream.of("park", "sea").map(place -> splitOf("cat", colour.word(), place).name()))
        .map(name -> name.substring(0, 2))
        .collect(Collectors.joining());
  }

  private static Split splitOf(String subject, String colour, String place) {
    return SceneSampler.splitOf(new SceneFacts(subject, colour, 1, place, "day", "flat", "large"));
  }

  @Test
  void everyWordOccurs() {
    List<SceneFacts> facts = many(Split.TRAIN);
    assertEquals(words(Catalogue.SUBJECTS), seen(facts, SceneFacts::subject));
    assertEquals(words(Catalogue.SAMPLED_COLOURS), seen(facts, SceneFacts::colour));
    assertEquals(words(Catalogue.PLACES), seen(facts, SceneFacts::place));
    for (Split split : Split.values()) {
      facts = many(split);
      assertEquals(words(Catalogue.SKIES), seen(facts, SceneFacts::sky));
      assertEquals(words(Catalogue.STYLES), seen(facts, SceneFacts::style));
      assertEquals(Set.of("small", "large"), seen(facts, SceneFacts::size));
    }
  }

  private static Set<String> words(List<? extends Named> all) {
    return all.stream().map(Named::word).collect(Collectors.toSet());
  }

  private static Set<String> seen(List<SceneFacts> facts, Function<SceneFacts, String> word) {
    return facts.stream().map(word).collect(Collectors.toSet());
  }

  @Test
  void countsStylesSkiesAndSizesComeAsOftenAsPlanned() {
    Map<Object, Double> counts = shares(SceneFacts::count);
    assertEquals(0.60, counts.get(1), 0.03);
    assertEquals(0.22, counts.get(2), 0.03);
    assertEquals(0.18, counts.get(3), 0.03);
    Map<Object, Double> styles = shares(SceneFacts::style);
    assertEquals(0.45, styles.get("flat"), 0.03);
    for (String style : List.of("pixelated", "sketch", "dark", "noisy", "rotated")) {
      assertEquals(0.11, styles.get(style), 0.02);
    }
    shares(SceneFacts::sky).values().forEach(share -> assertEquals(0.2, share, 0.03));
    shares(SceneFacts::size).values().forEach(share -> assertEquals(0.5, share, 0.03));
  }

  static Stream<SceneFacts> someFacts() {
    return LongStream.range(0, 80).mapToObj(seed -> SceneSampler.facts(Split.TRAIN, seed));
  }

  @ParameterizedTest
  @MethodSource("someFacts")
  void drawIsDecidedByFactsAndSeed(SceneFacts facts) {
    byte[] picture = SceneSampler.draw(facts, 5, SIDE);
    assertEquals(SIDE * SIDE * 3, picture.length);
    assertArrayEquals(picture, SceneSampler.draw(facts, 5, SIDE));
    assertFalse(Arrays.equals(picture, SceneSampler.draw(facts, 6, SIDE)));
  }

  @Test
  void drawIsThePictureOfThatSize() {
    SceneFacts facts = SceneSampler.facts(Split.TEST, 3);
    byte[] bytes = SceneSampler.draw(facts, 3, SIDE);
    int[] pixels = Pictures.pixels(SceneSampler.picture(facts, 3, SIDE, SIDE));
    for (int i = 0; i < pixels.length; i++) {
      int rgb =
          ((bytes[3 * i] & 255) << 16) | ((bytes[3 * i + 1] & 255) << 8) | (bytes[3 * i + 2] & 255);
      assertEquals(pixels[i] & 0xFFFFFF, rgb);
    }
  }

  @Test
  void pictureHasTheSizeAskedFor() {
    BufferedImage picture = SceneSampler.picture(SceneSampler.facts(Split.TEST, 3), 3, 90, 60);
    assertEquals(90, picture.getWidth());
    assertEquals(60, picture.getHeight());
  }

  @Test
  void everyWordChangesThePicture() {
    SceneFacts plain = new SceneFacts("car", "red", 1, "road", "day", "flat", "large");
    Set<Integer> seen = new HashSet<>();
    int drawn = 0;
    for (Named place : Catalogue.PLACES) {
      for (Named sky : Catalogue.SKIES) {
        for (Named style : Catalogue.STYLES) {
          seen.add(
              hash(
                  new SceneFacts(
                      "car", "red", 1, place.word(), sky.word(), style.word(), "large")));
          drawn++;
        }
      }
    }
    assertEquals(drawn, seen.size());
    assertNotEquals(
        hash(plain), hash(new SceneFacts("car", "red", 2, "road", "day", "flat", "large")));
    assertNotEquals(
        hash(plain), hash(new SceneFacts("car", "red", 1, "road", "day", "flat", "small")));
    assertNotEquals(
        hash(plain), hash(new SceneFacts("car", "blue", 1, "road", "day", "flat", "large")));
  }

  private static int hash(SceneFacts facts) {
    return Arrays.hashCode(SceneSampler.draw(facts, 7, SIDE));
  }

  /** Every subject, so often and so large, in several poses. */
  static Stream<SceneFacts> arrangements() {
    return Catalogue.SUBJECTS.stream()
        .flatMap(
            subject ->
                IntStream.rangeClosed(1, 3)
                    .boxed()
                    .flatMap(
                        count ->
                            Stream.of("small", "large")
                                .map(
                                    size ->
                                        new SceneFacts(
                                            subject.word(),
                                            "red",
                                            count,
                                            "plain",
                                            "day",
                                            "flat",
                                            size))));
  }

  @ParameterizedTest
  @MethodSource("arrangements")
  void allCopiesStandInTheWindowAndNoneHidesAnother(SceneFacts facts) {
    Stage stage = new Stage(768);
    Window window = new Window(128, 0, 512, 512);
    Extent extent = Extent.of(Catalogue.subject(facts.subject()));
    for (long seed = 0; seed < 40; seed++) {
      List<Pose> poses = Arrangement.of(facts, stage, window, false, new SplitMix64(seed));
      assertEquals(facts.count(), poses.size());
      for (Pose pose : poses) {
        double[] box = box(extent, pose, stage);
        assertTrue(box[0] >= 128 && box[2] <= 640, () -> "outside: " + pose);
        assertTrue(box[1] >= 0 && box[3] <= 512, () -> "outside: " + pose);
        for (Pose other : poses) {
          if (!other.equals(pose)) {
            double[] second = box(extent, other, stage);
            double wide = Math.min(box[2], second[2]) - Math.max(box[0], second[0]);
            double high = Math.min(box[3], second[3]) - Math.max(box[1], second[1]);
            double area = (box[2] - box[0]) * (box[3] - box[1]);
            double hidden = Math.max(0, wide) * Math.max(0, high) / area;
            assertTrue(hidden < 0.3, () -> pose + " hides " + other);
          }
        }
      }
    }
  }

  private static double[] box(Extent extent, Pose pose, Stage stage) {
    boolean left = pose.facing() == Pose.Facing.LEFT;
    double middle = stage.centre() + pose.shift();
    double ground = new Plain().groundLine() - pose.rise();
    return new double[] {
      middle + pose.scale() * (left ? -extent.right() : extent.left()),
      ground + pose.scale() * extent.top(),
      middle + pose.scale() * (left ? -extent.left() : extent.right()),
      ground + pose.scale() * extent.bottom()
    };
  }

  @Test
  void aLargeSubjectIsMuchLargerThanASmallOne() {
    Stage stage = new Stage(512);
    for (Subject subject : Catalogue.SUBJECTS) {
      for (int count = 1; count <= 3; count++) {
        assertTrue(
            smallest(subject, count, "large", stage)
                > 1.2 * -smallest(subject, count, "small", stage),
            subject.word() + " " + count);
      }
    }
  }

  /** The smallest scale of large ones, or the largest of small ones, negative. */
  private static double smallest(Subject subject, int count, String size, Stage stage) {
    SceneFacts facts = new SceneFacts(subject.word(), "red", count, "plain", "day", "flat", size);
    double sign = size.equals("large") ? 1 : -1;
    return LongStream.range(0, 60)
        .boxed()
        .flatMap(
            seed ->
                Arrangement.of(facts, stage, Window.all(stage), false, new SplitMix64(seed))
                    .stream())
        .mapToDouble(pose -> sign * pose.scale())
        .min()
        .orElseThrow();
  }

  @Test
  void factsRefuseWhatCannotBeDrawn() {
    assertTrue(error("unicorn", 1, "small").contains("'unicorn'"));
    assertTrue(error("car", 4, "small").contains("4 subjects"));
    assertTrue(error("car", 1, "tiny").contains("'tiny'"));
  }

  private static String error(String subject, int count, String size) {
    return assertThrows(
            IllegalArgumentException.class,
            () -> new SceneFacts(subject, "red", count, "road", "day", "flat", size))
        .getMessage();
  }
}
