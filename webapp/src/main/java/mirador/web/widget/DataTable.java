package mirador.web.widget;

import java.util.ArrayList;
import java.util.List;
import mirador.web.course.CourseData;
import mirador.web.dom.Dom;
import org.teavm.jso.dom.html.HTMLElement;

/** A plain table that says the same as a canvas or diagram: header cells, then rows of texts. */
public final class DataTable {
  /** More rows than this are counted, not shown: thousands of cells would block the page. */
  public static final int MOST_ROWS = 400;

  private final String caption;
  private final List<String> header;
  private final List<List<String>> rows = new ArrayList<>();
  private int total;

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

  /** Says that there are this many rows in all, when only the first were worth making. */
  public DataTable of(int total) {
    this.total = total;
    return this;
  }

  /** The table as it stands now. */
  public HTMLElement element() {
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
    for (List<String> row : rows.subList(0, Math.min(MOST_ROWS, rows.size()))) {
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
    int hidden = Math.max(total, rows.size()) - Math.min(MOST_ROWS, rows.size());
    if (hidden > 0) {
      HTMLElement more = Dom.text("td", "", CourseData.messages().get("frame.table.more", hidden));
      more.setAttribute("colspan", Integer.toString(header.size()));
      table.appendChild(Dom.el("tfoot", "", Dom.el("tr", "", more)));
    }
    return table;
  }
}
