package mirador.web.widgets.blip2;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.blip2.WrittenToken;
import mirador.concepts.explain.WrittenWords;
import mirador.concepts.text.Numbers;
import mirador.web.dom.Dom;
import mirador.web.widget.DataTable;
import mirador.web.widget.WidgetFrame;
import mirador.web.widgets.ArrowKeys;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * A text of the language model token by token, each with its probability; of the chosen one what
 * else might have come. One stop of the tab key: the arrow keys go from token to token.
 */
final class WrittenText {
  private final WidgetFrame frame;
  private final Runnable onChoose;
  private final HTMLElement pills = Dom.el("ol", "token-pills");
  private final HTMLElement hint;
  private final HTMLElement told = Dom.el("p", "alternatives-told");
  private final HTMLElement rows = Dom.el("tbody", "");
  private final HTMLElement table;
  private final HTMLElement element;
  private final List<HTMLElement> buttons = new ArrayList<>();
  private List<WrittenToken> tokens = List.of();
  private int chosen = -1;

  /**
   * An empty text.
   *
   * @param onChoose runs when another token was chosen
   */
  WrittenText(WidgetFrame frame, Runnable onChoose) {
    this.frame = frame;
    this.onChoose = onChoose;
    pills.setAttribute("aria-label", frame.say("blip2.tokens"));
    hint = Dom.text("p", "widget-hint", frame.say("blip2.tokens.keys"));
    told.setAttribute("aria-live", "polite");
    table =
        Dom.el(
            "table",
            "zero-shot alternatives",
            Dom.text("caption", "visually-hidden", frame.say("blip2.alternatives")),
            Dom.el(
                "thead",
                "",
                Dom.el("tr", "", heading("blip2.token"), heading("blip2.probability"))),
            rows);
    element = Dom.el("div", "written-text", pills, hint, told, table);
    ArrowKeys.among(pills, buttons, () -> chosen, this::choose);
    show(List.of());
  }

  private HTMLElement heading(String key) {
    HTMLElement cell = Dom.text("th", "", frame.say(key));
    cell.setAttribute("scope", "col");
    return cell;
  }

  HTMLElement element() {
    return element;
  }

  /** Place of the chosen token; -1 for none. */
  int chosen() {
    return chosen;
  }

  /** Shows a text; one that has only grown keeps what is there, and its choice. */
  void show(List<WrittenToken> now) {
    int same = 0;
    while (same < tokens.size()
        && same < now.size()
        && same < buttons.size()
        && tokens.get(same).equals(now.get(same))) {
      same++;
    }
    while (buttons.size() > same) {
      pills.removeChild(pills.getLastChild());
      buttons.remove(buttons.size() - 1);
    }
    tokens = List.copyOf(now);
    for (int i = same; i < tokens.size(); i++) {
      add(i);
    }
    if (chosen >= same && chosen >= 0) {
      chosen = -1;
    }
    Dom.show(element, !tokens.isEmpty());
    mark();
  }

  private void add(int place) {
    WrittenToken token = tokens.get(place);
    HTMLElement button = Dom.button("", "text-token token-pill", () -> choose(place));
    HTMLElement text = Dom.text("span", "", WrittenWords.token(frame.messages(), tokens, place));
    text.setAttribute("lang", token.end() ? frame.say("blip2.language") : "en");
    button.appendChild(text);
    String probability = WrittenWords.probability(frame.messages(), token);
    if (!probability.isEmpty()) {
      button.appendChild(Dom.text("span", "token-probability", probability));
    }
    buttons.add(button);
    pills.appendChild(Dom.el("li", "", button));
  }

  private void choose(int place) {
    chosen = place;
    mark();
    onChoose.run();
  }

  private void mark() {
    ArrowKeys.mark(buttons, chosen);
    Dom.clear(rows);
    boolean has = chosen >= 0 && !tokens.get(chosen).alternatives().isEmpty();
    Dom.show(table, has);
    Dom.show(told, chosen >= 0);
    if (chosen < 0) {
      Dom.setText(told, "");
      return;
    }
    Dom.setText(told, WrittenWords.alternatives(frame.messages(), tokens, chosen));
    for (WrittenToken.Alternative one : tokens.get(chosen).alternatives()) {
      rows.appendChild(row(one, one.id() == tokens.get(chosen).id()));
    }
  }

  private HTMLElement row(WrittenToken.Alternative one, boolean taken) {
    String text = WrittenWords.token(frame.messages(), one.text(), one.end());
    HTMLElement pill = Dom.text("span", "text-token", text);
    pill.setAttribute("lang", one.end() ? frame.say("blip2.language") : "en");
    HTMLElement name = Dom.el("th", "", pill);
    name.setAttribute("scope", "row");
    if (taken) {
      name.appendChild(Dom.text("span", "alternative-taken", " " + frame.say("blip2.taken")));
    }
    HTMLElement fill = Dom.el("span", "bar-fill");
    fill.getStyle().setProperty("width", 100 * one.probability() + "%");
    HTMLElement value =
        Dom.text("span", "bar-value", WrittenWords.percent(frame.messages(), one.probability()));
    return Dom.el("tr", "", name, Dom.el("td", "", Dom.el("span", "bar bar-score", fill, value)));
  }

  /** All tokens with what else might have come. */
  DataTable table(String caption) {
    DataTable all =
        new DataTable(
            caption,
            "",
            frame.say("blip2.token"),
            frame.say("blip2.probability"),
            frame.say("blip2.alternatives"));
    for (int i = 0; i < tokens.size(); i++) {
      List<String> others = new ArrayList<>();
      for (WrittenToken.Alternative one : tokens.get(i).alternatives()) {
        others.add(
            WrittenWords.token(frame.messages(), one.text(), one.end())
                + " "
                + WrittenWords.percent(frame.messages(), one.probability()));
      }
      all.row(
          Numbers.integer(i + 1),
          WrittenWords.token(frame.messages(), tokens, i),
          WrittenWords.probability(frame.messages(), tokens.get(i)),
          String.join(" · ", others));
    }
    return all;
  }
}
