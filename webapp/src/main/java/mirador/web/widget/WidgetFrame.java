package mirador.web.widget;

import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import mirador.concepts.course.SettingProblem;
import mirador.concepts.course.WidgetCatalogue;
import mirador.concepts.course.WidgetSettings;
import mirador.concepts.course.WidgetSpec;
import mirador.concepts.explain.SettingProblemWords;
import mirador.concepts.text.Messages;
import mirador.web.course.CourseData;
import mirador.web.course.CourseState;
import mirador.web.dom.Dom;
import mirador.web.dom.Json;
import org.teavm.jso.JSBody;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.Node;
import org.teavm.jso.dom.xml.NodeList;

/** The slots and services a mounted widget has. One for each widget on the page. */
public final class WidgetFrame {
  private final HTMLElement section;
  private final Widget widget;
  private final WidgetSpec spec;
  private final WidgetSettings authored;
  private final Controls controls;
  private final List<SettingProblem> ignored;
  private final List<Runnable> settingFollowers = new ArrayList<>();
  private final Set<String> followed = new HashSet<>();
  private final Deque<Runnable> parts;
  private WidgetSettings settings;
  private Supplier<DataTable> table;
  private HTMLElement tableSlot;
  private HTMLElement note;
  private boolean updating;
  private Node[] arriving;
  private String arrivingResult;
  private boolean live;
  private int addressTimer = -1;

  /**
   * The frame of a widget that is being mounted.
   *
   * @param parts takes what is left to do of a step before the next one; see {@link #part}
   */
  WidgetFrame(HTMLElement section, Widget widget, Deque<Runnable> parts) {
    this.section = section;
    this.widget = widget;
    this.parts = parts;
    this.spec = WidgetCatalogue.get(section.getAttribute("data-widget"));
    Map<String, String> lesson = Json.texts(section.getAttribute("data-settings"));
    this.authored = spec.readLeniently(lesson).settings();
    WidgetSpec.LenientReading reading = spec.readLeniently(AddressBar.read(id()), lesson);
    this.settings = reading.settings();
    this.ignored = reading.ignored();
    this.controls = new Controls(this);
  }

  /** What brings the widget to life, in order; each step is short enough for a turn of its own. */
  List<Runnable> steps() {
    return List.of(
        () -> widget.build(this),
        this::refresh,
        this::arrive,
        this::buildPresets,
        this::buildActions);
  }

  /**
   * A part of a long step: while the widget is being mounted, in a turn of its own before the next
   * step; at once later on. A part may be overtaken by a newer one of the same kind.
   */
  public void part(Runnable part) {
    if (live) {
      part.run();
    } else {
      parts.add(part);
    }
  }

  private void arrive() {
    live = true;
    if (arriving != null) {
      lay(arriving);
      arriving = null;
    }
    if (arrivingResult != null) {
      result(arrivingResult);
    }
    for (SettingProblem problem : ignored) {
      error(SettingProblemWords.sentence(messages(), problem));
    }
  }

  /** The id of the widget on its page, which is also its name in the address. */
  public String id() {
    return section.getId();
  }

  public HTMLElement section() {
    return section;
  }

  /** The slot of the play area; holds the static result until the widget lays out its own. */
  public HTMLElement play() {
    return slot("data-play");
  }

  /**
   * Gives the play area its live contents. They are in the page at once, with their width, but the
   * static result stays in sight until they show something: nothing flashes when a widget comes
   * alive.
   */
  public void lay(Node... contents) {
    if (live) {
      Dom.replaceChildren(play(), contents);
      return;
    }
    arriving = contents;
    play().appendChild(Dom.el("div", "arriving", contents));
  }

  public Controls controls() {
    return controls;
  }

  public CourseState state() {
    return CourseState.shared();
  }

  public Messages messages() {
    return CourseData.messages();
  }

  /** A text of the interface. */
  public String say(String key, Object... args) {
    return messages().get(key, args);
  }

  public WidgetSettings settings() {
    return settings;
  }

  /** Changes a setting, the address and what the widget shows. A value out of range is refused. */
  public void set(String setting, String value) {
    set(Map.of(setting, value));
  }

  /** Changes several settings at once. */
  public void set(Map<String, String> changes) {
    Map<String, String> values = new LinkedHashMap<>(settings.asMap());
    values.putAll(changes);
    WidgetSettings changed = spec.readLeniently(values, settings.asMap()).settings();
    if (!changed.equals(settings)) {
      settings = changed;
      scheduleAddress();
    }
    refresh();
  }

  /** The sentence that says the present result; a changed one flashes once and is read aloud. */
  public void result(String sentence) {
    if (!live) {
      // With the contents that it speaks of, or the page would move twice.
      arrivingResult = sentence;
      return;
    }
    HTMLElement line = slot("data-result");
    if (!Dom.textOf(line).equals(sentence)) {
      Dom.setText(line, sentence);
      flash(line);
    }
  }

  /** Says what went wrong and what to do, under the result; an empty text takes the note away. */
  public void error(String sentence) {
    if (note == null) {
      if (sentence.isEmpty()) {
        return;
      }
      note = Dom.el("p", "widget-error");
      note.setAttribute("role", "alert");
      section.insertBefore(note, slot("data-play"));
    }
    Dom.setText(note, sentence);
    Dom.show(note, !sentence.isEmpty());
  }

  /** Offers «ver como tabla» with what the supplier says at that moment. */
  public void table(Supplier<DataTable> supplier) {
    table = supplier;
  }

  /** Updates the widget after every change of a course entry with this prefix. */
  public void follow(String prefix) {
    if (followed.add(prefix)) {
      state().follow(prefix, this::refresh);
    }
  }

  /** Shows everything anew: controls, play area and, when open, the table. */
  public void refresh() {
    if (updating) {
      return;
    }
    updating = true;
    try {
      for (Runnable follower : settingFollowers) {
        follower.run();
      }
      widget.update();
      if (table != null && tableSlot != null && !tableSlot.isHidden()) {
        Dom.replaceChildren(tableSlot, table.get().element());
      }
    } finally {
      updating = false;
    }
  }

  /** Runs at every refresh, before the widget's own update: how a control follows its setting. */
  void onSettings(Runnable follower) {
    settingFollowers.add(follower);
  }

  HTMLElement controlsSlot() {
    return slot("data-controls");
  }

  private HTMLElement slot(String attribute) {
    HTMLElement slot = Dom.find(section, "[" + attribute + "]");
    if (slot == null) {
      throw new IllegalStateException(
          "The widget " + id() + " has no element [" + attribute + "].");
    }
    return slot;
  }

  private void buildPresets() {
    NodeList<? extends HTMLElement> buttons = section.querySelectorAll("[data-preset]");
    for (int i = 0; i < buttons.getLength(); i++) {
      HTMLElement button = buttons.get(i);
      Map<String, String> preset = Json.texts(button.getAttribute("data-preset"));
      Dom.setDisabled(button, false);
      Dom.on(
          button,
          "click",
          () -> {
            error("");
            Map<String, String> all = new LinkedHashMap<>(authored.asMap());
            all.putAll(preset);
            set(all);
          });
    }
  }

  private void buildActions() {
    HTMLElement actions = slot("data-actions");
    Dom.clear(actions);
    actions.appendChild(Dom.button(say("frame.reset"), "action", this::reset));
    actions.appendChild(linkButton());
    if (table != null) {
      tableSlot = Dom.el("div", "widget-table");
      tableSlot.setId(id() + "-table");
      tableSlot.setAttribute("tabindex", "0");
      tableSlot.setAttribute("role", "region");
      tableSlot.setAttribute("aria-label", say("frame.table"));
      tableSlot.setHidden(true);
      actions.appendChild(
          disclosure(
              say("frame.table"),
              tableSlot,
              () -> Dom.replaceChildren(tableSlot, table.get().element())));
    }
    HTMLElement about = Dom.find(section, "[data-about]");
    if (about != null) {
      about.setHidden(true);
      about.setId(id() + "-about");
      actions.appendChild(disclosure(say("frame.about"), about, () -> {}));
      section.appendChild(about);
    }
    if (tableSlot != null) {
      section.appendChild(tableSlot);
    }
  }

  private void reset() {
    error("");
    settings = authored;
    AddressBar.write(id(), Map.of());
    widget.reset();
    refresh();
  }

  private HTMLElement linkButton() {
    String label = say("frame.link");
    HTMLElement button = Dom.button(label, "action", () -> {});
    HTMLElement address = Dom.el("input", "widget-link");
    address.setAttribute("readonly", "");
    address.setAttribute("aria-label", say("frame.link-address"));
    address.setHidden(true);
    Dom.on(
        button,
        "click",
        () -> {
          String link = AddressBar.link(id(), settings.changedFrom(authored));
          copy(
              link,
              () -> {
                Dom.setText(button, say("frame.link-copied"));
                Window.setTimeout(() -> Dom.setText(button, label), 2000);
              },
              () -> {
                Dom.setValue(address, link);
                address.setHidden(false);
                select(address);
              });
        });
    return Dom.el("span", "action-group", button, address);
  }

  private static HTMLElement disclosure(String label, HTMLElement panel, Runnable onOpen) {
    HTMLElement button = Dom.button(label, "action", () -> {});
    button.setAttribute("aria-expanded", "false");
    button.setAttribute("aria-controls", panel.getId());
    Dom.on(
        button,
        "click",
        () -> {
          boolean open = panel.isHidden();
          if (open) {
            onOpen.run();
          }
          panel.setHidden(!open);
          button.setAttribute("aria-expanded", open ? "true" : "false");
        });
    return button;
  }

  /** The address is written after the slider rests: browsers limit how often it may change. */
  private void scheduleAddress() {
    if (addressTimer >= 0) {
      Window.clearTimeout(addressTimer);
    }
    addressTimer =
        Window.setTimeout(() -> AddressBar.write(id(), settings.changedFrom(authored)), 250);
  }

  @JSBody(
      params = {"line"},
      script =
          "line.classList.remove('flash'); void line.offsetWidth; line.classList.add('flash');")
  private static native void flash(HTMLElement line);

  @JSBody(
      params = {"field"},
      script = "field.focus(); field.select();")
  private static native void select(HTMLElement field);

  @JSBody(
      params = {"text", "ok", "bad"},
      script =
          "if (navigator.clipboard && window.isSecureContext) {"
              + "navigator.clipboard.writeText(text).then(ok, bad); } else { bad(); }")
  private static native void copy(String text, Action ok, Action bad);

  @org.teavm.jso.JSFunctor
  private interface Action extends org.teavm.jso.JSObject {
    void run();
  }
}
