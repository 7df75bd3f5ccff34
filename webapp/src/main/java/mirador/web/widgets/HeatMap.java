package mirador.web.widgets;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.colour.ColourScale;
import mirador.concepts.colour.Rgb;
import mirador.concepts.colour.ValueRange;
import mirador.concepts.text.Numbers;
import mirador.web.dom.Dom;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * A matrix of any size and range as a table of coloured cells with a scale bar. Values stand in the
 * cells, in the colour that reads best there; beyond {@value #MAX_PRINTED} columns they would not
 * fit and are told only by the cell that is pointed at.
 *
 * <p>It is one stop of the tab key: the arrow keys, Home and End move between its cells. Focus,
 * pointer and click all point at a cell.
 */
public final class HeatMap {
  private static final int MAX_PRINTED = 8;
  private static final int SCALE_STOPS = 10;

  private final HTMLElement head = Dom.el("thead", "");
  private final HTMLElement body = Dom.el("tbody", "");
  private final HTMLElement table = Dom.el("table", "matrix", head, body);
  private final HTMLElement low = Dom.el("span", "");
  private final HTMLElement high = Dom.el("span", "");
  private final HTMLElement bar = Dom.el("span", "matrix-scale-bar");
  private final HTMLElement element;
  private final List<List<HTMLElement>> cells = new ArrayList<>();
  // What the cells show: a large matrix that changes often touches only those that differ.
  private String[][] texts = new String[0][];
  private Rgb[][] colours = new Rgb[0][];
  private final HTMLElement corner = Dom.el("td", "matrix-corner");
  private final int digits;
  private CellAction onPoint = (row, column) -> {};
  private boolean diagonalMarked;
  private int pointedRow = -1;
  private int pointedColumn = -1;

  /**
   * An empty map.
   *
   * @param label names the table for a screen reader
   * @param digits decimals of every value
   */
  public HeatMap(String label, int digits) {
    this.digits = digits;
    table.setAttribute("role", "grid");
    table.setAttribute("aria-label", label);
    bar.setAttribute("aria-hidden", "true");
    bar.getStyle().setProperty("background", gradient());
    HTMLElement scroller = Dom.el("div", "matrix-scroll", table);
    HTMLElement scale = Dom.el("p", "matrix-scale", low, bar, high);
    element = Dom.el("div", "matrix-frame", scroller, scale);
    Dom.on(table, "keydown", this::move);
  }

  public HTMLElement element() {
    return element;
  }

  /** What the rows and the columns are, said in the corner: «texto ↓ imagen →». */
  public HeatMap corner(String text) {
    Dom.setText(corner, text);
    return this;
  }

  /** Marks the cells where row and column belong together. */
  public HeatMap markDiagonal() {
    diagonalMarked = true;
    return this;
  }

  /** Hears which cell is pointed at, by the keyboard or a pointer. */
  public HeatMap onPoint(CellAction action) {
    onPoint = action;
    return this;
  }

  /** Lays out the cells under these headings; they keep their places until it is called again. */
  public void head(List<HTMLElement> rows, List<HTMLElement> columns) {
    Dom.clear(head);
    Dom.clear(body);
    cells.clear();
    texts = new String[rows.size()][columns.size()];
    colours = new Rgb[rows.size()][columns.size()];
    pointedRow = -1;
    pointedColumn = -1;
    HTMLElement headRow = Dom.el("tr", "", corner);
    for (HTMLElement column : columns) {
      headRow.appendChild(heading("col", column));
    }
    head.appendChild(headRow);
    for (int i = 0; i < rows.size(); i++) {
      HTMLElement line = Dom.el("tr", "", heading("row", rows.get(i)));
      List<HTMLElement> lineCells = new ArrayList<>();
      for (int j = 0; j < columns.size(); j++) {
        HTMLElement cell = cell(i, j);
        lineCells.add(cell);
        line.appendChild(cell);
      }
      cells.add(lineCells);
      body.appendChild(line);
    }
    Dom.toggleClass(table, "matrix-dense", columns.size() > MAX_PRINTED);
    if (!cells.isEmpty() && !cells.get(0).isEmpty()) {
      cells.get(0).get(0).setAttribute("tabindex", "0");
    }
  }

  /**
   * Shows values in the cells laid out.
   *
   * @param values (rows, columns)
   * @param range the values at the ends of the colour scale
   */
  public void show(double[][] values, ValueRange range) {
    show(values, range, digits);
  }

  /** The same with another number of decimals. */
  public void show(double[][] values, ValueRange range, int digits) {
    for (int i = 0; i < cells.size(); i++) {
      for (int j = 0; j < cells.get(i).size(); j++) {
        HTMLElement cell = cells.get(i).get(j);
        String text = Numbers.fixed(values[i][j], digits);
        if (!text.equals(texts[i][j])) {
          texts[i][j] = text;
          Dom.setText(cell, text);
        }
        Rgb colour = range.colour(values[i][j]);
        if (!colour.equals(colours[i][j])) {
          colours[i][j] = colour;
          cell.getStyle().setProperty("background-color", colour.hex());
          cell.getStyle().setProperty("color", colour.readable().hex());
        }
      }
    }
    Dom.setText(low, Numbers.fixed(range.low(), range.low() == Math.rint(range.low()) ? 0 : 2));
    Dom.setText(high, Numbers.fixed(range.high(), range.high() == Math.rint(range.high()) ? 0 : 2));
  }

  /** The row of the cell last pointed at; -1 before the first. */
  public int pointedRow() {
    return pointedRow;
  }

  /** The column of the cell last pointed at; -1 before the first. */
  public int pointedColumn() {
    return pointedColumn;
  }

  /** Points at a cell without moving the focus. */
  public void point(int row, int column) {
    if (pointedRow >= 0) {
      HTMLElement before = cells.get(pointedRow).get(pointedColumn);
      before.setAttribute("tabindex", "-1");
      before.removeAttribute("aria-selected");
    } else {
      cells.get(0).get(0).setAttribute("tabindex", "-1");
    }
    pointedRow = row;
    pointedColumn = column;
    HTMLElement cell = cells.get(row).get(column);
    cell.setAttribute("tabindex", "0");
    cell.setAttribute("aria-selected", "true");
    onPoint.at(row, column);
  }

  private HTMLElement cell(int row, int column) {
    HTMLElement cell = Dom.el("td", diagonalMarked && row == column ? "matrix-right" : "");
    cell.setAttribute("tabindex", "-1");
    Dom.on(cell, "focus", () -> pointOnce(row, column));
    Dom.on(cell, "pointerenter", () -> pointOnce(row, column));
    Dom.on(cell, "click", () -> pointOnce(row, column));
    return cell;
  }

  private void pointOnce(int row, int column) {
    if (row != pointedRow || column != pointedColumn) {
      point(row, column);
    }
  }

  private void move(Event event) {
    int row = pointedRow;
    int column = pointedColumn;
    switch (Dom.key(event)) {
      case "ArrowRight" -> column++;
      case "ArrowLeft" -> column--;
      case "ArrowDown" -> row++;
      case "ArrowUp" -> row--;
      case "Home" -> column = 0;
      case "End" -> column = cells.get(row).size() - 1;
      default -> {
        return;
      }
    }
    event.preventDefault();
    if (row >= 0 && row < cells.size() && column >= 0 && column < cells.get(row).size()) {
      cells.get(row).get(column).focus();
    }
  }

  private static HTMLElement heading(String scope, HTMLElement content) {
    HTMLElement heading = Dom.el("th", "", content);
    heading.setAttribute("scope", scope);
    return heading;
  }

  private static String gradient() {
    StringBuilder stops = new StringBuilder("linear-gradient(to right");
    for (int i = 0; i < SCALE_STOPS; i++) {
      stops.append(", ").append(ColourScale.cividis(i / (SCALE_STOPS - 1.0)).hex());
    }
    return stops.append(')').toString();
  }

  /** Something done with a cell. */
  public interface CellAction {
    void at(int row, int column);
  }
}
