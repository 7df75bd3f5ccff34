package mirador.site.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mirador.concepts.course.WidgetCatalogue;
import mirador.concepts.course.WidgetSettings;
import mirador.concepts.inference.ModelOffer;
import mirador.concepts.text.Messages;
import mirador.site.model.BakedModels;
import mirador.site.parse.Directive;
import mirador.site.parse.Fragment;
import mirador.site.problem.Place;
import mirador.site.scan.CoursePicture;
import mirador.site.widget.Markup;
import mirador.site.widget.StaticWidget;
import mirador.site.widget.StaticWidgets;
import mirador.site.widget.WidgetContext;

/** The section of a widget: its title, static result and the places the page script fills. */
final class WidgetHtml {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Messages messages;
  private final Map<String, CoursePicture> pictures;
  private final Map<String, String> addresses;
  private final List<ModelOffer> models;
  private final BakedModels baked;
  private final Map<String, List<String>> mistakes;

  /**
   * @param addresses of the pictures, by id
   * @param models that the course offers
   * @param baked the models whose files are there
   * @param mistakes what the results of each typical mistake are known by, by the id of its cell
   */
  WidgetHtml(
      Messages messages,
      Map<String, CoursePicture> pictures,
      Map<String, String> addresses,
      List<ModelOffer> models,
      BakedModels baked,
      Map<String, List<String>> mistakes) {
    this.baked = baked;
    this.mistakes = mistakes;
    this.messages = messages;
    this.pictures = pictures;
    this.addresses = addresses;
    this.models = models;
  }

  /** A widget of the catalogue. */
  Markup widget(Directive.Widget widget, int level) {
    WidgetSettings settings = WidgetCatalogue.get(widget.name()).read(widget.settings());
    WidgetContext context =
        new WidgetContext(
            widget.id(),
            settings,
            messages,
            pictures,
            addresses,
            models,
            baked.clip(),
            baked.blip2());
    Optional<StaticWidget> made = StaticWidgets.find(widget.name());
    Markup section =
        section(
                widget.id(),
                widget.name(),
                widget.title().orElseGet(() -> text("widget." + widget.name() + ".title")),
                level,
                made.map(found -> found.result(context)).orElse(""))
            .with("data-settings", json(settings.asMap()));
    Markup play = Markup.of("div").classes("widget-play").with("data-play", "");
    made.ifPresent(found -> play.add(found.html(context)));
    section.add(play);
    if (!widget.presets().isEmpty()) {
      section.add(presets(widget));
    }
    return section.add(places(text("widget." + widget.name() + ".about"), widget.place()));
  }

  private String text(String key) {
    return messages.has(key) ? messages.get(key) : key;
  }

  private Markup section(String id, String name, String title, int level, String result) {
    String titleId = id + "-title";
    return Markup.of("section")
        .classes("widget widget-" + name)
        .with("id", id)
        .with("data-widget", name)
        .with("aria-labelledby", titleId)
        .add(
            Markup.of("h" + level, title).classes("widget-title").with("id", titleId),
            Markup.of("p", result)
                .classes("widget-result")
                .with("data-result", "")
                .with("role", "status")
                .with("aria-live", "polite"));
  }

  private Markup presets(Directive.Widget widget) {
    Markup list = Markup.of("ul").classes("widget-presets needs-script").with("data-presets", "");
    for (Directive.Preset preset : widget.presets()) {
      list.add(
          Markup.of("li")
              .add(
                  Markup.of("button", messages.get("preset.try", preset.label()))
                      .with("type", "button")
                      .with("data-preset", json(preset.settings()))
                      .with("disabled", ""),
                  Markup.of("span", preset.why()).classes("preset-why")));
    }
    return list;
  }

  private static Markup places(String about, Place place) {
    return Markup.group(
        controls(),
        actions(),
        Markup.of("div")
            .classes("widget-about")
            .with("data-about", "")
            .with("hidden", "")
            .add(Markup.group().html(MarkdownHtml.blocks(Fragment.of(place, about)))));
  }

  private static Markup controls() {
    return Markup.of("div").classes("widget-controls").with("data-controls", "");
  }

  private static Markup actions() {
    return Markup.of("div").classes("widget-actions").with("data-actions", "");
  }

  /** A question with its model answer, which opens without any script. */
  Markup question(Directive.Question question, int level) {
    Markup play =
        Markup.of("div")
            .classes("widget-play")
            .with("data-play", "")
            .add(
                block("question-text", question.text()).with("id", question.id() + "-text"),
                Markup.of("div").classes("answer-room").with("data-answer-room", ""));
    if (question.answer().isPresent() || !question.checklist().isEmpty()) {
      Markup model = block("model-answer-text", question.answer());
      if (!question.checklist().isEmpty()) {
        Markup list = Markup.of("ul").classes("checklist").with("data-checklist", "");
        question.checklist().forEach(item -> list.add(inline("li", item)));
        model.add(
            Markup.of("p", messages.get("question.checklist")).classes("checklist-title"), list);
      }
      play.add(
          Markup.of("details")
              .classes("model-answer")
              .with("data-model-answer", "")
              .add(Markup.of("summary", messages.get("question.answer")), model));
    }
    return section(question.id(), "question", messages.get("question.title"), level, "")
        .with("data-question", question.id())
        .with("aria-labelledby", question.id() + "-title " + question.id() + "-text")
        .add(play, controls(), actions());
  }

  /** A guess to make: options to choose from, the answer and why behind a fold. */
  Markup prediction(Directive.Prediction prediction, int level) {
    String id = prediction.id();
    Markup options =
        Markup.of("fieldset")
            .classes("options")
            .with("data-options", "")
            .add(inline("legend", prediction.question()).with("id", id + "-text"));
    for (int i = 0; i < prediction.options().size(); i++) {
      String option = prediction.options().get(i);
      options.add(
          Markup.of("label")
              .classes("option")
              .add(
                  Markup.of("input")
                      .with("type", "radio")
                      .with("name", id)
                      .with("id", id + "-option-" + (i + 1))
                      .with("value", option),
                  Markup.of("span").html(inlineHtml(option, prediction.place()))));
    }
    Markup answer =
        Markup.of("details")
            .classes("model-answer")
            .with("data-model-answer", "")
            .add(
                Markup.of("summary", messages.get("prediction.answer")),
                Markup.of("p")
                    .classes("right-answer")
                    .html(
                        messages.get(
                            "prediction.right",
                            Markup.of("strong")
                                .html(inlineHtml(prediction.answer(), prediction.place())))),
                block("why", prediction.why()));
    return section(id, "prediction", messages.get("prediction.title"), level, "")
        .with("data-prediction", id)
        .with("aria-labelledby", id + "-title " + id + "-text")
        .with("data-answer", prediction.answer())
        .add(
            Markup.of("div").classes("widget-play").with("data-play", "").add(options, answer),
            controls(),
            actions());
  }

  /** Cases to fill in; hints and solution behind folds. */
  Markup exercise(Directive.Exercise exercise, int level) {
    String id = exercise.id();
    Markup cases = Markup.of("ol").classes("cases").with("data-cases", "");
    for (int i = 0; i < exercise.cases().size(); i++) {
      cases.add(exerciseCase(id + "-case-" + (i + 1), exercise.cases().get(i)));
    }
    Markup play =
        Markup.of("div")
            .classes("widget-play")
            .with("data-play", "")
            .add(block("statement", exercise.statement()), cases);
    play.addAll(hints(exercise.hints()));
    Markup solution = block("solution-text", exercise.solution());
    solution.add(solved(exercise.cases()));
    play.add(
        Markup.of("details")
            .classes("model-answer solution")
            .with("data-model-answer", "")
            .add(Markup.of("summary", messages.get("exercise.solution")), solution));
    return section(
            id, "exercise", exercise.title().orElse(messages.get("exercise.title")), level, "")
        .with("data-exercise", id)
        .add(play, controls(), actions());
  }

  private List<Markup> hints(List<Fragment> hints) {
    List<Markup> all = new ArrayList<>();
    for (int i = 0; i < hints.size(); i++) {
      all.add(
          Markup.of("details")
              .classes("hint")
              .with("data-hint", i + 1)
              .add(
                  Markup.of("summary", messages.get("exercise.hint", i + 1, hints.size())),
                  block("hint-text", hints.get(i))));
    }
    return all;
  }

  /** A program to write: its start, the cases of its check; hints and solution behind folds. */
  Markup code(Directive.Code code, int level) {
    String id = code.id();
    Markup starter =
        Markup.of("pre")
            .classes("code-starter")
            .with("data-starter", "")
            .with("tabindex", "0")
            .with("role", "region")
            .with("aria-label", messages.get("code.starter", code.title()))
            .add(python(code.starter()));
    String casesId = id + "-cases";
    Markup cases =
        Markup.of("ol")
            .classes("code-cases")
            .with("data-cases", "")
            .with("aria-labelledby", casesId);
    code.cases().forEach(one -> cases.add(codeCase(one)));
    Markup says = Markup.of("div").with("hidden", "").with("data-mistakes", "");
    for (int i = 0; i < code.mistakes().size(); i++) {
      says.add(
          Markup.of("div")
              .with("data-signature", mistakes.get(id).get(i))
              .html(MarkdownHtml.blocks(code.mistakes().get(i).say())));
    }
    Markup solution =
        Markup.of("details")
            .classes("model-answer solution")
            .with("data-model-answer", "")
            .add(
                Markup.of("summary", messages.get("exercise.solution")),
                Markup.of("pre").with("tabindex", "0").add(python(code.solution())),
                block("solution-text", code.explanation()));
    Markup play =
        Markup.of("div")
            .classes("widget-play")
            .with("data-play", "")
            .add(
                block("statement", code.statement()),
                Markup.of("div").classes("code-cell").with("data-cell", "").add(starter),
                Markup.of("p", messages.get("code.cases"))
                    .classes("code-cases-title")
                    .with("id", casesId),
                cases)
            .addAll(hints(code.hints()))
            .add(says, solution);
    return section(id, "code", code.title(), level, "")
        .with("data-exercise", id)
        .add(play, controls(), actions());
  }

  private static Markup python(Directive.Program program) {
    return Markup.of("code", program.text()).classes("language-python");
  }

  private static Markup codeCase(Directive.CodeCase one) {
    Markup item =
        Markup.of("li")
            .classes("code-case")
            .with("data-case", "")
            .with("data-run", one.run())
            .with("data-expect", one.expect());
    one.before().ifPresent(before -> item.with("data-before", before));
    one.tolerance().ifPresent(tolerance -> item.with("data-tolerance", tolerance));
    one.hint().ifPresent(hint -> item.with("data-hint", hint));
    one.before()
        .ifPresent(
            before -> item.add(Markup.of("code", before.strip()).classes("code-before")).text(" "));
    return item.add(Markup.of("code", one.run()))
        .text(" → ")
        .add(
            Markup.of("code", one.expect()),
            Markup.of("span").classes("case-verdict").with("data-verdict", ""));
  }

  private Markup exerciseCase(String id, Directive.Case one) {
    Markup input;
    if (one.choices().isEmpty()) {
      input = Markup.of("input").with("type", "text").with("autocomplete", "off");
    } else {
      input =
          Markup.of("select")
              .add(Markup.of("option", messages.get("exercise.choose")).with("value", ""));
      one.choices().forEach(choice -> input.add(Markup.of("option", choice).with("value", choice)));
    }
    Markup item =
        Markup.of("li").classes("case").with("data-case", "").with("data-expected", one.expected());
    one.tolerance().ifPresent(tolerance -> item.with("data-tolerance", tolerance));
    one.hint().ifPresent(hint -> item.with("data-hint", hint));
    return item.add(
        Markup.of("label").with("for", id).add(Markup.of("code", one.input())),
        input.with("id", id).with("data-input", ""),
        Markup.of("span").classes("case-verdict").with("data-verdict", ""));
  }

  private static Markup solved(List<Directive.Case> cases) {
    Markup list = Markup.of("ul").classes("solved");
    for (Directive.Case one : cases) {
      list.add(
          Markup.of("li")
              .add(Markup.of("code", one.input()))
              .text(" → ")
              .add(Markup.of("strong", one.expected())));
    }
    return list;
  }

  /** A formula on its own with what its symbols mean. */
  Markup formula(Directive.Formula formula) {
    Markup figure =
        Markup.of("figure")
            .classes("formula")
            .with("id", formula.id())
            .with("data-formula", "")
            .add(
                Markup.of("div")
                    .classes("formula-math scroll")
                    .with("role", "group")
                    .with("tabindex", "0")
                    .with("aria-label", messages.get("formula.label"))
                    .html(MarkdownHtml.formula(formula.tex(), true)));
    if (formula.symbols().isEmpty()) {
      return figure;
    }
    Markup list = Markup.of("dl").classes("symbols");
    for (int i = 0; i < formula.symbols().size(); i++) {
      Directive.Symbol symbol = formula.symbols().get(i);
      list.add(
          Markup.of("div")
              .classes("symbol-row")
              .with("data-symbol", "s" + (i + 1))
              .add(
                  Markup.of("dt")
                      .add(
                          Markup.of("button")
                              .with("type", "button")
                              .classes("symbol")
                              .add(
                                  Markup.of(
                                          "span",
                                          messages.get("formula.symbol", spoken(symbol.tex())))
                                      .classes("visually-hidden"),
                                  Markup.of("span")
                                      .with("aria-hidden", "true")
                                      .html(MarkdownHtml.formula(symbol.tex(), false)))),
                  inline("dd", symbol.meaning())));
    }
    return figure.add(list);
  }

  /** TeX without its signs, for a name that is read aloud: {@code \\tau_i} as «tau i». */
  private static String spoken(String tex) {
    String plain = tex.replaceAll("\\\\(mathrm|mathbf|text|operatorname)\\b", "");
    return plain.replaceAll("[\\\\{}_^$]", " ").strip().replaceAll("\\s+", " ");
  }

  /** A box at the side. */
  Markup note(Directive.Note note) {
    // A region of its own would have to have a name of its own; a note need not.
    return Markup.of("div")
        .classes("note note-" + note.kind())
        .with("role", "note")
        .with("aria-label", messages.get("note." + note.kind()))
        .add(
            Markup.of("p", messages.get("note." + note.kind())).classes("note-title"),
            Markup.of("div").html(MarkdownHtml.blocks(note.body())));
  }

  private static Markup block(String classes, Optional<Fragment> fragment) {
    return Markup.of("div").classes(classes).html(fragment.map(MarkdownHtml::blocks).orElse(""));
  }

  private static Markup block(String classes, Fragment fragment) {
    return block(classes, Optional.of(fragment));
  }

  private static Markup inline(String element, Fragment fragment) {
    return Markup.of(element).html(MarkdownHtml.inline(fragment));
  }

  private static String inlineHtml(String text, Place place) {
    return MarkdownHtml.inline(Fragment.of(place, text));
  }

  private static String json(Map<String, String> values) {
    try {
      return JSON.writeValueAsString(values);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of texts is always JSON", e);
    }
  }
}
