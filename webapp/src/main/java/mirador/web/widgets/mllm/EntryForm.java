package mirador.web.widgets.mllm;

import java.util.Map;
import mirador.web.dom.Dom;
import mirador.web.widget.WidgetFrame;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.html.HTMLElement;

/** The form in which the learner writes an entry: fields, what is wrong, save and cancel. */
final class EntryForm {
  /** The longest event that may be written, in characters. */
  static final int EVENT_LENGTH = 60;

  private final WidgetFrame frame;
  private final String name;
  private final HTMLElement title = Dom.text("p", "entry-title", "");
  private final HTMLElement fields = Dom.el("div", "entry-fields");
  private final HTMLElement problem = Dom.text("p", "field-problem", "");
  private final HTMLElement element;

  /** Keeps what was written; answers what is wrong with it, or null. */
  interface Keeper {
    Problem keep();
  }

  /** What is wrong, as a sentence, and with which field; null stands for nothing. */
  record Problem(HTMLElement field, String sentence) {}

  EntryForm(WidgetFrame frame, String name, Keeper keeper) {
    this.frame = frame;
    this.name = name;
    problem.setId(frame.id() + "-" + name + "-problem");
    problem.setAttribute("role", "alert");
    HTMLElement save = Dom.text("button", "primary", frame.say("media-library.save"));
    save.setAttribute("type", "submit");
    HTMLElement cancel = Dom.button(frame.say("media-library.cancel"), "", this::close);
    element =
        Dom.el(
            "form",
            "entry-form",
            title,
            fields,
            problem,
            Dom.el("div", "entry-buttons", save, cancel));
    element.setAttribute("novalidate", "");
    element.setHidden(true);
    Dom.on(
        element,
        "submit",
        (Event event) -> {
          event.preventDefault();
          Problem found = keeper.keep();
          complain(found);
          if (found == null) {
            close();
          }
        });
  }

  HTMLElement element() {
    return element;
  }

  /** Adds a line of text. */
  HTMLElement text(String field, String mode) {
    HTMLElement input = Dom.el("input", "");
    input.setAttribute("type", "text");
    input.setAttribute("autocomplete", "off");
    input.setAttribute("inputmode", mode);
    return added(field, input);
  }

  /** Adds a menu of values with their labels. */
  HTMLElement menu(String field, Map<String, String> labels) {
    HTMLElement select = Dom.el("select", "");
    for (Map.Entry<String, String> label : labels.entrySet()) {
      HTMLElement option = Dom.text("option", "", label.getValue());
      option.setAttribute("value", label.getKey());
      select.appendChild(option);
    }
    return added(field, select);
  }

  private HTMLElement added(String field, HTMLElement control) {
    String label = frame.say("media-library.field." + field);
    fields.appendChild(frame.controls().wrap(label, name + "-" + field, control));
    return control;
  }

  /** Opens the form under this title, with the focus on its first field. */
  void open(String heading, HTMLElement first) {
    Dom.setText(title, heading);
    complain(null);
    element.setHidden(false);
    first.focus();
  }

  void close() {
    element.setHidden(true);
  }

  /** A problem when the event is missing or too long, else null. */
  Problem checkEvent(HTMLElement field) {
    String event = Dom.value(field).strip();
    if (event.isEmpty()) {
      return new Problem(field, frame.say("media-library.error.event"));
    }
    if (event.length() > EVENT_LENGTH) {
      return new Problem(
          field, frame.say("media-library.error.event-long", event.length(), EVENT_LENGTH));
    }
    return null;
  }

  private void complain(Problem found) {
    Dom.setText(problem, found == null ? "" : found.sentence());
    Dom.show(problem, found != null);
    var marked = fields.querySelectorAll("[aria-invalid]");
    for (int i = 0; i < marked.getLength(); i++) {
      marked.get(i).removeAttribute("aria-invalid");
      marked.get(i).removeAttribute("aria-describedby");
    }
    if (found != null) {
      found.field().setAttribute("aria-invalid", "true");
      found.field().setAttribute("aria-describedby", problem.getId());
      found.field().focus();
    }
  }
}
