package mirador.web.python;

import java.util.function.Consumer;
import mirador.web.dom.Dom;
import mirador.web.dom.Scripts;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * Where a program is written: a plain text area at once, and CodeMirror in its place when that has
 * come. If it does not come, the text area stays.
 */
public final class Editor {
  private final HTMLElement area = Dom.el("textarea", "code-plain");
  private final HTMLElement host = Dom.el("div", "code-editor", area);
  private final Options options;
  private JSObject rich;

  /**
   * What an editor needs.
   *
   * @param label names it for a screen reader
   * @param escape tells how to leave it by the keyboard
   * @param changed hears every change by the learner
   * @param run hears Ctrl + Enter
   */
  public record Options(String label, String escape, Consumer<String> changed, Runnable run) {}

  public Editor(Options options, String text, int lines) {
    this.options = options;
    area.setAttribute("aria-label", options.label());
    area.setAttribute("aria-description", options.escape());
    area.setAttribute("spellcheck", "false");
    area.setAttribute("autocapitalize", "off");
    area.setAttribute("autocomplete", "off");
    area.setAttribute("autocorrect", "off");
    area.setAttribute("wrap", "off");
    area.setAttribute("rows", Integer.toString(lines));
    Dom.setValue(area, text);
    Dom.on(area, "input", () -> options.changed().accept(Dom.value(area)));
    Dom.on(area, "keydown", this::key);
    if (!address().isEmpty()) {
      Scripts.load(address(), this::open, () -> {});
    }
  }

  public HTMLElement element() {
    return host;
  }

  /** The text as it stands. */
  public String text() {
    return rich == null ? Dom.value(area) : get(rich);
  }

  /** Puts another text there, which is no change by the learner. */
  public void text(String text) {
    if (!text.equals(text())) {
      Dom.setValue(area, text);
      if (rich != null) {
        set(rich, text);
      }
    }
  }

  /** Marks the line of an error; 0 for none. */
  public void mark(int line) {
    if (rich != null) {
      line(rich, line);
    }
  }

  private void key(Event event) {
    if (Dom.key(event).equals("Enter") && command(event)) {
      event.preventDefault();
      options.run().run();
    }
  }

  /** CodeMirror takes text, focus and caret of the text area and hides it. */
  private void open() {
    rich =
        create(
            host,
            options.label(),
            options.escape(),
            text -> options.changed().accept(text),
            () -> options.run().run());
  }

  @JSBody(script = "return window.mirador.runtime.editor || '';")
  private static native String address();

  @JSBody(
      params = {"host", "label", "escape", "changed", "run"},
      script =
          "return window.miradorEditor.open(host, {label: label, changed: changed, run: run,"
              + " phrases: {'Leave the editor with Escape, then Tab': escape}});")
  private static native JSObject create(
      HTMLElement host, String label, String escape, Texts changed, Action run);

  @JSBody(
      params = {"editor"},
      script = "return editor.get();")
  private static native String get(JSObject editor);

  @JSBody(
      params = {"editor", "text"},
      script = "editor.set(text);")
  private static native void set(JSObject editor, String text);

  @JSBody(
      params = {"editor", "line"},
      script = "editor.line(line);")
  private static native void line(JSObject editor, int line);

  @JSBody(
      params = {"event"},
      script = "return event.ctrlKey || event.metaKey;")
  private static native boolean command(Event event);

  @JSFunctor
  private interface Action extends JSObject {
    void run();
  }

  @JSFunctor
  private interface Texts extends JSObject {
    void accept(String text);
  }
}
