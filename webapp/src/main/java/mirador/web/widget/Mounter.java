package mirador.web.widget;

import java.util.ArrayDeque;
import java.util.Deque;
import mirador.web.course.CourseData;
import mirador.web.dom.Dom;
import mirador.web.page.Turns;
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
      Mount mount = new Mount(section);
      whenNear(section, mount::inTurns, mount::atOnce);
    }
  }

  /** The way of one widget from its static result to life, in a few steps. */
  private static final class Mount {
    private final HTMLElement section;
    private final Deque<Runnable> steps = new ArrayDeque<>();

    /** What the step before has left to do, before the next step. */
    private final Deque<Runnable> parts = new ArrayDeque<>();

    Mount(HTMLElement section) {
      this.section = section;
      steps.add(
          () -> {
            Widget widget = LiveCatalogue.create(section.getAttribute("data-widget"));
            steps.addAll(new WidgetFrame(section, widget, parts).steps());
            steps.add(() -> section.setAttribute("data-mounted", "true"));
          });
    }

    void inTurns() {
      if (!steps.isEmpty()) {
        Turns.add(
            () -> {
              step();
              inTurns();
            });
      }
    }

    /** For paper, which does not wait. */
    void atOnce() {
      while (!steps.isEmpty()) {
        step();
      }
    }

    private void step() {
      // Printing may have taken the step that this turn was for.
      if (steps.isEmpty()) {
        return;
      }
      try {
        (parts.isEmpty() ? steps : parts).poll().run();
      } catch (RuntimeException e) {
        steps.clear();
        parts.clear();
        section.setAttribute("data-mounted", "error");
        HTMLElement note =
            Dom.text("p", "widget-error", CourseData.messages().get("frame.failed", reason(e)));
        note.setAttribute("role", "alert");
        section.appendChild(note);
      }
    }
  }

  private static String reason(RuntimeException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  /**
   * Runs the first action once, when the element is within half a screen of being seen, and the
   * second one before the page is printed.
   */
  @JSBody(
      params = {"element", "near", "printed"},
      script =
          "if (!('IntersectionObserver' in window)) { near(); return; }"
              + "var watcher = new IntersectionObserver(function(entries) {"
              + " for (var idx = 0; idx < entries.length; idx++) if (entries[idx].isIntersecting) {"
              + " watcher.disconnect(); near(); return; } }, {rootMargin: '50% 0px'});"
              + "watcher.observe(element);"
              + "window.addEventListener('beforeprint', function() { watcher.disconnect(); printed(); });")
  private static native void whenNear(HTMLElement element, Action near, Action printed);

  @JSFunctor
  private interface Action extends JSObject {
    void run();
  }
}
