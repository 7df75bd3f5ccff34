package mirador.training.language;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mirador.training.scenes.SceneFacts;
import mirador.training.scenes.SplitMix64;

/** Captions of a scene, as different people would write them. */
public final class Captions {
  private enum Fact {
    COLOUR,
    NUMBER,
    SIZE,
    PLACE,
    SKY,
    STYLE
  }

  /** How often key words tell any one thing beside the subject. */
  private static final double TAGGED = 0.3;

  private final SceneFacts facts;
  private final Set<Fact> told;
  private final Tongue tongue;
  private final Choices choices;

  private Captions(SceneFacts facts, Set<Fact> told, Tongue tongue, Choices choices) {
    this.facts = facts;
    this.told = told;
    this.tongue = tongue;
    this.choices = choices;
  }

  /**
   * Every fact told: count, colour, subject, size of a single one, place, sky and style; half of
   * the flat pictures are not called flat, since nobody would.
   */
  public static String full(SceneFacts f, Language l, SplitMix64 random) {
    Choices choices = Choices.of(random);
    Set<Fact> told = EnumSet.allOf(Fact.class);
    if (f.style().equals("flat") && choices.chance(0.5)) {
      told.remove(Fact.STYLE);
    }
    return new Captions(f, told, Tongue.of(l), choices).write(0.05);
  }

  /** Some facts left out, as people do: "a red car", "A puppy playing in the snow". */
  public static String some(SceneFacts f, Language l, SplitMix64 random) {
    Choices choices = Choices.of(random);
    Set<Fact> told = EnumSet.noneOf(Fact.class);
    for (Fact fact : Fact.values()) {
      if (choices.chance(frequency(fact))) {
        told.add(fact);
      }
    }
    return new Captions(f, told, Tongue.of(l), choices).write(0.15);
  }

  /**
   * Key words: the subject's name, alone or with more words after commas. A name says nothing of
   * the number, as it does not in the question that zero-shot classification asks.
   */
  public static String tags(SceneFacts f, Language l, SplitMix64 random) {
    Tongue tongue = Tongue.of(l);
    Choices choices = Choices.of(random);
    Noun noun = choices.mostlyFirst(tongue.nouns(f.subject()));
    Description told = Description.NONE;
    if (choices.chance(TAGGED)) {
      told = told.coloured(choices.mostlyFirst(tongue.colours(f.colour())), f.subject());
    }
    List<String> tags = new ArrayList<>(List.of(tongue.described(noun, 1, told, choices)));
    if (choices.chance(TAGGED)) {
      tags.add(choices.mostlyFirst(tongue.placeAnswers(f.place())));
    }
    if (choices.chance(TAGGED)) {
      tags.add(choices.mostlyFirst(tongue.skies(f.sky())));
    }
    String text = String.join(", ", tags);
    return choices.chance(0.5) ? capital(text) : text;
  }

  private static double frequency(Fact fact) {
    return switch (fact) {
      case NUMBER -> 0.75;
      case COLOUR, PLACE, SKY -> 0.5;
      case STYLE -> 0.3;
      case SIZE -> 0.15;
    };
  }

  private String write(double praise) {
    boolean sized = told.contains(Fact.SIZE) && facts.count() == 1;
    List<Noun> nouns =
        tongue.nouns(facts.subject()).stream().filter(noun -> !sized || !noun.little()).toList();
    Noun noun = choices.mostlyFirst(nouns);
    String thing = thing(noun, sized, praise);
    Optional<Doing> doing =
        Optional.of(tongue.doings(facts.subject()))
            .filter(all -> !all.isEmpty() && choices.chance(0.5))
            .map(choices::from);
    String text = told(thing, noun, doing);
    String cased = choices.chance(0.5) ? capital(text) : text;
    return choices.chance(0.4) ? cased + "." : cased;
  }

  private String thing(Noun noun, boolean sized, double praise) {
    Description description = Description.NONE;
    if (told.contains(Fact.COLOUR)) {
      Adjective colour = choices.mostlyFirst(tongue.colours(facts.colour()));
      description = description.coloured(colour, facts.subject());
    }
    if (sized) {
      description = description.sized(facts.size());
    } else if (choices.chance(praise)) {
      description = description.praised(choices.from(tongue.praise(facts.subject())));
    }
    String described = tongue.described(noun, facts.count(), description, choices);
    boolean plural = !noun.one().equals(noun.many()); // "brown fish" may be one or more
    if (facts.count() > 1 && plural && !told.contains(Fact.NUMBER)) {
      return described;
    }
    List<String> numbers = tongue.numbers(facts.count(), noun);
    String number = choices.chance(0.15) ? choices.from(numbers) : numbers.get(0);
    return tongue.counted(number, described);
  }

  /** Puts thing, doing, place, sky and style together in one of several orders. */
  private String told(String thing, Noun noun, Optional<Doing> doing) {
    String does = doing.map(one -> one.word().form(noun, facts.count())).orElse("");
    String place = told.contains(Fact.PLACE) ? place(doing) : "";
    String sky = told.contains(Fact.SKY) ? choices.mostlyFirst(tongue.skies(facts.sky())) : "";
    boolean skyLast = choices.chance(0.85);
    String where = skyLast ? join(place, sky) : join(sky, place);
    String phrase = join(thing, does, where);
    if (told.contains(Fact.STYLE)) {
      return choices.chance(0.7)
          ? headed(facts.style(), phrase)
          : ordered(thing, does, place, sky, phrase)
              + ", "
              + choices.from(tongue.tails(facts.style()));
    }
    return choices.chance(0.2) ? headed("any", phrase) : ordered(thing, does, place, sky, phrase);
  }

  private String place(Optional<Doing> doing) {
    boolean along = doing.isPresent() && doing.get().moves() && choices.chance(0.6);
    return choices.mostlyFirst(along ? tongue.ways(facts.place()) : tongue.places(facts.place()));
  }

  private String headed(String style, String phrase) {
    String text = choices.mostlyFirst(tongue.heads(style)) + " " + phrase;
    return choices.chance(0.15) ? tongue.thisIs(text) : text;
  }

  private String ordered(String thing, String does, String place, String sky, String phrase) {
    double form = choices.next();
    if (form < 0.16 && !sky.isEmpty()) {
      return sky + ", " + join(thing, does, place);
    }
    String rest = phrase.substring(thing.length());
    if (form < 0.28) {
      return tongue.thereIs(thing, facts.count()) + rest;
    }
    if (form < 0.4 && !does.isEmpty()) {
      String after = rest.substring(does.length() + 1);
      return tongue.isDoing(thing, does, facts.count()) + after;
    }
    if (form < 0.5) {
      return choices.from(tongue.shows(facts.count())) + " " + phrase;
    }
    return phrase;
  }

  private static String join(String... parts) {
    return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
  }

  static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
