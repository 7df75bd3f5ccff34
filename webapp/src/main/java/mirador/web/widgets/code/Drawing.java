package mirador.web.widgets.code;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.colour.ValueRange;
import mirador.concepts.text.Messages;
import mirador.web.course.CourseData;
import mirador.web.course.PictureShelf;
import mirador.web.dom.Dom;
import mirador.web.dom.Json;
import mirador.web.widgets.HeatMap;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.core.JSNumber;
import org.teavm.jso.core.JSString;
import org.teavm.jso.dom.html.HTMLCanvasElement;
import org.teavm.jso.dom.html.HTMLElement;

/** A table or a picture that a program has drawn with {@code mostrar}. */
final class Drawing {
  private static final int DIGITS = 2;

  private Drawing() {}

  static HTMLElement of(String json, String label) {
    WireTable table = (WireTable) Json.parse(json);
    String title = table.getTitle();
    if (!table.getPicture().isEmpty()) {
      return picture(table.getPicture(), table.getPatch(), title);
    }
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

  /** A picture of the page, with the grid that cuts it into patches; patch is 0 for none. */
  private static HTMLElement picture(String id, int patch, String title) {
    HTMLElement canvas = Dom.el("canvas", "code-picture");
    canvas.setAttribute("role", "img");
    HTMLElement caption = Dom.text("figcaption", "", title);
    HTMLElement figure = Dom.el("figure", "", canvas, caption);
    PictureShelf.shared()
        .load(
            id,
            picture -> {
              int height = picture.height();
              int width = picture.width();
              int rows = patch == 0 ? 0 : height / patch;
              int columns = patch == 0 ? 0 : width / patch;
              Messages messages = CourseData.messages();
              String grid =
                  patch == 0
                      ? picture.name()
                      : messages.get(
                          "patch-grid.result", width, height, patch, columns, rows, rows * columns);
              canvas.setAttribute("aria-label", picture.name() + ". " + grid);
              Dom.setText(caption, title.isEmpty() ? grid : title + ". " + grid);
              draw(canvas, picture.canvas(), patch, rows, columns);
            },
            problem -> Dom.setText(caption, problem));
    return figure;
  }

  // The rest that no patch takes lies under a veil, as in the grid of lesson 1.
  @JSBody(
      params = {"canvas", "picture", "patch", "rows", "columns"},
      script =
          "var width = picture.width; var height = picture.height;"
              + "canvas.width = width; canvas.height = height;"
              + "var graphics = canvas.getContext('2d'); graphics.drawImage(picture, 0, 0);"
              + "if (!patch) return; graphics.fillStyle = 'rgba(128,128,128,0.75)';"
              + "graphics.fillRect(columns * patch, 0, width, height);"
              + "graphics.fillRect(0, rows * patch, columns * patch, height);"
              + "graphics.lineWidth = Math.max(1, width / 500);"
              + "['#ffffff', '#000000'].forEach(function(colour, twice) {"
              + " graphics.strokeStyle = colour; graphics.setLineDash(twice ? [4, 4] : []);"
              + " graphics.beginPath();"
              + " for (var column = 0; column <= columns; column++) {"
              + "  graphics.moveTo(column * patch, 0);"
              + "  graphics.lineTo(column * patch, rows * patch); }"
              + " for (var row = 0; row <= rows; row++) {"
              + "  graphics.moveTo(0, row * patch);"
              + "  graphics.lineTo(columns * patch, row * patch); }"
              + " graphics.stroke(); });")
  private static native void draw(
      HTMLElement canvas, HTMLCanvasElement picture, int patch, int rows, int columns);

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

    /** The id of a picture; empty when it is a table. */
    @JSProperty
    String getPicture();

    @JSProperty
    int getPatch();

    @JSProperty
    JSArrayReader<JSString> getRows();

    @JSProperty
    JSArrayReader<JSString> getColumns();

    @JSProperty
    JSArrayReader<JSArrayReader<JSNumber>> getValues();
  }
}
