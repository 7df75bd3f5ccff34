package mirador.web.widget;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import mirador.concepts.course.SettingSpec;
import mirador.web.course.PictureShelf;
import mirador.web.dom.Dom;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * Native controls with visible labels, laid in the widget's control row in the order they are asked
 * for. A control of a setting reads its range from the catalogue and follows the setting.
 */
public final class Controls {
  private final WidgetFrame frame;

  /** How each slider shows its setting. */
  private final Map<HTMLElement, Runnable> sliders = new HashMap<>();

  Controls(WidgetFrame frame) {
    this.frame = frame;
  }

  /** A slider for an integer setting, with its value and unit beside it ("64 px"). */
  public HTMLElement slider(String setting, String label, UnaryOperator<String> withUnit) {
    SettingSpec spec = spec(setting);
    HTMLElement range = Dom.el("input", "");
    range.setAttribute("type", "range");
    range.setAttribute("min", Integer.toString((int) spec.min()));
    range.setAttribute("max", Integer.toString((int) spec.max()));
    range.setAttribute("step", Integer.toString((int) Math.max(1, spec.step())));
    HTMLElement output = Dom.el("output", "control-value");
    output.setAttribute("aria-hidden", "true");
    HTMLElement field = labelled(label, setting, range, output);
    Dom.on(range, "input", () -> frame.set(setting, Dom.value(range)));
    Runnable show =
        () -> {
          int most = Integer.parseInt(range.getAttribute("max"));
          String value = String.valueOf(Math.min(most, frame.settings().integer(setting)));
          Dom.setValue(range, value);
          Dom.setText(output, withUnit.apply(value));
          range.setAttribute("aria-valuetext", withUnit.apply(value));
        };
    sliders.put(field, show);
    frame.onSettings(show);
    return field;
  }

  /**
   * Lets a slider go no further than the model of the page has layers or the like. A setting beyond
   * is shown as the last one, and comes back with a larger model.
   *
   * @param slider that {@link #slider} made
   */
  public void limit(HTMLElement slider, int most) {
    Dom.find(slider, "input").setAttribute("max", String.valueOf(most));
    sliders.get(slider).run();
  }

  /** A menu for a choice; the labels are asked for anew at every refresh. */
  public HTMLElement choice(String setting, String label, UnaryOperator<String> labelOf) {
    HTMLElement select = Dom.el("select", "");
    List<HTMLElement> options = new ArrayList<>();
    for (String choice : spec(setting).choices()) {
      HTMLElement option = Dom.el("option", "");
      option.setAttribute("value", choice);
      select.appendChild(option);
      options.add(option);
    }
    HTMLElement field = labelled(label, setting, select);
    Dom.on(select, "change", () -> frame.set(setting, Dom.value(select)));
    frame.onSettings(
        () -> {
          for (HTMLElement option : options) {
            Dom.setText(option, labelOf.apply(option.getAttribute("value")));
          }
          Dom.setValue(select, frame.settings().asMap().get(setting));
        });
    return field;
  }

  /** A menu of the three pictures by their present names; follows swaps. */
  public HTMLElement picture(String setting) {
    frame.follow(PictureShelf.TOPIC);
    return choice(
        setting,
        frame.say("control.picture"),
        id -> id.isEmpty() ? frame.say("control.none") : PictureShelf.shared().name(id));
  }

  /** A line of text bound to a setting; what is longer than the setting allows is not typed. */
  public HTMLElement text(String setting, String label) {
    HTMLElement input = Dom.el("input", "");
    input.setAttribute("type", "text");
    input.setAttribute("autocomplete", "off");
    input.setAttribute("maxlength", Integer.toString((int) spec(setting).max()));
    HTMLElement field = labelled(label, setting, input);
    Dom.on(input, "input", () -> frame.set(setting, Dom.value(input)));
    frame.onSettings(() -> Dom.setValue(input, frame.settings().asMap().get(setting)));
    return field;
  }

  /** A text area bound to a setting that holds several lines. */
  public HTMLElement lines(String setting, String label, int rows) {
    HTMLElement area = Dom.el("textarea", "");
    area.setAttribute("rows", Integer.toString(rows));
    area.setAttribute("maxlength", Integer.toString((int) spec(setting).max()));
    area.setAttribute("spellcheck", "false");
    HTMLElement field = labelled(label, setting, area);
    Dom.on(area, "input", () -> frame.set(setting, Dom.value(area)));
    frame.onSettings(() -> Dom.setValue(area, frame.settings().asMap().get(setting)));
    return field;
  }

  /** A text area that is not a setting: answers, captions, comments. */
  public HTMLElement area(
      String name, String label, int rows, int maxLength, Consumer<String> onInput) {
    HTMLElement area = Dom.el("textarea", "");
    area.setAttribute("rows", Integer.toString(rows));
    area.setAttribute("maxlength", Integer.toString(maxLength));
    HTMLElement field = wrap(label, name, area);
    Dom.on(area, "input", () -> onInput.accept(Dom.value(area)));
    return field;
  }

  /** A button in the control row. */
  public HTMLElement button(String label, Runnable onClick) {
    HTMLElement button = Dom.button(label, "control-button", onClick);
    frame.controlsSlot().appendChild(button);
    return button;
  }

  /** Lays any element of the widget's own in the control row. */
  public void add(HTMLElement element) {
    frame.controlsSlot().appendChild(element);
  }

  /**
   * A labelled field not yet laid anywhere; the control's id derives from the widget and the name.
   */
  public HTMLElement wrap(String label, String name, HTMLElement control, HTMLElement... beside) {
    String id = frame.id() + "-" + name;
    control.setId(id);
    HTMLElement caption = Dom.text("label", "", label);
    caption.setAttribute("for", id);
    HTMLElement field = Dom.el("div", "control", caption, control);
    for (HTMLElement extra : beside) {
      field.appendChild(extra);
    }
    return field;
  }

  private HTMLElement labelled(
      String label, String name, HTMLElement control, HTMLElement... beside) {
    HTMLElement field = wrap(label, name, control, beside);
    frame.controlsSlot().appendChild(field);
    return field;
  }

  private SettingSpec spec(String setting) {
    return frame
        .settings()
        .widget()
        .setting(setting)
        .orElseThrow(() -> new IllegalArgumentException(frame.id() + " has no setting " + setting));
  }
}
