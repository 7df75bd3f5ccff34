package mirador.web.widgets.pictures;

import java.util.function.Consumer;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.file.File;

/** Files the learner chose, dropped or pasted. */
final class GivenFile {
  private GivenFile() {}

  /** The first file of a file field, or null. Empties the field, so that it can be chosen again. */
  @JSBody(
      params = {"field"},
      script = "var first = field.files[0] || null; field.value = ''; return first;")
  static native File chosen(JSObject field);

  /** The first file that was dropped, or null. */
  @JSBody(
      params = {"event"},
      script =
          "var data = event.dataTransfer; return data && data.files.length ? data.files[0] : null;")
  static native File dropped(Event event);

  /** True while something is dragged that could be a picture: a file, or a picture of a page. */
  @JSBody(
      params = {"event"},
      script =
          "var kinds = event.dataTransfer ? Array.from(event.dataTransfer.types) : [];"
              + "return kinds.indexOf('Files') >= 0 || kinds.indexOf('text/uri-list') >= 0;")
  static native boolean carriedBy(Event event);

  /** The first picture in what is pasted, or null. */
  @JSBody(
      params = {"event"},
      script =
          "var data = event.clipboardData; if (!data) return null;"
              + "for (var idx = 0; idx < data.files.length; idx++)"
              + " if (/^image\\//.test(data.files[idx].type)) return data.files[idx];"
              + "return null;")
  static native File pasted(Event event);

  /** True when a paste belongs to a text field, not to the gallery. */
  @JSBody(
      params = {"event"},
      script =
          "var target = event.target; return !!(target && target.closest"
              + " && target.closest('textarea, [contenteditable], input:not([type=file])'));")
  static native boolean typing(Event event);

  /** True when the keyboard's focus lies inside the element. */
  @JSBody(
      params = {"element"},
      script = "return element.contains(document.activeElement);")
  static native boolean focusIn(HTMLElement element);

  /** Gives the file to the action unless there is none. */
  static void use(File file, Consumer<File> action) {
    if (file != null) {
      action.accept(file);
    }
  }
}
