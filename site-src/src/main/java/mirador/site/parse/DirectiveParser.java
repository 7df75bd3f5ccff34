package mirador.site.parse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mirador.site.parse.Directive.Case;
import mirador.site.parse.Directive.CodeCase;
import mirador.site.parse.Directive.Mistake;
import mirador.site.parse.Directive.Preset;
import mirador.site.parse.Directive.Program;
import mirador.site.parse.Directive.Symbol;
import mirador.site.problem.Place;
import mirador.site.problem.Problems;
import mirador.site.yaml.YamlFields;
import mirador.site.yaml.YamlValue;

/** Reads the body of one directive. */
final class DirectiveParser {
  private static final List<String> PRESET_KEYS = List.of("label", "why");

  private final Problems problems;
  private final PageIds ids;

  DirectiveParser(Problems problems, PageIds ids) {
    this.problems = problems;
    this.ids = ids;
  }

  /**
   * Reads a directive; empty when it cannot be understood, which is then a problem.
   *
   * @param kind one of {@link Directive#NAMES}
   * @param name the word after it, may be empty
   * @param place the line of the fence; the body starts one below
   */
  Optional<Directive> parse(String kind, String name, String body, Place place) {
    return switch (kind) {
      case "widget" -> widget(name, body, place);
      case "question" -> Optional.of(question(name, body, place));
      case "predict" -> Optional.of(prediction(name, body, place));
      case "exercise" -> Optional.of(exercise(name, body, place));
      case "code" -> Optional.of(code(name, body, place));
      case "formula" -> Optional.of(formula(name, body, place));
      case "note" -> note(name, body, place);
      default -> throw new IllegalArgumentException("no directive " + kind);
    };
  }

  private Optional<Directive> widget(String name, String body, Place place) {
    if (name.isEmpty()) {
      problems.add(place, "a widget block needs a name: ```widget patch-grid");
      return Optional.empty();
    }
    Optional<YamlValue> yaml = YamlValue.read(body, place.plus(1), problems);
    if (yaml.isPresent() && !yaml.get().isMapping()) {
      problems.add(yaml.get().place(), "widget " + name + ": write settings as \"name: value\"");
      return Optional.empty();
    }
    Map<String, String> settings = new LinkedHashMap<>();
    Map<String, Place> places = new LinkedHashMap<>();
    List<Preset> presets = new ArrayList<>();
    Optional<String> title = Optional.empty();
    Optional<String> id = Optional.empty();
    for (Map.Entry<String, YamlValue> entry :
        yaml.map(YamlValue::entries).orElse(Map.of()).entrySet()) {
      YamlValue value = entry.getValue();
      switch (entry.getKey()) {
        case "title" -> title = Optional.of(value.text());
        case "id" -> id = Optional.of(value.text());
        case "presets" -> value.items().forEach(item -> preset(name, item).ifPresent(presets::add));
        default -> {
          settings.put(entry.getKey(), value.text());
          places.put(entry.getKey(), value.place());
        }
      }
    }
    String pageId = id.isPresent() ? ids.explicit(id.get(), place) : ids.automatic(name);
    return Optional.of(new Directive.Widget(place, name, pageId, title, settings, places, presets));
  }

  private Optional<Preset> preset(String widget, YamlValue item) {
    Map<String, String> settings = new LinkedHashMap<>();
    item.entries()
        .forEach(
            (key, value) -> {
              if (!PRESET_KEYS.contains(key)) {
                settings.put(key, value.text());
              }
            });
    List<String> missing =
        PRESET_KEYS.stream().filter(key -> !item.entries().containsKey(key)).toList();
    if (!missing.isEmpty()) {
      problems.add(
          item.place(),
          "a preset of "
              + widget
              + " lacks "
              + String.join(" and ", missing)
              + ": a preset is {label, why, settings…}");
      return Optional.empty();
    }
    return Optional.of(
        new Preset(
            item.place(),
            item.entries().get("label").text(),
            item.entries().get("why").text(),
            settings));
  }

  private Directive question(String name, String body, Place place) {
    List<Fragment> parts = split(body, place.plus(1));
    Fragment text = parts.get(0);
    if (text.text().isBlank()) {
      problems.add(place, "a question block is empty: write the question on its first line");
    }
    if (parts.size() > 3) {
      problems.add(
          parts.get(3).place(),
          "a question has at most three parts (question, answer, checklist): take out a ---");
    }
    String id = ids.answer(name.isEmpty() ? Slugs.of(text.text()) : name, place);
    List<Fragment> checklist = new ArrayList<>();
    if (parts.size() > 2) {
      checklist.addAll(items(parts.get(2)));
    }
    return new Directive.Question(
        place,
        id,
        text,
        parts.size() > 1 ? Optional.of(parts.get(1)) : Optional.empty(),
        checklist);
  }

  private List<Fragment> items(Fragment list) {
    List<Fragment> items = new ArrayList<>();
    String[] lines = list.text().split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].strip();
      if (line.startsWith("- ")) {
        items.add(Fragment.of(list.place().plus(i), line.substring(2)));
      } else if (!line.isEmpty()) {
        problems.add(
            list.place().plus(i),
            "a checklist has one \"- item\" a line, this is none: \"" + line + "\"");
      }
    }
    return items;
  }

  /** The parts between lines of three hyphens. */
  private static List<Fragment> split(String body, Place start) {
    List<Fragment> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    int first = 0;
    String[] lines = body.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (lines[i].strip().equals("---")) {
        parts.add(Fragment.of(start.plus(first), part.toString()));
        part.setLength(0);
        first = i + 1;
      } else {
        part.append(lines[i]).append('\n');
      }
    }
    parts.add(Fragment.of(start.plus(first), part.toString()));
    return parts;
  }

  private Directive prediction(String name, String body, Place place) {
    YamlFields fields =
        fields(
            "predict" + quoted(name), body, place, List.of("question", "options", "answer", "why"));
    Fragment question = required(fields, "question", place);
    List<String> options = fields.texts("options");
    if (options.size() < 2) {
      fields.add("give at least two \"options\"");
    }
    String answer = fields.required("answer");
    if (options.size() > 1 && !answer.isEmpty() && !options.contains(answer)) {
      problems.add(
          fields.value("answer").orElseThrow().place(),
          "predict"
              + quoted(name)
              + ": the answer \""
              + answer
              + "\" is not among the options: "
              + String.join(", ", options));
    }
    String id = ids.answer(name.isEmpty() ? Slugs.of(question.text()) : name, place);
    return new Directive.Prediction(
        place, id, question, options, answer, required(fields, "why", place));
  }

  private Directive exercise(String name, String body, Place place) {
    if (name.isEmpty()) {
      problems.add(place, "an exercise block needs a name: ```exercise num-patches");
    }
    String owner = "exercise" + quoted(name);
    YamlFields fields =
        fields(owner, body, place, List.of("title", "statement", "cases", "hints", "solution"));
    List<Case> cases = new ArrayList<>();
    for (YamlValue item : fields.list("cases")) {
      cases.add(exerciseCase(owner, item));
    }
    if (cases.isEmpty()) {
      fields.add("no cases: add \"cases:\" with at least one {input, expected}");
    }
    return new Directive.Exercise(
        place,
        ids.answer(name.isEmpty() ? "ejercicio" : name, place),
        fields.text("title"),
        required(fields, "statement", place),
        cases,
        fragments(fields, "hints"),
        fields.value("solution").map(value -> Fragment.of(value.textPlace(), value.text())));
  }

  private Case exerciseCase(String owner, YamlValue item) {
    YamlFields fields =
        YamlFields.of(
            "a case of " + owner,
            Optional.of(item),
            item.place(),
            List.of("input", "expected", "choices", "tolerance", "hint"),
            problems);
    String expected = fields.required("expected");
    List<String> choices = fields.texts("choices");
    if (!choices.isEmpty() && !choices.contains(expected)) {
      problems.add(
          item.place(),
          owner
              + ": expected \""
              + expected
              + "\" is not among the choices: "
              + String.join(", ", choices));
    }
    return new Case(
        item.place(),
        fields.required("input"),
        expected,
        choices,
        fields.text("tolerance"),
        fields.text("hint"));
  }

  private Directive code(String name, String body, Place place) {
    if (name.isEmpty()) {
      problems.add(
          place,
          "a code block needs a name: ```code num-patches-codigo, or ```python for code to read");
    }
    String owner = "code" + quoted(name);
    YamlFields fields =
        fields(
            owner,
            body,
            place,
            List.of(
                "title",
                "statement",
                "starter",
                "cases",
                "mistakes",
                "hints",
                "solution",
                "explanation"));
    List<CodeCase> cases = new ArrayList<>();
    for (YamlValue item : fields.list("cases")) {
      cases.add(codeCase(owner, item));
    }
    if (cases.isEmpty()) {
      fields.add("no cases: add \"cases:\" with at least one {run, expect}");
    }
    List<Mistake> mistakes = new ArrayList<>();
    for (YamlValue item : fields.list("mistakes")) {
      YamlFields mistake =
          YamlFields.of(
              "a mistake of " + owner,
              Optional.of(item),
              item.place(),
              List.of("say", "code"),
              problems);
      mistakes.add(
          new Mistake(
              item.place(),
              required(mistake, "say", item.place()),
              program(mistake, "code", item.place())));
    }
    List<Fragment> hints = fragments(fields, "hints");
    if (hints.size() < 2) {
      fields.add("give at least two \"hints\"; there are " + hints.size());
    }
    return new Directive.Code(
        place,
        ids.answer(name.isEmpty() ? "codigo" : name, place),
        fields.required("title"),
        required(fields, "statement", place),
        program(fields, "starter", place),
        cases,
        mistakes,
        hints,
        program(fields, "solution", place),
        required(fields, "explanation", place));
  }

  private CodeCase codeCase(String owner, YamlValue item) {
    YamlFields fields =
        YamlFields.of(
            "a case of " + owner,
            Optional.of(item),
            item.place(),
            List.of("run", "expect", "before", "tolerance", "hint"),
            problems);
    Optional<String> tolerance = fields.text("tolerance");
    if (tolerance.isPresent() && !isPositive(tolerance.get())) {
      problems.add(
          fields.value("tolerance").orElseThrow().place(),
          "a case of "
              + owner
              + ": \"tolerance\" must be a number above 0, not \""
              + tolerance.get()
              + "\"");
      tolerance = Optional.empty();
    }
    return new CodeCase(
        item.place(),
        fields.required("run").strip(),
        fields.required("expect").strip(),
        fields.text("before"),
        tolerance,
        fields.text("hint"));
  }

  private static boolean isPositive(String number) {
    try {
      return Double.parseDouble(number) > 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static Program program(YamlFields fields, String key, Place place) {
    String text = fields.required(key);
    return new Program(fields.value(key).map(YamlValue::textPlace).orElse(place), text);
  }

  private static List<Fragment> fragments(YamlFields fields, String key) {
    return fields.list(key).stream()
        .map(item -> Fragment.of(item.textPlace(), item.text()))
        .toList();
  }

  private Directive formula(String name, String body, Place place) {
    List<String> lines = List.of(body.split("\n", -1));
    int rule = lines.stream().map(String::strip).toList().indexOf("---");
    List<String> tex = rule < 0 ? lines : lines.subList(0, rule);
    List<Symbol> symbols = new ArrayList<>();
    for (int i = rule + 1; rule >= 0 && i < lines.size(); i++) {
      String line = lines.get(i);
      int colon = line.indexOf(": ");
      Place at = place.plus(1 + i);
      if (colon > 0) {
        symbols.add(
            new Symbol(
                at,
                line.substring(0, colon).strip(),
                Fragment.of(at, line.substring(colon + 2).strip())));
      } else if (!line.isBlank()) {
        problems.add(at, "a symbol is written \"H: what it means\", not \"" + line + "\"");
      }
    }
    if (tex.stream().allMatch(String::isBlank)) {
      problems.add(place, "a formula block is empty: write TeX on its first line");
    }
    String id = name.isEmpty() ? ids.automatic("formula") : ids.explicit(name, place);
    return new Directive.Formula(place, id, String.join("\n", tex).strip(), symbols);
  }

  private Optional<Directive> note(String kind, String body, Place place) {
    if (!Directive.Note.KINDS.contains(kind)) {
      problems.unknown(place, "note", kind, Directive.Note.KINDS);
      return Optional.empty();
    }
    return Optional.of(new Directive.Note(place, kind, Fragment.of(place.plus(1), body)));
  }

  private YamlFields fields(String owner, String body, Place place, List<String> known) {
    Optional<YamlValue> yaml = YamlValue.read(body, place.plus(1), problems);
    return YamlFields.of(owner, yaml, place, known, problems);
  }

  private static Fragment required(YamlFields fields, String key, Place place) {
    String text = fields.required(key);
    return Fragment.of(fields.value(key).map(YamlValue::textPlace).orElse(place), text);
  }

  private static String quoted(String name) {
    return name.isEmpty() ? "" : " \"" + name + "\"";
  }
}
