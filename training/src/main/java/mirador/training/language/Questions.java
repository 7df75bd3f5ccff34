package mirador.training.language;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mirador.training.scenes.SceneFacts;
import mirador.training.scenes.SplitMix64;

/** Questions about a scene, with true answers in the language of the question. */
public final class Questions {
  private static final List<String> COLOURS =
      List.of(
          "red", "orange", "yellow", "green", "blue", "purple", "pink", "brown", "white", "black");
  private static final List<String> PLACES =
      List.of("road", "park", "plain", "beach", "city", "sea", "mountain", "desert");
  private static final List<String> SKIES = List.of("day", "sunset", "night", "snow", "rain");

  /**
   * Places whose scenery may hold a subject by itself, so that "Is there a tree?" has no sure
   * answer there.
   */
  private static final Map<String, Set<String>> SCENERY =
      Map.of(
          "tree", Set.of("road", "park", "plain", "beach", "city", "mountain", "desert"),
          "house", Set.of("park", "plain", "city"),
          "bird", Set.of("sea", "beach"),
          "boat", Set.of("sea", "beach"),
          "car", Set.of("city"));

  private final SceneFacts facts;
  private final Tongue tongue;
  private final Choices choices;
  private final boolean back;

  /** back: whether the subject was named before, so that a pronoun will do. */
  private Questions(SceneFacts facts, Tongue tongue, Choices choices, boolean back) {
    this.facts = facts;
    this.tongue = tongue;
    this.choices = choices;
    this.back = back;
  }

  /**
   * A question of a kind. Those of {@link Kind#IS_THERE} are as often true as false, over subjects,
   * coloured subjects, places and weather.
   */
  public static QuestionAnswer ask(Kind kind, SceneFacts f, Language l, SplitMix64 random) {
    return new Questions(f, Tongue.of(l), Choices.of(random), false).ask(kind);
  }

  /** The same, of a subject that was named before: "And what color is it?". */
  static QuestionAnswer askBack(Kind kind, SceneFacts f, Language l, SplitMix64 random) {
    return new Questions(f, Tongue.of(l), Choices.of(random), true).ask(kind);
  }

  private QuestionAnswer ask(Kind kind) {
    return switch (kind) {
      case WHAT -> what();
      case COLOUR -> colour();
      case COUNT -> count();
      case WHERE -> answered(kind, wording("where"), tongue.placeAnswers(facts.place()));
      case WEATHER -> weather();
      case STYLE -> answered(kind, wording("style"), tongue.answers("style." + facts.style()));
      case IS_THERE -> isThere();
    };
  }

  private QuestionAnswer what() {
    String number = facts.count() == 1 ? ".one" : ".many";
    boolean group = Tongue.ANIMALS.contains(facts.subject()) && choices.chance(0.35);
    boolean vehicle = Tongue.VEHICLES.contains(facts.subject()) && choices.chance(0.35);
    String key =
        group
            ? "animal" + number
            : vehicle ? "vehicle" + number : choices.chance(0.15) ? "what" + number : "what";
    List<String> accepted = new ArrayList<>();
    accepted.add(tongue.thing(facts, !group && !vehicle));
    accepted.addAll(tongue.things(facts));
    return answered(Kind.WHAT, choices.from(tongue.wordings(key)), accepted);
  }

  private QuestionAnswer colour() {
    String key = !back && facts.subject().equals("person") ? "colour.worn" : "colour";
    return answered(Kind.COLOUR, wording(key), tongue.colourAnswers(facts.colour()));
  }

  private QuestionAnswer count() {
    if (!back && choices.chance(0.15)) {
      String other = choices.from(absentSubjects());
      Noun noun = tongue.nouns(other).get(0);
      String asked = fill(choices.from(tongue.wordings("count")), noun, 2, "");
      return answered(Kind.COUNT, asked, tongue.countAnswers(0, noun));
    }
    if (!back && Tongue.ANIMALS.contains(facts.subject()) && choices.chance(0.2)) {
      // Every animal of Spanish here is masculine, and so is the word "animal".
      return answered(
          Kind.COUNT,
          choices.from(tongue.wordings("animal.count")),
          tongue.countAnswers(facts.count(), tongue.nouns(facts.subject()).get(0)));
    }
    Noun noun = choices.mostlyFirst(tongue.nouns(facts.subject()));
    String asked = fill(choices.from(tongue.wordings(back ? "count.back" : "count")), noun, 2, "");
    return answered(Kind.COUNT, asked, tongue.countAnswers(facts.count(), noun));
  }

  private QuestionAnswer weather() {
    boolean timed = !List.of("snow", "rain").contains(facts.sky());
    if (!back && timed && choices.chance(0.2)) {
      return answered(
          Kind.WEATHER,
          choices.from(tongue.wordings("time")),
          tongue.answers("time." + facts.sky()));
    }
    return answered(Kind.WEATHER, wording("weather"), tongue.answers("weather." + facts.sky()));
  }

  private QuestionAnswer isThere() {
    boolean yes = choices.chance(0.5);
    double topic = choices.next();
    String question;
    if (topic < 0.3 && !(yes && choices.chance(neverDenied()))) {
      question = there(yes ? one(facts.subject()) : choices.chance(0.1) ? absent() : other());
    } else if (topic >= 0.3 && topic < 0.4) {
      question = there(group(yes));
    } else if (topic < 0.6) {
      question = coloured(yes);
    } else if (topic < 0.8) {
      question = placed(yes);
    } else {
      question = skied(yes);
    }
    return answered(Kind.IS_THERE, question, tongue.answers(yes ? "yes" : "no"));
  }

  /**
   * The share of places where nobody is told that the subject is not there: were it said to be
   * there as often as the others, its name alone would give the answer away.
   */
  private double neverDenied() {
    return SCENERY.getOrDefault(facts.subject(), Set.of()).size() / (double) PLACES.size();
  }

  /** An animal, a vehicle, or a single subject where neither gives the answer. */
  private String group(boolean yes) {
    boolean animal = Tongue.ANIMALS.contains(facts.subject());
    boolean vehicle = Tongue.VEHICLES.contains(facts.subject());
    List<String> groups = new ArrayList<>();
    if (animal == yes && (yes || !mayHold("bird"))) {
      groups.add("animal");
    }
    if (vehicle == yes && (yes || !(mayHold("car") || mayHold("boat")))) {
      groups.add("vehicle");
    }
    if (groups.isEmpty()) {
      return yes ? one(facts.subject()) : other();
    }
    return choices.from(tongue.answers(choices.from(groups)));
  }

  private boolean mayHold(String subject) {
    return SCENERY.getOrDefault(subject, Set.of()).contains(facts.place());
  }

  private String there(String thing) {
    return choices.from(tongue.wordings("there")).replace("{a}", thing);
  }

  private String one(String subject) {
    Noun noun = choices.mostlyFirst(tongue.nouns(subject));
    return tongue.counted(tongue.numbers(1, noun).get(0), noun.one());
  }

  private String absent() {
    return choices.from(tongue.answers("absent"));
  }

  private String other() {
    return one(choices.from(absentSubjects()));
  }

  private List<String> absentSubjects() {
    return tongue.subjects().stream()
        .filter(subject -> !subject.equals(facts.subject()))
        .filter(subject -> !mayHold(subject))
        .toList();
  }

  private String coloured(boolean yes) {
    String colour = yes ? facts.colour() : choices.from(without(COLOURS, facts.colour()));
    Noun noun = choices.mostlyFirst(tongue.nouns(facts.subject()));
    Adjective word = choices.mostlyFirst(tongue.colours(colour));
    if (facts.subject().equals("person") || choices.chance(0.5)) {
      Description told = Description.NONE.coloured(word, facts.subject());
      String described = tongue.described(noun, 1, told, Choices.PLAINEST);
      return there(tongue.counted(tongue.numbers(1, noun).get(0), described));
    }
    return fill(
        choices.from(tongue.wordings("colour.is")),
        noun,
        facts.count(),
        word.form(noun, facts.count()));
  }

  private String placed(boolean yes) {
    String place = yes ? facts.place() : choices.from(without(PLACES, facts.place()));
    if (choices.chance(0.4)) {
      return choices
          .from(tongue.wordings("place.this"))
          .replace("{a}", tongue.answers("place." + place).get(0));
    }
    Noun noun = choices.mostlyFirst(tongue.nouns(facts.subject()));
    String asked = fill(choices.from(tongue.wordings("place.is")), noun, facts.count(), "");
    return asked.replace("{place}", choices.mostlyFirst(tongue.places(place)));
  }

  private String skied(boolean yes) {
    if (yes) {
      return choices.from(tongue.wordings("sky." + facts.sky()));
    }
    List<String> others = new ArrayList<>(without(SKIES, facts.sky()));
    if (facts.sky().equals("sunset")) {
      others.remove("day"); // the sun shines then, too
    }
    List<String> wordings = tongue.wordings("sky." + choices.from(others));
    // A mountain may have snow on its top without any falling.
    return facts.place().equals("mountain") ? wordings.get(0) : choices.from(wordings);
  }

  private static List<String> without(List<String> all, String one) {
    return all.stream().filter(word -> !word.equals(one)).toList();
  }

  /** One of the wordings of a key, about the subject. */
  private String wording(String key) {
    List<String> wordings = tongue.wordings(back ? key + ".back" : key);
    Noun noun = choices.mostlyFirst(tongue.nouns(facts.subject()));
    return fill(choices.from(wordings), noun, facts.count(), "");
  }

  private String fill(String wording, Noun noun, int count, String colour) {
    return tongue.fill(wording, noun, count, colour);
  }

  /** Some people ask without capitals and marks. */
  private QuestionAnswer answered(Kind kind, String question, List<String> accepted) {
    String asked = question;
    if (choices.chance(0.1)) {
      String bare = question.replace("¿", "").replace("?", "");
      asked = Character.toLowerCase(bare.charAt(0)) + bare.substring(1);
    } else if (choices.chance(0.1)) {
      asked = question.replace("¿", "");
    }
    return new QuestionAnswer(
        kind, asked, accepted.get(0), List.copyOf(new LinkedHashSet<>(accepted)));
  }
}
