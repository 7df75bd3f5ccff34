package mirador.web.widgets.clip;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import mirador.concepts.colour.ValueRange;
import mirador.concepts.course.Notebook;
import mirador.concepts.course.WidgetSettings;
import mirador.concepts.explain.RetrievalMetricsWords;
import mirador.concepts.retrieval.RetrievalMetrics;
import mirador.concepts.retrieval.SimilarityMatrix;
import mirador.concepts.text.Numbers;
import mirador.web.dom.Dom;
import mirador.web.widget.Widget;
import mirador.web.widget.WidgetFrame;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * A matrix image x text to edit, and how well it serves for searching both ways: ranks, Recall@K
 * and mAP (notebook cells 2.3 and 2.4). Until it is edited it is the page's symbolic matrix.
 */
public final class RetrievalMetricsWidget implements Widget {
  private static final int MAX_SIZE = 6;
  private static final double NEW_RIGHT = 0.5;
  private static final double NEW_WRONG = 0.1;
  private static final double KEY_STEP = 0.05;

  private final HTMLElement editor = Dom.el("div", "matrix-scroll");
  private final HTMLElement ties = Dom.el("p", "careful-note");
  private final List<List<HTMLElement>> inputs = new ArrayList<>();
  private WidgetFrame frame;
  private MetricsTables tables;
  private HTMLElement add;
  private HTMLElement remove;
  private double[][] matrix = new double[0][];

  @Override
  public void build(WidgetFrame frame) {
    this.frame = frame;
    tables = new MetricsTables(frame, 2);
    editor.setAttribute("role", "group");
    editor.setAttribute("tabindex", "0");
    editor.setAttribute("aria-label", frame.say("retrieval-metrics.matrix"));
    HTMLElement hint = Dom.text("p", "widget-hint", frame.say("retrieval-metrics.hint"));
    frame.lay(editor, hint, ties, tables.element());
    add = frame.controls().button(frame.say("retrieval-metrics.add"), this::add);
    remove = frame.controls().button(frame.say("retrieval-metrics.remove"), this::remove);
    frame.follow(Captions.TOPIC);
  }

  @Override
  public void update() {
    double[][] set = frame.settings().matrix("matrix");
    matrix = set.length > 0 ? set : SimilarityMatrix.symbolic(Captions.all()).transposed().values();
    if (inputs.size() != matrix.length) {
      layOut();
    }
    fill();
    Dom.setDisabled(add, matrix.length >= MAX_SIZE);
    Dom.setDisabled(remove, matrix.length <= 1);
    List<String> names = names();
    tables.show(matrix, names);
    Dom.show(ties, RetrievalMetricsWords.hasTies(matrix));
    Dom.setText(ties, frame.say("retrieval-metrics.ties"));
    frame.result(
        RetrievalMetricsWords.result(
            frame.messages(),
            RetrievalMetrics.ranksTextToImage(matrix),
            RetrievalMetrics.ranksImageToText(matrix)));
  }

  /** The notebook's keys for the first pairs, numbers for those added. */
  private List<String> names() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < matrix.length; i++) {
      names.add(i < Notebook.PICTURES.size() ? Notebook.PICTURES.get(i) : Integer.toString(i + 1));
    }
    return names;
  }

  private void layOut() {
    inputs.clear();
    List<String> names = names();
    HTMLElement head =
        Dom.el("tr", "", Dom.text("td", "matrix-corner", frame.say("retrieval-metrics.corner")));
    HTMLElement body = Dom.el("tbody", "");
    for (int i = 0; i < matrix.length; i++) {
      head.appendChild(heading("col", "txt:" + names.get(i)));
      HTMLElement line = Dom.el("tr", "", heading("row", "img:" + names.get(i)));
      List<HTMLElement> lineInputs = new ArrayList<>();
      for (int j = 0; j < matrix.length; j++) {
        HTMLElement input = input(i, j, names);
        lineInputs.add(input);
        line.appendChild(Dom.el("td", i == j ? "matrix-right" : "", input));
      }
      inputs.add(lineInputs);
      body.appendChild(line);
    }
    Dom.replaceChildren(
        editor, Dom.el("table", "matrix metrics-matrix", Dom.el("thead", "", head), body));
  }

  private HTMLElement input(int row, int column, List<String> names) {
    HTMLElement input = Dom.el("input", "");
    input.setAttribute("type", "text");
    input.setAttribute("inputmode", "decimal");
    input.setAttribute("autocomplete", "off");
    String label = frame.say("retrieval-metrics.cell", names.get(row), names.get(column));
    input.setAttribute(
        "aria-label", row == column ? label + " " + frame.say("retrieval-metrics.pair") : label);
    Dom.on(input, "input", () -> read(row, column, Dom.value(input)));
    Dom.on(input, "keydown", event -> step(event, row, column));
    Dom.on(
        input,
        "blur",
        () -> {
          frame.error("");
          Dom.setValue(input, WidgetSettings.written(matrix[row][column]));
        });
    return input;
  }

  private void read(int row, int column, String typed) {
    OptionalDouble value = Numbers.parse(typed);
    if (value.isEmpty() || Math.abs(value.getAsDouble()) > 1) {
      frame.error(frame.say("retrieval-metrics.refused", typed, matrix[row][column]));
      return;
    }
    frame.error("");
    double[][] changed = copy(matrix.length);
    changed[row][column] = value.getAsDouble();
    frame.set("matrix", WidgetSettings.written(changed));
  }

  /** The arrow keys raise and lower a value, as in a number field. */
  private void step(Event event, int row, int column) {
    String key = Dom.key(event);
    if (key.equals("ArrowUp") || key.equals("ArrowDown")) {
      event.preventDefault();
      double value = matrix[row][column] + (key.equals("ArrowUp") ? KEY_STEP : -KEY_STEP);
      String text = WidgetSettings.written(Math.max(-1, Math.min(1, value)));
      Dom.setValue(inputs.get(row).get(column), text);
      read(row, column, text);
    }
  }

  private void add() {
    double[][] larger = copy(matrix.length + 1);
    for (int i = 0; i < larger.length; i++) {
      larger[i][larger.length - 1] = NEW_WRONG;
      larger[larger.length - 1][i] = NEW_WRONG;
    }
    larger[larger.length - 1][larger.length - 1] = NEW_RIGHT;
    frame.set("matrix", WidgetSettings.written(larger));
  }

  private void remove() {
    frame.set("matrix", WidgetSettings.written(copy(matrix.length - 1)));
  }

  private double[][] copy(int size) {
    double[][] copy = new double[size][size];
    int kept = Math.min(size, matrix.length);
    for (int i = 0; i < kept; i++) {
      System.arraycopy(matrix[i], 0, copy[i], 0, kept);
    }
    return copy;
  }

  private void fill() {
    ValueRange all = ValueRange.of(matrix);
    ValueRange range = ValueRange.UNIT.with(all.low());
    HTMLElement active = HTMLDocument.current().getActiveElement();
    for (int i = 0; i < inputs.size(); i++) {
      for (int j = 0; j < inputs.size(); j++) {
        HTMLElement input = inputs.get(i).get(j);
        // What is being typed stays as typed: «0.» must not become «0.00» under the cursor.
        if (input != active) {
          Dom.setValue(input, WidgetSettings.written(matrix[i][j]));
        }
        input.getStyle().setProperty("background-color", range.colour(matrix[i][j]).hex());
        input.getStyle().setProperty("color", range.colour(matrix[i][j]).readable().hex());
      }
    }
  }

  private static HTMLElement heading(String scope, String text) {
    HTMLElement heading = Dom.text("th", "", text);
    heading.setAttribute("scope", scope);
    return heading;
  }
}
