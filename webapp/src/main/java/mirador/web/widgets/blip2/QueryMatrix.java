package mirador.web.widgets.blip2;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.blip2.QueryView;
import mirador.concepts.blip2.VisualQueries;
import mirador.concepts.colour.ValueRange;
import mirador.concepts.explain.Blip2QueriesWords;
import mirador.web.dom.Dom;
import mirador.web.page.Turns;
import mirador.web.widget.WidgetFrame;
import mirador.web.widgets.HeatMap;
import org.teavm.jso.dom.html.HTMLElement;

/** How alike the queries are, or how much each takes from the others: a square of numbers. */
final class QueryMatrix {
  private static final int DIGITS = 2;

  private final WidgetFrame frame;
  private final HeatMap heat;
  private final HTMLElement told = Dom.el("p", "cell-explained");
  private final HTMLElement element;
  private int size;
  private String kind = "";
  private double[][] values = new double[0][];

  QueryMatrix(WidgetFrame frame) {
    this.frame = frame;
    heat =
        new HeatMap(frame.say("blip2-queries.matrix.label"), DIGITS)
            .corner(frame.say("blip2-queries.matrix.corner"))
            .onPoint(this::tell);
    told.setAttribute("aria-live", "polite");
    element = Dom.el("div", "query-matrix", heat.element(), told);
  }

  HTMLElement element() {
    return element;
  }

  /** Shows the queries of a picture. */
  void show(VisualQueries queries, QueryView view, String matrix) {
    kind = matrix;
    values = matrix.equals("cosine") ? QueryView.cosines(queries) : view.others(queries);
    double[][] now = values;
    // A thousand cells take a turn of their own.
    Turns.add(
        () -> {
          if (now == values) {
            draw(view);
          }
        });
  }

  private void draw(QueryView view) {
    if (values.length != size) {
      size = values.length;
      heat.head(names(), names());
    }
    heat.show(values, ValueRange.of(values));
    heat.point(view.query() - 1, Math.max(0, heat.pointedColumn()));
  }

  private List<HTMLElement> names() {
    List<HTMLElement> names = new ArrayList<>();
    for (int query = 1; query <= size; query++) {
      names.add(Dom.text("span", "", String.valueOf(query)));
    }
    return names;
  }

  private void tell(int row, int column) {
    Dom.setText(
        told,
        Blip2QueriesWords.cell(frame.messages(), kind, row + 1, column + 1, values[row][column]));
  }
}
