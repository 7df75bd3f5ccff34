package mirador.web.widgets.training;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import mirador.concepts.colour.ValueRange;
import mirador.concepts.explain.ContrastiveTrainingWords;
import mirador.concepts.text.Words;
import mirador.web.dom.Dom;
import mirador.web.widget.WidgetFrame;
import mirador.web.widgets.HeatMap;
import org.teavm.jso.dom.html.HTMLElement;

/** The cosines of all texts with all pictures while they sharpen, and what a cell means. */
final class TrainingMatrix {
  private static final ValueRange COSINES = new ValueRange(-1, 1);
  private static final int SHOWN_LENGTH = 44;

  private final WidgetFrame frame;
  private final HeatMap heat;
  private final HTMLElement told = Dom.el("p", "cell-explained");
  private final HTMLElement element;
  private List<String> captions = List.of();
  private double[][] cosines = new double[0][];
  private double temperature = 1;

  TrainingMatrix(WidgetFrame frame) {
    this.frame = frame;
    heat =
        new HeatMap(frame.say("contrastive-training.matrix"), 2)
            .corner(frame.say("contrastive-training.corner"))
            .markDiagonal()
            .onPoint((row, column) -> explain());
    element =
        Dom.el(
            "div",
            "training-matrix",
            Dom.text("p", "matrix-title", frame.say("contrastive-training.matrix")),
            heat.element(),
            told);
  }

  HTMLElement element() {
    return element;
  }

  /** Whether what is told of the pointed cell is read aloud when it changes. */
  void speak(boolean aloud) {
    told.setAttribute("aria-live", aloud ? "polite" : "off");
  }

  /** Lays out the cells of these pairs. */
  void head(List<ShownPair> pairs, IntPredicate unseen) {
    List<HTMLElement> rows = new ArrayList<>();
    List<HTMLElement> columns = new ArrayList<>();
    captions = pairs.stream().map(ShownPair::caption).toList();
    cosines = new double[0][];
    for (int i = 0; i < pairs.size(); i++) {
      ShownPair pair = pairs.get(i);
      String caption = Words.shorten(pair.caption(), SHOWN_LENGTH);
      HTMLElement text = Dom.text("span", "text-token matrix-caption", caption);
      text.setAttribute("lang", pair.language());
      HTMLElement name = Dom.text("span", "visually-hidden", caption);
      name.setAttribute("lang", pair.language());
      HTMLElement row = Dom.el("span", "training-head", text);
      HTMLElement column = Dom.el("span", "training-head", pair.thumbnail(), name);
      if (unseen.test(i)) {
        row.appendChild(mark("training-unseen"));
        column.appendChild(mark("visually-hidden"));
        Dom.toggleClass(column, "training-dashed", true);
      }
      rows.add(row);
      columns.add(column);
    }
    heat.head(rows, columns);
  }

  private HTMLElement mark(String className) {
    return Dom.text("span", className, frame.say("contrastive-training.pair.unseen"));
  }

  /**
   * Shows how it stands.
   *
   * @param cosines (texts, pictures)
   */
  void show(double[][] cosines, double temperature) {
    this.cosines = cosines;
    this.temperature = temperature;
    heat.show(cosines, COSINES);
    if (heat.pointedRow() < 0) {
      heat.point(0, 0);
    } else {
      explain();
    }
  }

  private void explain() {
    if (cosines.length > 0) {
      Dom.setText(
          told,
          ContrastiveTrainingWords.cell(
              frame.messages(),
              captions,
              cosines,
              temperature,
              heat.pointedRow(),
              heat.pointedColumn()));
    }
  }
}
