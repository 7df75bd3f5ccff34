package mirador.web.widgets.blip2;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.blip2.Blip2Config;
import mirador.concepts.blip2.Dialogue;
import mirador.concepts.blip2.StageShapes;
import mirador.concepts.course.Notebook;
import mirador.concepts.explain.Blip2StagesWords;
import mirador.concepts.explain.WrittenWords;
import mirador.concepts.generation.GenerationSettings;
import mirador.web.course.CoursePicture;
import mirador.web.dom.Dom;
import mirador.web.model.Stage;
import mirador.web.model.StageReport;
import mirador.web.widget.DataTable;
import mirador.web.widget.Widget;
import mirador.web.widget.WidgetFrame;
import mirador.web.widgets.ShownPicture;
import org.teavm.jso.dom.html.HTMLElement;

/** One question on its way through the four stages of BLIP-2 (notebook cell 3.2). */
public final class Blip2StagesWidget implements Widget {
  private static final List<Stage> STAGES = List.of(Stage.values());

  private final List<Step> steps = new ArrayList<>();
  private WidgetFrame frame;
  private Blip2Part blip2;
  private WrittenText text;
  private HTMLElement ask;
  private HTMLElement answer;
  private HTMLElement note;
  private CoursePicture shown;
  private String asked = "";

  /** One stage as it is shown. */
  private record Step(
      HTMLElement item,
      HTMLElement about,
      HTMLElement in,
      HTMLElement out,
      HTMLElement time,
      HTMLElement fill,
      HTMLElement tensors) {}

  @Override
  public void build(WidgetFrame frame) {
    this.frame = frame;
    blip2 = new Blip2Part(frame);
    text = new WrittenText(frame, () -> {});
    ask = Dom.button(frame.say("blip2-stages.ask"), "primary", this::ask);
    HTMLElement list = Dom.el("ol", "stages");
    for (int stage = 1; stage <= Blip2StagesWords.STAGES; stage++) {
      list.appendChild(add(stage));
    }
    answer = Dom.el("div", "", text.element());
    note = Dom.text("p", "widget-hint", frame.say("blip2-stages.some", StageShapes.SOME));
    frame.lay(
        blip2.model().bar(),
        blip2.model().baked(),
        ask,
        blip2.model().status(),
        blip2.model().mark(),
        list,
        note,
        answer);
    frame.controls().picture("image");
    HTMLElement question = frame.controls().text("question", frame.say("blip2-chat.question"));
    Dom.find(question, "input").setAttribute("lang", "en");
    frame.table(this::table);
  }

  private HTMLElement add(int stage) {
    HTMLElement about = Dom.el("p", "stage-about");
    HTMLElement in = Dom.el("span", "stage-shape stage-in-" + stage);
    HTMLElement out = Dom.el("span", "stage-shape stage-out-" + stage);
    HTMLElement arrow = Dom.text("span", "stage-arrow", "→");
    arrow.setAttribute("aria-hidden", "true");
    HTMLElement time = Dom.el("span", "bar-value");
    HTMLElement fill = Dom.el("span", "bar-fill");
    HTMLElement bar = Dom.el("p", "bar bar-score stage-time", fill, time);
    HTMLElement tensors = Dom.el("p", "stage-tensors");
    HTMLElement item =
        Dom.el(
            "li",
            "stage stage-" + stage,
            Dom.text("p", "stage-name", Blip2StagesWords.name(frame.messages(), stage)),
            about,
            Dom.el("p", "stage-shapes", in, arrow, out),
            bar,
            tensors);
    steps.add(new Step(item, about, in, out, time, fill, tensors));
    return item;
  }

  private void ask() {
    String question = frame.settings().text("question").strip();
    if (question.isEmpty()) {
      frame.error(frame.say("vqa-chat.empty"));
      return;
    }
    frame.error("");
    asked = question;
    blip2
        .writing()
        .start(
            shown, Dialogue.EMPTY.ask(question), GenerationSettings.greedy(Notebook.ANSWER_TOKENS));
  }

  @Override
  public void update() {
    ShownPicture.load(frame, frame.settings().picture("image"), this::shown);
  }

  private void shown(CoursePicture now) {
    Writing writing = blip2.writing();
    shown = now;
    boolean other = !writing.isOf(now) || !asked.equals(frame.settings().text("question").strip());
    if (writing.state() != Writing.State.NONE && other) {
      writing.forget();
    }
    blip2.begin();
    if (blip2.beginsWith(now)) {
      ask();
    }
    blip2.update(ask);
    text.show(writing.tokens());
    Dom.show(answer, !writing.tokens().isEmpty());
    draw();
    frame.result(result());
  }

  private String result() {
    Writing writing = blip2.writing();
    if (!blip2.isReady()) {
      return Blip2StagesWords.pending(
          frame.messages(), blip2.config(), shown.name(), frame.settings().text("question"));
    }
    return switch (writing.state()) {
      case WORKING -> Blip2StagesWords.running(frame.messages());
      case DONE ->
          Blip2StagesWords.result(
              frame.messages(), asked, writing.text(), seconds(), writing.tokens().size());
      case STOPPED -> Blip2StagesWords.stopped(frame.messages());
      case NONE, FAILED -> Blip2StagesWords.ready(frame.messages(), shown.name());
    };
  }

  private List<Double> seconds() {
    List<Double> seconds = new ArrayList<>(List.of(0.0, 0.0, 0.0, 0.0));
    for (StageReport report : blip2.writing().stages()) {
      seconds.set(STAGES.indexOf(report.stage()), report.seconds());
    }
    return seconds;
  }

  private void draw() {
    Blip2Config config = blip2.config();
    List<StageReport> reports = blip2.writing().stages();
    int tokens = promptTokens(reports, config);
    Dom.show(note, tokens == 0);
    List<StageShapes> shapes = StageShapes.of(config, tokens);
    double longest = 0;
    for (StageReport report : reports) {
      longest = Math.max(longest, report.seconds());
    }
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      Dom.setText(step.about(), Blip2StagesWords.about(frame.messages(), i + 1, config));
      Dom.setText(step.in(), shapes.get(i).in());
      Dom.setText(step.out(), shapes.get(i).out());
      StageReport report = of(reports, STAGES.get(i));
      Dom.show(Dom.find(step.item(), ".stage-time"), report != null);
      Dom.show(step.tensors(), report != null);
      boolean now = blip2.writing().isWorking() && reports.size() == i;
      Dom.toggleClass(step.item(), "stage-now", now);
      if (report != null) {
        Dom.setText(step.time(), WrittenWords.seconds(frame.messages(), report.seconds()));
        step.fill()
            .getStyle()
            .setProperty("width", 100 * (longest > 0 ? report.seconds() / longest : 0) + "%");
        Dom.setText(step.tensors(), String.join(" · ", report.shapes()));
      }
    }
  }

  private static StageReport of(List<StageReport> reports, Stage stage) {
    for (StageReport report : reports) {
      if (report.stage() == stage) {
        return report;
      }
    }
    return null;
  }

  private static int promptTokens(List<StageReport> reports, Blip2Config config) {
    StageReport reading = of(reports, Stage.PREFILL);
    return reading == null ? 0 : Blip2StagesWords.promptTokens(reading.shapes().get(0), config);
  }

  @Override
  public void reset() {
    blip2.writing().forget();
  }

  private DataTable table() {
    DataTable table =
        new DataTable(
            frame.say("blip2-stages.table"),
            frame.say("blip2-stages.column.stage"),
            frame.say("blip2-stages.column.in"),
            frame.say("blip2-stages.column.out"),
            frame.say("blip2-stages.column.time"));
    List<StageReport> reports = blip2.writing().stages();
    Blip2Config config = blip2.config();
    List<StageShapes> shapes = StageShapes.of(config, promptTokens(reports, config));
    for (int i = 0; i < shapes.size(); i++) {
      StageReport report = of(reports, STAGES.get(i));
      table.row(
          Blip2StagesWords.name(frame.messages(), i + 1),
          shapes.get(i).in(),
          shapes.get(i).out(),
          report == null ? "" : WrittenWords.seconds(frame.messages(), report.seconds()));
    }
    return table;
  }
}
