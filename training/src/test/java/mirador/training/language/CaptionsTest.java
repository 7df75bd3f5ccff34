package mirador.training.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import mirador.training.scenes.SceneFacts;
import mirador.training.scenes.SplitMix64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CaptionsTest {
  private static final SceneFacts CAR =
      new SceneFacts("car", "red", 1, "road", "sunset", "flat", "large");
  private static final SceneFacts CAT =
      new SceneFacts("cat", "orange", 1, "plain", "day", "pixelated", "small");
  private static final SceneFacts PUPPY =
      new SceneFacts("puppy", "brown", 1, "park", "snow", "flat", "small");

  @ParameterizedTest
  @EnumSource
  void fullNamesEveryFact(Language language) {
    for (int seed = 0; seed < 2000; seed++) {
      SceneFacts facts = SomeFacts.of(seed);
      String caption = Captions.full(facts, language, new SplitMix64(seed));
      String said = facts + ": " + caption;
      assertTrue(CaptionCheck.subject(facts, caption), said);
      assertTrue(CaptionCheck.colour(facts, caption), said);
      assertTrue(CaptionCheck.count(facts, caption), said);
      assertTrue(CaptionCheck.place(facts, caption), said);
      assertTrue(CaptionCheck.sky(facts, caption), said);
      assertTrue(facts.style().equals("flat") || CaptionCheck.style(facts, caption), said);
      if (facts.count() == 1) {
        assertTrue(namesSize(facts, caption), said);
      }
    }
  }

  private static boolean namesSize(SceneFacts facts, String caption) {
    List<String> small = List.of("small", "little", "tiny", "pequeño", "pequeña");
    List<String> large = List.of("large", "big", "huge", "gran", "grande", "enorme");
    Set<String> words =
        new HashSet<>(List.of(caption.toLowerCase(Locale.ROOT).split("[ ,.]+", -1)));
    List<String> right = facts.size().equals("small") ? small : large;
    List<String> wrong = facts.size().equals("small") ? large : small;
    return right.stream().anyMatch(words::contains) && wrong.stream().noneMatch(words::contains);
  }

  @ParameterizedTest
  @EnumSource
  void someNamesTheSubjectAndNothingWrong(Language language) {
    int coloured = 0;
    int placed = 0;
    for (int seed = 0; seed < 2000; seed++) {
      SceneFacts facts = SomeFacts.of(seed);
      SceneFacts other = otherwise(facts);
      String caption = Captions.some(facts, language, new SplitMix64(seed));
      assertTrue(CaptionCheck.subject(facts, caption), caption);
      assertFalse(CaptionCheck.colour(other, caption), caption);
      assertFalse(CaptionCheck.place(other, caption), caption);
      assertFalse(CaptionCheck.sky(other, caption), caption);
      assertFalse(CaptionCheck.count(other, caption), caption);
      coloured += CaptionCheck.colour(facts, caption) ? 1 : 0;
      placed += CaptionCheck.place(facts, caption) ? 1 : 0;
    }
    assertEquals(1000, coloured, 100);
    assertEquals(1000, placed, 100);
  }

  /** Every fact another one. */
  private static SceneFacts otherwise(SceneFacts facts) {
    return new SceneFacts(
        after(SomeFacts.SUBJECTS, facts.subject()),
        after(SomeFacts.COLOURS, facts.colour()),
        facts.count() % 3 + 1,
        after(SomeFacts.PLACES, facts.place()),
        after(SomeFacts.SKIES, facts.sky()),
        after(SomeFacts.STYLES, facts.style()),
        facts.size());
  }

  private static String after(List<String> words, String word) {
    return words.get((words.indexOf(word) + 1) % words.size());
  }

  @Test
  void canSayTheCaptionsOfTheCourse() {
    Set<String> wanted =
        new HashSet<>(
            List.of(
                "A sports car driving on the road at sunset",
                "A sports car driving on the road at sunset.",
                "a fast car on the road at sunset",
                "A pixelated image of a cute cat",
                "A puppy playing in the snow",
                "a dog in the snow",
                "a photo of a cat",
                "a kitten",
                "Un coche deportivo en la carretera al atardecer",
                "Un auto deportivo en la carretera al atardecer",
                "Una imagen pixelada de un gato adorable",
                "Una imagen pixelada de un lindo gato",
                "Un cachorro jugando en la nieve",
                "un perro en la nieve",
                "una foto de un gato"));
    for (int seed = 0; seed < 400_000 && !wanted.isEmpty(); seed++) {
      for (SceneFacts facts : List.of(CAR, CAT, PUPPY)) {
        wanted.remove(Captions.some(facts, Language.ENGLISH, new SplitMix64(seed)));
        wanted.remove(Captions.some(facts, Language.SPANISH, new SplitMix64(seed)));
      }
    }
    assertEquals(Set.of(), wanted, "never said");
  }

  @ParameterizedTest
  @EnumSource
  void usesEveryNameOfASubject(Language language) {
    for (String subject : SomeFacts.SUBJECTS) {
      StringBuilder all = new StringBuilder();
      SceneFacts facts = new SceneFacts(subject, "red", 1, "park", "day", "flat", "small");
      for (int seed = 0; seed < 400; seed++) {
        all.append(Captions.some(facts, language, new SplitMix64(seed))).append('\n');
      }
      for (Noun noun : Tongue.of(language).nouns(subject)) {
        assertTrue(all.toString().toLowerCase(Locale.ROOT).contains(noun.one()), noun.one());
      }
    }
  }

  @Test
  void givesTheSameForTheSameSeed() {
    for (Language language : Language.values()) {
      assertEquals(
          Captions.full(CAR, language, new SplitMix64(5)),
          Captions.full(CAR, language, new SplitMix64(5)));
    }
    assertEquals(
        List.of(
            "a photo of a huge red car on the road at sunset",
            "un gran coche rojo aparcado en la autopista al atardecer"),
        List.of(
            Captions.full(CAR, Language.ENGLISH, new SplitMix64(5)),
            Captions.full(CAR, Language.SPANISH, new SplitMix64(5))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "subject; an automobile in the street; true",
        "subject; A SPORTS CAR.; true",
        "subject; un carro; true",
        "subject; a car and a dog; false",
        "subject; scary carpets; false",
        "subject; nothing; false",
        "colour; un coche rojo; true",
        "colour; a red car under a blue sky; false",
        "place; por la autopista; true",
        "place; a highway by the sea; false",
        "sky; con la puesta de sol; true",
        "sky; on a sunny day; false",
        "sky; on a snowy day; false",
        "count; a car; true",
        "count; cars; false",
        "count; one car; true",
        "count; two cars; false",
        "count; un coche; true"
      })
  void checksAFreeCaption(String fact, String caption, boolean right) {
    boolean told =
        switch (fact) {
          case "subject" -> CaptionCheck.subject(CAR, caption);
          case "colour" -> CaptionCheck.colour(CAR, caption);
          case "place" -> CaptionCheck.place(CAR, caption);
          case "sky" -> CaptionCheck.sky(CAR, caption);
          default -> CaptionCheck.count(CAR, caption);
        };
    assertEquals(right, told);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void keyWordsTellTheSubjectAndNothingWrongAndNoNumber(Language language) {
    Set<String> said = new HashSet<>();
    for (int seed = 0; seed < 2000; seed++) {
      SceneFacts facts = SomeFacts.of(seed);
      String tags = Captions.tags(facts, language, SplitMix64.forPart(seed, 1));
      said.add(tags);
      assertTrue(CaptionCheck.subject(facts, tags), tags);
      assertTrue(CaptionCheck.count(single(facts), tags), tags);
      if (tags.contains(",")) {
        assertTrue(CaptionCheck.place(facts, tags) || CaptionCheck.sky(facts, tags), tags);
      }
    }
    assertTrue(said.contains(ZeroShotNames.names("cat", language).get(0)), "the name alone");
  }

  private static SceneFacts single(SceneFacts f) {
    return new SceneFacts(f.subject(), f.colour(), 1, f.place(), f.sky(), f.style(), f.size());
  }

  @Test
  void givesZeroShotPrompts() {
    assertEquals(List.of("plane"), ZeroShotNames.names("plane", Language.ENGLISH));
    assertEquals(List.of("casa"), ZeroShotNames.names("house", Language.SPANISH));
    assertEquals(
        List.of(
            "a plane",
            "a photo of a plane",
            "an image of a plane",
            "a picture of a plane",
            "a drawing of a plane"),
        ZeroShotNames.prompts("plane", Language.ENGLISH));
    assertEquals(
        List.of(
            "una casa", "una foto de una casa", "una imagen de una casa", "un dibujo de una casa"),
        ZeroShotNames.prompts("house", Language.SPANISH));
  }
}
