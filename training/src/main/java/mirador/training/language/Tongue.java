package mirador.training.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import mirador.training.scenes.SceneFacts;

/** A language: its words for everything that a scene can show, and how they go together. */
abstract class Tongue {
  /** Subjects that are animals, as "Is there an animal?" asks. */
  static final List<String> ANIMALS = List.of("cat", "puppy", "bird", "fish");

  /** Subjects that are vehicles. */
  static final List<String> VEHICLES = List.of("car", "truck", "bicycle", "boat", "plane");

  private final Table nouns;
  private final Table colours;
  private final Table doings;
  private final Table places;
  private final Table ways;
  private final Table skies;
  private final Table heads;
  private final Table tails;
  private final Table praise;
  private final Table answers;
  private final Table wordings;

  /** The tables of a language, by their names. */
  Tongue(Map<String, Table> tables) {
    nouns = tables.get("nouns");
    colours = tables.get("colours");
    doings = tables.get("doings");
    places = tables.get("places");
    ways = tables.get("ways");
    skies = tables.get("skies");
    heads = tables.get("heads");
    tails = tables.get("tails");
    praise = tables.get("praise");
    answers = tables.get("answers");
    wordings = tables.get("wordings");
  }

  static Tongue of(Language language) {
    return language == Language.ENGLISH ? English.TONGUE : Spanish.TONGUE;
  }

  /** Every subject there are names for. */
  Set<String> subjects() {
    return nouns.rows().keySet();
  }

  /** Every colour there are words for. */
  Set<String> colourNames() {
    return colours.rows().keySet();
  }

  /** The names of a subject, the plainest first. */
  List<Noun> nouns(String subject) {
    return nouns.row(subject).stream().map(this::noun).toList();
  }

  List<Adjective> colours(String colour) {
    return colours.row(colour).stream().map(this::adjective).toList();
  }

  /**
   * What a subject may be doing, if anything; a leading {@code >} in the table marks what moves.
   */
  List<Doing> doings(String subject) {
    return doings.row(subject).stream()
        .filter(word -> !word.isEmpty())
        .map(
            word ->
                word.startsWith(">")
                    ? new Doing(adjective(word.substring(1)), true)
                    : new Doing(adjective(word), false))
        .toList();
  }

  /** "on the road". */
  List<String> places(String place) {
    return places.row(place);
  }

  /** "along the road", for what moves. */
  List<String> ways(String place) {
    return ways.row(place);
  }

  /** "at sunset". */
  List<String> skies(String sky) {
    return skies.row(sky);
  }

  /** "a pixelated image of"; those of "any" say nothing of the style. */
  List<String> heads(String style) {
    return heads.row(style);
  }

  /** "pixel art", said after the rest. */
  List<String> tails(String style) {
    return tails.row(style);
  }

  /** "cute": words that tell no fact. */
  List<Adjective> praise(String subject) {
    return praise.row(subject).stream().map(this::adjective).toList();
  }

  /**
   * The answers to a question that has the same ones for every subject; the first is trained on.
   */
  List<String> answers(String key) {
    return answers.row(key);
  }

  /** Ways of asking, with places in braces for what {@link #fill} knows. */
  List<String> wordings(String key) {
    return wordings.row(key);
  }

  abstract Noun noun(String forms);

  abstract Adjective adjective(String word);

  /** Ways of saying how many, plainest first: "a", "one"; "two", "a pair of". */
  abstract List<String> numbers(int count, Noun noun);

  /** The noun with what is told of it; no article. */
  abstract String described(Noun noun, int count, Description told, Choices choices);

  /** Puts a number before what {@link #described} gave: "an orange car". */
  abstract String counted(String number, String described);

  /** Whom or what, as known: "the cars", "la casa". */
  abstract String definite(Noun noun, int count);

  /** "there is a car", "there are two cars", "hay dos coches". */
  abstract String thereIs(String thing, int count);

  /** "a cat is sitting", "dos gatos están sentados". */
  abstract String isDoing(String thing, String doing, int count);

  /** "this is a photo of …". */
  abstract String thisIs(String picture);

  /** "the picture shows", before what names the thing. */
  abstract List<String> shows(int count);

  /** Fills the places of a wording. */
  abstract String fill(String wording, Noun noun, int count, String colour);

  /** How many there are, as an answer; none for 0. */
  abstract List<String> countAnswers(int count, Noun noun);

  /** The answers that name a colour. */
  List<String> colourAnswers(String colour) {
    return colours(colour).stream().flatMap(word -> word.forms().stream()).distinct().toList();
  }

  /** What there is as a short answer, with its colour or without. */
  String thing(SceneFacts facts, boolean coloured) {
    Noun noun = nouns(facts.subject()).get(0);
    return things(facts, noun, numbers(facts.count(), noun).subList(0, 1), coloured).get(0);
  }

  /** All short answers that name the subject rightly. */
  List<String> things(SceneFacts facts) {
    List<String> all = new ArrayList<>();
    for (Noun noun : nouns(facts.subject())) {
      List<String> numbers = new ArrayList<>(numbers(facts.count(), noun));
      numbers.add("");
      all.addAll(things(facts, noun, numbers, false));
      all.addAll(things(facts, noun, numbers, true));
    }
    return all;
  }

  private List<String> things(SceneFacts facts, Noun noun, List<String> numbers, boolean coloured) {
    List<Adjective> colours = coloured ? colours(facts.colour()) : List.of();
    Stream<Description> told =
        coloured
            ? colours.stream().map(colour -> Description.NONE.coloured(colour, facts.subject()))
            : Stream.of(Description.NONE);
    return told.map(one -> described(noun, facts.count(), one, Choices.PLAINEST))
        .flatMap(
            text -> numbers.stream().map(number -> number.isEmpty() ? text : counted(number, text)))
        .toList();
  }

  /** The answers that name a place, with and without its preposition and article. */
  List<String> placeAnswers(String place) {
    return Stream.concat(places(place).stream(), ways(place).stream())
        .flatMap(
            phrase -> {
              String article = afterSpace(phrase);
              return Stream.of(phrase, article, afterSpace(article));
            })
        .distinct()
        .toList();
  }

  private static String afterSpace(String phrase) {
    return phrase.substring(phrase.indexOf(' ') + 1);
  }
}
