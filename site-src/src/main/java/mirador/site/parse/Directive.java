package mirador.site.parse;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import mirador.site.problem.Place;

/** A fenced block that is more than code. */
public sealed interface Directive {
  /** The names a fence may start with. */
  List<String> NAMES =
      List.of("widget", "question", "predict", "exercise", "code", "formula", "note");

  /** The line of its fence. */
  Place place();

  /** Its id on the page; empty for a note. */
  String id();

  /** The Markdown inside. */
  default Stream<Fragment> fragments() {
    return Stream.empty();
  }

  /**
   * A widget of the catalogue.
   *
   * @param settings text forms by name, as written
   * @param places where each setting stands
   */
  record Widget(
      Place place,
      String name,
      String id,
      Optional<String> title,
      Map<String, String> settings,
      Map<String, Place> places,
      List<Preset> presets)
      implements Directive {}

  /**
   * Settings with a name and a reason to try them.
   *
   * @param settings what differs from the widget's own
   */
  record Preset(Place place, String label, String why, Map<String, String> settings) {}

  /** A question with room for an answer, a model answer and what a good answer mentions. */
  record Question(
      Place place, String id, Fragment text, Optional<Fragment> answer, List<Fragment> checklist)
      implements Directive {
    @Override
    public Stream<Fragment> fragments() {
      return Stream.of(Stream.of(text), answer.stream(), checklist.stream()).flatMap(s -> s);
    }
  }

  /** A guess to make before trying. */
  record Prediction(
      Place place, String id, Fragment question, List<String> options, String answer, Fragment why)
      implements Directive {
    @Override
    public Stream<Fragment> fragments() {
      return Stream.of(question, why);
    }
  }

  /** Cases to work out by hand. */
  record Exercise(
      Place place,
      String id,
      Optional<String> title,
      Fragment statement,
      List<Case> cases,
      List<Fragment> hints,
      Optional<Fragment> solution)
      implements Directive {
    @Override
    public Stream<Fragment> fragments() {
      return Stream.of(Stream.of(statement), hints.stream(), solution.stream()).flatMap(s -> s);
    }
  }

  /**
   * One case of an exercise.
   *
   * @param choices what to choose from; none for a box to fill in
   */
  record Case(
      Place place,
      String input,
      String expected,
      List<String> choices,
      Optional<String> tolerance,
      Optional<String> hint) {}

  /**
   * A program to write, with a check that runs it.
   *
   * @param mistakes typical wrong programs, each with what to say to whoever gets the same results
   */
  record Code(
      Place place,
      String id,
      String title,
      Fragment statement,
      Program starter,
      List<CodeCase> cases,
      List<Mistake> mistakes,
      List<Fragment> hints,
      Program solution,
      Fragment explanation)
      implements Directive {
    @Override
    public Stream<Fragment> fragments() {
      return Stream.of(
              Stream.of(statement, explanation),
              mistakes.stream().map(Mistake::say),
              hints.stream())
          .flatMap(s -> s);
    }
  }

  /**
   * A Python program.
   *
   * @param place of its first line
   */
  record Program(Place place, String text) {}

  /**
   * One case of a program's check, in Python on the names that the program has left.
   *
   * @param run an expression
   * @param expect an expression with the right value
   * @param before statements that run first
   * @param tolerance for numbers
   * @param hint when this case fails and nothing better is known
   */
  record CodeCase(
      Place place,
      String run,
      String expect,
      Optional<String> before,
      Optional<String> tolerance,
      Optional<String> hint) {}

  /** A typical wrong program, and what to say to whoever wrote it or one that does the same. */
  record Mistake(Place place, Fragment say, Program code) {}

  /** A formula on its own, with what its symbols mean. */
  record Formula(Place place, String id, String tex, List<Symbol> symbols) implements Directive {
    @Override
    public Stream<Fragment> fragments() {
      return symbols.stream().map(Symbol::meaning);
    }
  }

  /** A symbol of a formula. */
  record Symbol(Place place, String tex, Fragment meaning) {}

  /** A box at the side: {@code cuidado}, {@code honesto} or {@code fuente}. */
  record Note(Place place, String kind, Fragment body) implements Directive {
    /** The kinds there are. */
    public static final List<String> KINDS = List.of("cuidado", "honesto", "fuente");

    @Override
    public String id() {
      return "";
    }

    @Override
    public Stream<Fragment> fragments() {
      return Stream.of(body);
    }
  }
}
