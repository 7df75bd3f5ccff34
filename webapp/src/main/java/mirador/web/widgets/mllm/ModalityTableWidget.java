package mirador.web.widgets.mllm;

import java.util.LinkedHashMap;
import java.util.Map;
import mirador.concepts.explain.ModalityRouterWords;
import mirador.concepts.explain.ModalityTableWords;
import mirador.web.dom.Dom;
import mirador.web.widget.Widget;
import mirador.web.widget.WidgetFrame;
import org.teavm.jso.dom.html.HTMLElement;

/** The table of modalities to complete, saved at every key (notebook cell 4.5). */
public final class ModalityTableWidget implements Widget {
  private static final String TOPIC = "table.";
  private static final int MAX_LENGTH = 500;

  private final Map<String, HTMLElement> cells = new LinkedHashMap<>();
  private WidgetFrame frame;

  @Override
  public void build(WidgetFrame frame) {
    this.frame = frame;
    frame.lay(table(true), model());
    frame.follow(TOPIC);
  }

  private HTMLElement table(boolean editable) {
    HTMLElement head = row(heading(frame.say("modality-table.modality"), "col"));
    for (String column : ModalityTableWords.COLUMNS) {
      head.appendChild(heading(ModalityTableWords.column(frame.messages(), column), "col"));
    }
    HTMLElement body = role(Dom.el("tbody", ""), "rowgroup");
    for (String modality : ModalityTableWords.MODALITIES) {
      HTMLElement line = row(heading(ModalityRouterWords.name(frame.messages(), modality), "row"));
      for (String column : ModalityTableWords.COLUMNS) {
        line.appendChild(editable ? cell(modality, column) : modelCell(modality, column));
      }
      body.appendChild(line);
    }
    // A narrow page stacks the cells, which takes the table's own roles away: so they are said.
    return role(
        Dom.el(
            "table",
            "data-table stacking",
            Dom.text(
                "caption",
                "",
                frame.say(editable ? "modality-table.caption" : "modality-table.model")),
            role(Dom.el("thead", "", head), "rowgroup"),
            body),
        "table");
  }

  private HTMLElement cell(String modality, String column) {
    HTMLElement area = Dom.el("textarea", "");
    area.setAttribute("rows", "2");
    area.setAttribute("maxlength", Integer.toString(MAX_LENGTH));
    String key = TOPIC + modality + "." + column;
    Dom.on(area, "input", () -> frame.state().put(key, Dom.value(area)));
    cells.put(key, area);
    HTMLElement field =
        frame
            .controls()
            .wrap(
                ModalityTableWords.column(frame.messages(), column), modality + "-" + column, area);
    area.setAttribute(
        "aria-label",
        frame.say(
            "modality-table.cell",
            ModalityRouterWords.name(frame.messages(), modality),
            ModalityTableWords.column(frame.messages(), column)));
    return role(Dom.el("td", "", field), "cell");
  }

  private HTMLElement modelCell(String modality, String column) {
    return role(
        Dom.el(
            "td",
            "",
            Dom.text("span", "stacked-label", ModalityTableWords.column(frame.messages(), column)),
            Dom.text("span", "", ModalityTableWords.model(frame.messages(), modality, column))),
        "cell");
  }

  private HTMLElement model() {
    HTMLElement details =
        Dom.el(
            "details",
            "model-answer",
            Dom.text("summary", "", frame.say("modality-table.reveal")),
            table(false),
            Dom.text("p", "model-note", frame.say("modality-table.note")));
    details.setAttribute("data-answer", "");
    return details;
  }

  @Override
  public void update() {
    int filled = 0;
    for (Map.Entry<String, HTMLElement> cell : cells.entrySet()) {
      String text = frame.state().get(cell.getKey(), "");
      Dom.setValue(cell.getValue(), text);
      filled += text.isBlank() ? 0 : 1;
    }
    frame.result(ModalityTableWords.result(frame.messages(), filled));
  }

  @Override
  public void reset() {
    for (String key : cells.keySet()) {
      frame.state().remove(key);
    }
  }

  private static HTMLElement row(HTMLElement first) {
    return role(Dom.el("tr", "", first), "row");
  }

  private static HTMLElement heading(String text, String scope) {
    HTMLElement cell = Dom.text("th", "", text);
    cell.setAttribute("scope", scope);
    return role(cell, scope.equals("col") ? "columnheader" : "rowheader");
  }

  private static HTMLElement role(HTMLElement element, String role) {
    element.setAttribute("role", role);
    return element;
  }
}
