package mirador.web.widgets.real;

import mirador.concepts.explain.TokenNames;
import mirador.concepts.text.Numbers;
import mirador.web.widget.DataTable;
import mirador.web.widget.WidgetFrame;

/** How much is taken from each token of a picture, [CLS] and the patches, as a table. */
public final class WeightTable {
  private WeightTable() {}

  /** Before there are weights. */
  public static DataTable empty(WidgetFrame frame, String title) {
    return new DataTable(title, "Token", frame.say("clip-attention.table.weight"));
  }

  /**
   * Of some weights.
   *
   * @param from who takes
   * @param place in which layer and head
   * @param columns patches in a row of the picture
   * @param weights (1 + patches), in parts of 1
   */
  public static DataTable of(
      WidgetFrame frame, String from, String place, int columns, double[] weights) {
    DataTable table =
        new DataTable(
            frame.say("clip-attention.table", from, place),
            "Token",
            frame.say("patch-grid.table.row"),
            frame.say("patch-grid.table.column"),
            frame.say("clip-attention.table.weight"));
    for (int i = 0; i < weights.length; i++) {
      boolean patch = i > 0;
      table.row(
          TokenNames.of(i),
          patch ? Numbers.integer((i - 1) / columns) : "",
          patch ? Numbers.integer((i - 1) % columns) : "",
          Numbers.fixed(100 * weights[i], 2));
    }
    return table;
  }
}
