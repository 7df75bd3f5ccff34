package mirador.web.widget;

import mirador.web.course.CourseData;
import mirador.web.dom.Dom;
import mirador.web.widgets.LiveCatalogue;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.NodeList;

/**
 * Mounts each widget of the page when it comes near the screen. A widget that fails says so and
 * leaves its static result standing; the others go on.
 */
public final class Mounter {
  private Mounter() {}

  public static void mountAll() {
    NodeList<? extends HTMLElement> sections = Dom.all("[data-widget]");
    for (int i = 0; i < sections.getLength(); i++) {
      HTMLElement section = sections.get(i);
      whenNear(section, () -> mount(section));
    }
  }

  private static void mount(HTMLElement section) {
    if (section.hasAttribute("data-mounted")) {
      return;
    }
    try {
      Widget widget = LiveCatalogue.create(section.getAttribute("data-widget"));
      new WidgetFrame(section, widget);
      section.setAttribute("data-mounted", "true");
    } catch (RuntimeException e) {
      section.setAttribute("data-mounted", "error");
      HTMLElement note =
          Dom.text("p", "widget-error", CourseData.messages().get("frame.failed", reason(e)));
      note.setAttribute("role", "alert");
      section.appendChild(note);
    }
  }

  private static String reason(RuntimeException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  /**
   * Runs the action once, between two frames, when the element is within half a screen of being
   * seen.
   */
  @JSBody(
      params = {"element", "action"},
      script =
          "function go() { setTimeout(action, 0); }"
              + "if (!('IntersectionObserver' in window)) { go(); return; }"
              + "var watcher = new IntersectionObserver(function(entries) {"
              + " for (var idx = 0; idx < entries.length; idx++) if (entries[idx].isIntersecting) {"
              + " watcher.disconnect(); go(); return; } }, {rootMargin: '50% 0px'});"
              + "watcher.observe(element);"
              + "window.addEventListener('beforeprint', function() { watcher.disconnect(); action(); });")
  private static native void whenNear(HTMLElement element, Action action);

  @JSFunctor
  private interface Action extends JSObject {
    void run();
  }
}
