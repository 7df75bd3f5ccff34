package mirador.web.widgets.clip;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mirador.concepts.colour.ValueRange;
import mirador.concepts.course.Notebook;
import mirador.concepts.explain.AmbiguityExperimentWords;
import mirador.concepts.explain.AmbiguityExperimentWords.Fate;
import mirador.concepts.retrieval.SimilarityMatrix;
import mirador.concepts.text.Numbers;
import mirador.web.course.PictureShelf;
import mirador.web.dom.Dom;
import mirador.web.widget.DataTable;
import mirador.web.widget.Widget;
import mirador.web.widget.WidgetFrame;
import mirador.web.widgets.HeatMap;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * What nearly alike captions do to retrieval: a guess first, then the matrix of the page's captions
 * beside that of the ambiguous ones (notebook cell 2.5).
 */
public final class AmbiguityExperimentWidget implements Widget {
  private static final List<String> GUESSES = List.of("none", "cat", "puppy", "both");

  private final Map<String, HTMLElement> radios = new LinkedHashMap<>();
  private final HTMLElement verdict = Dom.el("p", "");
  private final HTMLElement hidden = Dom.el("p", "ambiguity-hidden");
  private final HTMLElement margins = Dom.el("div", "matrix-scroll");
  private WidgetFrame frame;
  private OwnPicturesNote own;
  private HTMLElement check;
  private HeatMap heatBefore;
  private HeatMap heatAfter;
  private MatrixHeads headsBefore;
  private MatrixHeads headsAfter;
  private SimilarityMatrix before;
  private SimilarityMatrix after;

  @Override
  public void build(WidgetFrame frame) {
    this.frame = frame;
    own = new OwnPicturesNote(frame);
    headsBefore = new MatrixHeads(frame);
    headsAfter = new MatrixHeads(frame);
    heatBefore = heat("before", headsBefore);
    heatAfter = heat("after", headsAfter);
    Dom.setText(hidden, frame.say("ambiguity-experiment.hidden"));
    verdict.setAttribute("role", "status");
    HTMLElement pair =
        Dom.el(
            "div",
            "matrix-pair",
            side("before", heatBefore.element()),
            side("after", hidden, heatAfter.element()));
    frame.lay(guesses(), verdict, pair, margins, own.element());
    frame.controls().text("cat", frame.say("ambiguity-experiment.cat"));
    frame.controls().text("puppy", frame.say("ambiguity-experiment.puppy"));
    frame.table(this::table);
    frame.follow(Captions.TOPIC);
    frame.follow(key());
  }

  @Override
  public void update() {
    Map<String, String> page = Captions.all();
    Map<String, String> ambiguous = new LinkedHashMap<>(page);
    ambiguous.put("cat", frame.settings().text("cat"));
    ambiguous.put("puppy", frame.settings().text("puppy"));
    before = SimilarityMatrix.symbolic(page);
    after = SimilarityMatrix.symbolic(ambiguous);
    headsBefore.update(page);
    headsAfter.update(ambiguous);
    heatBefore.show(before.values(), ValueRange.UNIT);
    heatAfter.show(after.values(), ValueRange.UNIT);
    String guess = frame.state().get(key(), "");
    boolean guessed = radios.containsKey(guess);
    Dom.show(hidden, !guessed);
    Dom.show(heatAfter.element(), guessed);
    Dom.show(margins, guessed);
    Dom.show(verdict, guessed);
    if (guessed) {
      Dom.setChecked(radios.get(guess), true);
      judge(guess);
      showMargins();
    }
    own.update();
    frame.result(
        guessed
            ? AmbiguityExperimentWords.result(
                frame.messages(), before, after, PictureShelf.shared()::name)
            : frame.say("ambiguity-experiment.guess-first"));
  }

  @Override
  public void reset() {
    for (HTMLElement radio : radios.values()) {
      Dom.setChecked(radio, false);
    }
    Dom.setDisabled(check, true);
    frame.state().remove(key());
  }

  private String key() {
    return "prediction." + frame.id();
  }

  private HeatMap heat(String when, MatrixHeads heads) {
    HeatMap heat =
        new HeatMap(frame.say("ambiguity-experiment." + when), 2)
            .corner(frame.say("similarity-matrix.corner"))
            .markDiagonal();
    heat.head(heads.rows(), heads.columns());
    return heat;
  }

  private HTMLElement side(String when, HTMLElement... content) {
    HTMLElement title = Dom.text("p", "matrix-title", frame.say("ambiguity-experiment." + when));
    HTMLElement side = Dom.el("div", "matrix-side", title);
    for (HTMLElement part : content) {
      side.appendChild(part);
    }
    return side;
  }

  private HTMLElement guesses() {
    HTMLElement group =
        Dom.el(
            "fieldset",
            "options",
            Dom.text("legend", "", frame.say("ambiguity-experiment.question")));
    check = Dom.button(frame.say("ambiguity-experiment.check"), "primary", this::check);
    Dom.setDisabled(check, true);
    for (String guess : GUESSES) {
      HTMLElement radio = Dom.el("input", "");
      radio.setAttribute("type", "radio");
      radio.setAttribute("name", frame.id() + "-guess");
      Dom.on(radio, "change", () -> Dom.setDisabled(check, false));
      radios.put(guess, radio);
      String words = frame.say("ambiguity-experiment.guess." + guess);
      group.appendChild(Dom.el("label", "option", radio, Dom.text("span", "", words)));
    }
    group.appendChild(check);
    return group;
  }

  private void check() {
    for (Map.Entry<String, HTMLElement> radio : radios.entrySet()) {
      if (Dom.checked(radio.getValue())) {
        frame.state().put(key(), radio.getKey());
      }
    }
  }

  private void judge(String guess) {
    boolean catLost = lost("cat");
    boolean puppyLost = lost("puppy");
    String truth = catLost ? (puppyLost ? "both" : "cat") : (puppyLost ? "puppy" : "none");
    boolean right = guess.equals(truth);
    verdict.setClassName(right ? "verdict-right" : "verdict-wrong");
    Dom.setText(
        verdict,
        frame.say(
            "ambiguity-experiment." + (right ? "hit" : "miss"),
            frame.say("ambiguity-experiment.truth." + truth)));
  }

  private boolean lost(String id) {
    return AmbiguityExperimentWords.fate(after, after.rows().indexOf(id)) != Fate.RIGHT;
  }

  private void showMargins() {
    DataTable table =
        new DataTable(
            frame.say("ambiguity-experiment.margins"),
            frame.say("ambiguity-experiment.margins.text"),
            frame.say("ambiguity-experiment.margins.before"),
            frame.say("ambiguity-experiment.margins.after"));
    for (int i = 0; i < Notebook.PICTURES.size(); i++) {
      table.row(
          PictureShelf.shared().name(after.rows().get(i)),
          AmbiguityExperimentWords.margin(frame.messages(), before, i),
          AmbiguityExperimentWords.margin(frame.messages(), after, i));
    }
    Dom.replaceChildren(margins, table.element());
  }

  private DataTable table() {
    List<String> header = new ArrayList<>();
    header.add(frame.say("ambiguity-experiment.cell"));
    header.add(frame.say("ambiguity-experiment.margins.before"));
    header.add(frame.say("ambiguity-experiment.margins.after"));
    header.add(frame.say("ambiguity-experiment.difference"));
    DataTable table = new DataTable(frame.say("ambiguity-experiment.table"), header);
    boolean guessed = radios.containsKey(frame.state().get(key(), ""));
    for (int i = 0; i < before.rows().size(); i++) {
      for (int j = 0; j < before.columns().size(); j++) {
        double was = before.values()[i][j];
        double is = after.values()[i][j];
        table.row(
            frame.say(
                "ambiguity-experiment.pair",
                PictureShelf.shared().name(before.rows().get(i)),
                PictureShelf.shared().name(before.columns().get(j))),
            Numbers.fixed(was, 2),
            guessed ? Numbers.fixed(is, 2) : "?",
            guessed ? Numbers.signed(is - was, 2) : "?");
      }
    }
    return table;
  }
}
