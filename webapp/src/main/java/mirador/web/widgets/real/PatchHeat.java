package mirador.web.widgets.real;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.colour.ValueRange;
import mirador.web.dom.Dom;
import mirador.web.widget.WidgetFrame;
import mirador.web.widgets.HeatMap;
import org.teavm.jso.dom.html.HTMLElement;

/** One number for each patch, in the places of the patches. */
final class PatchHeat {
  private static final int DIGITS = 2;

  private final HeatMap heat;
  private int side;

  PatchHeat(WidgetFrame frame, String label) {
    heat = new HeatMap(label, DIGITS).corner(frame.say("clip-steps.corner"));
  }

  HTMLElement element() {
    return heat.element();
  }

  /**
   * Shows the numbers and points at one of them.
   *
   * @param values (tokens), [CLS] first, which is left out
   */
  void show(double[] values, int columns, int patch) {
    if (columns != side) {
      side = columns;
      heat.head(numbers(), numbers());
    }
    double[][] cells = new double[side][side];
    for (int i = 0; i < side; i++) {
      System.arraycopy(values, 1 + i * side, cells[i], 0, side);
    }
    heat.show(cells, ValueRange.of(cells));
    heat.point(patch / side, patch % side);
  }

  private List<HTMLElement> numbers() {
    List<HTMLElement> numbers = new ArrayList<>();
    for (int i = 0; i < side; i++) {
      numbers.add(Dom.text("span", "", String.valueOf(i)));
    }
    return numbers;
  }
}
