package mirador.training.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import mirador.training.scenes.SceneFacts;
import mirador.training.scenes.SplitMix64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QuestionsTest {
  private static final int SEEDS = 2000;

  @ParameterizedTest
  @EnumSource
  void answersAreTrueAndShort(Language language) {
    for (int seed = 0; seed < SEEDS; seed++) {
      SceneFacts facts = SomeFacts.of(seed);
      for (Kind kind : Kind.values()) {
        QuestionAnswer asked = Questions.ask(kind, facts, language, new SplitMix64(seed));
        String said = facts + ": " + asked.question() + " " + asked.answer();
        assertEquals(asked.answer(), asked.accepted().get(0), said);
        assertEquals(asked.answer().toLowerCase(Locale.ROOT), asked.answer(), said);
        assertTrue(asked.answer().split(" ", -1).length <= 4, said);
        assertEquals(asked.accepted().size(), new HashSet<>(asked.accepted()).size(), said);
        assertTrue(asked.question().indexOf('{') < 0, said);
        for (String answer : asked.accepted()) {
          assertTrue(holds(kind, facts, asked.question(), answer), said + " / " + answer);
        }
      }
    }
  }

  private static boolean holds(Kind kind, SceneFacts facts, String question, String answer) {
    return switch (kind) {
      case WHAT -> CaptionCheck.subject(facts, answer);
      case COLOUR -> CaptionCheck.colour(facts, answer);
      case WHERE -> CaptionCheck.place(facts, answer) || answer.equals("alta mar");
      case COUNT -> counted(facts, question, answer);
      case STYLE -> CaptionCheck.style(facts, answer);
      case WEATHER ->
          CaptionCheck.sky(facts, answer) || answer.contains("clear") || answer.equals("dark");
      case IS_THERE -> true;
    };
  }

  /** None of what is not there, otherwise their number. */
  private static boolean counted(SceneFacts facts, String question, String answer) {
    boolean there =
        CaptionCheck.subject(facts, question) || question.toLowerCase(Locale.ROOT).contains("anim");
    List<String> none = List.of("none", "zero", "0", "no", "ninguno", "ninguna", "cero", "no hay");
    if (!there || none.contains(answer)) {
      return !there && none.contains(answer);
    }
    return facts.count() == 1
        ? answer.matches("(there is |just |only |hay |solo )?(one|1|a|uno|una|un)")
        : CaptionCheck.count(facts, answer);
  }

  @ParameterizedTest
  @EnumSource
  void yesAndNoAreBalanced(Language language) {
    int yes = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      SceneFacts facts = SomeFacts.of(seed);
      QuestionAnswer asked = Questions.ask(Kind.IS_THERE, facts, language, new SplitMix64(seed));
      boolean told = List.of("yes", "sí").contains(asked.answer());
      assertTrue(told || asked.answer().equals("no"), asked.answer());
      yes += told ? 1 : 0;
    }
    assertEquals(SEEDS / 2, yes, SEEDS / 20);
  }

  @Test
  void theNameAloneDoesNotGiveTheAnswerAway() {
    Map<String, Integer> yes = new HashMap<>();
    Map<String, Integer> all = new HashMap<>();
    for (int seed = 0; seed < 60_000; seed++) {
      SceneFacts facts = SomeFacts.of(seed);
      QuestionAnswer asked =
          Questions.ask(Kind.IS_THERE, facts, Language.ENGLISH, new SplitMix64(seed));
      all.merge(asked.question(), 1, Integer::sum);
      yes.merge(asked.question(), asked.answer().equals("yes") ? 1 : 0, Integer::sum);
    }
    for (String subject : SomeFacts.SUBJECTS) {
      String asked = "Is there a " + subject + "?";
      double share = yes.get(asked) / (double) all.get(asked);
      assertEquals(0.5, share, 0.2, asked + " of " + all.get(asked));
    }
  }

  /** A question that names the subject, colour, place and weather rightly is answered yes. */
  @ParameterizedTest
  @EnumSource
  void yesIsTrueAndNoIsFalse(Language language) {
    for (int seed = 0; seed < SEEDS; seed++) {
      SceneFacts facts = SomeFacts.of(seed);
      QuestionAnswer asked = Questions.ask(Kind.IS_THERE, facts, language, new SplitMix64(seed));
      boolean yes = !asked.answer().equals("no");
      boolean wrong = namesSomethingElse(facts, asked.question());
      assertNotEquals(yes, wrong, facts + ": " + asked.question() + " " + asked.answer());
    }
  }

  private static boolean namesSomethingElse(SceneFacts f, String question) {
    String asked = question.toLowerCase(Locale.ROOT);
    if (asked.matches(".*(carpet|horse|chair|elephant|alfombra|caballo|silla|elefante).*")) {
      return true;
    }
    if (asked.contains("animal")) {
      return !Tongue.ANIMALS.contains(f.subject());
    }
    if (asked.matches(".*veh[ií].*")) {
      return !Tongue.VEHICLES.contains(f.subject());
    }
    return SomeFacts.SUBJECTS.stream()
            .anyMatch(one -> !one.equals(f.subject()) && CaptionCheck.subject(subject(one), asked))
        || SomeFacts.COLOURS.stream()
            .anyMatch(one -> !one.equals(f.colour()) && CaptionCheck.colour(colour(one), asked))
        || SomeFacts.PLACES.stream()
            .anyMatch(one -> !one.equals(f.place()) && CaptionCheck.place(place(one), asked))
        || SomeFacts.SKIES.stream()
            .anyMatch(one -> !one.equals(f.sky()) && CaptionCheck.sky(sky(one), asked));
  }

  private static SceneFacts subject(String word) {
    return new SceneFacts(word, "red", 1, "road", "day", "flat", "small");
  }

  private static SceneFacts colour(String word) {
    return new SceneFacts("car", word, 1, "road", "day", "flat", "small");
  }

  private static SceneFacts place(String word) {
    return new SceneFacts("car", "red", 1, word, "day", "flat", "small");
  }

  private static SceneFacts sky(String word) {
    return new SceneFacts("car", "red", 1, "road", word, "flat", "small");
  }

  @Test
  void canAskTheQuestionsOfTheCourse() {
    Set<String> wanted =
        new HashSet<>(
            List.of(
                "What do you see in this picture?",
                "What do you see in this image?",
                "What objects are visible?",
                "What objects do you see?",
                "Is there an animal?",
                "What is the weather?",
                "Is there a car?",
                "Is there a carpet?",
                "Is there a cat?",
                "Is there snow?",
                "What color is the car?",
                "What animal is this?",
                "What animal is in the image?",
                "How many animals are there?",
                "¿Qué ves en esta imagen?",
                "¿Qué objetos se ven?",
                "¿Hay algún animal?",
                "¿Hay un animal?",
                "¿Qué tiempo hace?",
                "¿Hay un auto?",
                "¿Qué animal es este?",
                "¿Qué objeto aparece?",
                "¿De qué color es el coche?"));
    for (int seed = 0; seed < 20_000 && !wanted.isEmpty(); seed++) {
      SceneFacts facts = SomeFacts.of(seed);
      for (Kind kind : Kind.values()) {
        for (Language language : Language.values()) {
          wanted.remove(Questions.ask(kind, facts, language, new SplitMix64(seed)).question());
        }
      }
    }
    assertEquals(Set.of(), wanted, "never asked");
  }

  @ParameterizedTest
  @EnumSource
  void dialoguesHaveTwoKindsAndReferBackToWhatWasNamed(Language language) {
    int back = 0;
    for (int seed = 0; seed < 1000; seed++) {
      SceneFacts facts = SomeFacts.of(seed);
      List<QuestionAnswer> turns = Dialogues.two(facts, language, new SplitMix64(seed));
      assertEquals(2, turns.size());
      assertNotEquals(turns.get(0).kind(), turns.get(1).kind());
      String second = turns.get(1).question();
      if (second.matches("¿?(And|Y|and|y) .*|.* color (is it|are they)\\?")) {
        back++;
        assertTrue(
            List.of(Kind.WHAT, Kind.COLOUR, Kind.WHERE).contains(turns.get(0).kind()), second);
      }
    }
    assertTrue(back > 50, back + " of 1000 refer back");
  }
}
