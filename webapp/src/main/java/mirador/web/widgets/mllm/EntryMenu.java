package mirador.web.widgets.mllm;

import java.util.Map;
import mirador.web.dom.Dom;
import mirador.web.widget.WidgetFrame;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * A menu of the entries of one kind, among them none; an id that does not exist is shown as such.
 */
final class EntryMenu {
  private final WidgetFrame frame;
  private final String setting;
  private final HTMLElement select = Dom.el("select", "");
  private final HTMLElement element;

  EntryMenu(WidgetFrame frame, String setting, String label) {
    this.frame = frame;
    this.setting = setting;
    element = frame.controls().wrap(label, setting, select);
    Dom.on(select, "change", () -> frame.set(setting, Dom.value(select)));
  }

  HTMLElement element() {
    return element;
  }

  /**
   * Offers the entries that are there now.
   *
   * @param events by id
   */
  void update(Map<String, String> events) {
    String chosen = frame.settings().text(setting);
    Dom.clear(select);
    option("", frame.say("multimodal-responder.none"));
    events.forEach((id, event) -> option(id, frame.say("multimodal-responder.entry", id, event)));
    if (!chosen.isEmpty() && !events.containsKey(chosen)) {
      option(chosen, frame.say("multimodal-responder.missing", chosen));
    }
    Dom.setValue(select, chosen);
  }

  private void option(String value, String label) {
    HTMLElement option = Dom.text("option", "", label);
    option.setAttribute("value", value);
    select.appendChild(option);
  }
}
