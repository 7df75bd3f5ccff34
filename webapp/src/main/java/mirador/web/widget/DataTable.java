package mirador.web.widget;

import java.util.ArrayList;
import java.util.List;
import mirador.web.dom.Dom;
import org.teavm.jso.dom.html.HTMLElement;

/** A plain table that says the same as a canvas or diagram: header cells, then rows of texts. */
public final class DataTable {
  private final String caption;
  private final List<String> header;
  private final List<List<String>> rows = new ArrayList<>();

  public DataTable(String caption, String... header) {
    this.caption = caption;
    this.header = List.of(header);
  }

  public DataTable(String caption, List<String> header) {
    this.caption = caption;
    this.header = List.copyOf(header);
  }

  /** Adds a row; its first cell heads it. */
  public DataTable row(String... cells) {
    rows.add(List.of(cells));
    return this;
  }

  public DataTable row(List<String> cells) {
    rows.add(List.copyOf(cells));
    return this;
  }

  HTMLElement element() {
    HTMLElement table = Dom.el("table", "data-table");
    table.appendChild(Dom.text("caption", "", caption));
    HTMLElement headRow = Dom.el("tr", "");
    for (String title : header) {
      HTMLElement cell = Dom.text("th", "", title);
      cell.setAttribute("scope", "col");
      headRow.appendChild(cell);
    }
    table.appendChild(Dom.el("thead", "", headRow));
    HTMLElement body = Dom.el("tbody", "");
    for (List<String> row : rows) {
      HTMLElement line = Dom.el("tr", "");
      for (int i = 0; i < row.size(); i++) {
        HTMLElement cell = Dom.text(i == 0 ? "th" : "td", "", row.get(i));
        if (i == 0) {
          cell.setAttribute("scope", "row");
        }
        line.appendChild(cell);
      }
      body.appendChild(line);
    }
    table.appendChild(body);
    return table;
  }
}
