package mirador.web.widgets.code;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.colour.ValueRange;
import mirador.web.dom.Dom;
import mirador.web.dom.Json;
import mirador.web.widgets.HeatMap;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.core.JSNumber;
import org.teavm.jso.core.JSString;
import org.teavm.jso.dom.html.HTMLElement;

/** A table that a program has drawn with {@code mostrar}. */
final class Drawing {
  private static final int DIGITS = 2;

  private Drawing() {}

  static HTMLElement of(String json, String label) {
    WireTable table = (WireTable) Json.parse(json);
    String title = table.getTitle();
    HeatMap map = new HeatMap(title.isEmpty() ? label : title, DIGITS);
    map.head(headings(table.getRows()), headings(table.getColumns()));
    double[][] values = new double[table.getValues().getLength()][];
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < values.length; i++) {
      JSArrayReader<JSNumber> row = table.getValues().get(i);
      values[i] = new double[row.getLength()];
      for (int j = 0; j < values[i].length; j++) {
        values[i][j] = row.get(j) == null ? Double.NaN : row.get(j).doubleValue();
        low = Math.min(low, Double.isNaN(values[i][j]) ? low : values[i][j]);
        high = Math.max(high, Double.isNaN(values[i][j]) ? high : values[i][j]);
      }
    }
    boolean known = low <= high;
    map.show(values, new ValueRange(known ? low : 0, known && high > low ? high : low + 1));
    return title.isEmpty()
        ? map.element()
        : Dom.el("figure", "", Dom.text("figcaption", "", title), map.element());
  }

  private static List<HTMLElement> headings(JSArrayReader<JSString> names) {
    List<HTMLElement> headings = new ArrayList<>();
    for (int i = 0; i < names.getLength(); i++) {
      headings.add(Dom.text("span", "", names.get(i).stringValue()));
    }
    return headings;
  }

  private interface WireTable extends JSObject {
    @JSProperty
    String getTitle();

    @JSProperty
    JSArrayReader<JSString> getRows();

    @JSProperty
    JSArrayReader<JSString> getColumns();

    @JSProperty
    JSArrayReader<JSArrayReader<JSNumber>> getValues();
  }
}
