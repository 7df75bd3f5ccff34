package mirador.web.widget;

import java.util.ArrayDeque;
import java.util.Deque;
import mirador.concepts.course.WidgetCatalogue;
import mirador.web.course.CourseData;
import mirador.web.dom.Dom;
import mirador.web.page.Turns;
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
  /** How far from the screen a widget is mounted: half a screen. */
  private static final String NEAR = "50%";

  /** How far from the screen the script of a widget is fetched, so that it is there in time. */
  private static final String COMING = "200%";

  private Mounter() {}

  /** Mounts the widgets that this script holds. */
  public static void mountAll(WidgetMakers makers) {
    NodeList<? extends HTMLElement> sections = Dom.all("[data-widget]");
    for (int i = 0; i < sections.getLength(); i++) {
      HTMLElement section = sections.get(i);
      if (makers.names().contains(name(section))) {
        Mount mount = new Mount(section, makers);
        whenNear(section, NEAR, mount::inTurns, mount::atOnce);
      }
    }
  }

  /** Has {@link ModelScript} brought for the widgets that it holds. */
  public static void bringModels() {
    NodeList<? extends HTMLElement> sections = Dom.all("[data-widget]");
    for (int i = 0; i < sections.getLength(); i++) {
      HTMLElement section = sections.get(i);
      if (WidgetCatalogue.get(name(section)).usesModel()) {
        Action bring = () -> ModelScript.bring(() -> sayFailed(section, CourseData.modelScript()));
        // Paper shows the static result: it does not wait for a script.
        whenNear(section, COMING, bring, bring);
      }
    }
  }

  private static String name(HTMLElement section) {
    return section.getAttribute("data-widget");
  }

  private static void sayFailed(HTMLElement section, String reason) {
    section.setAttribute("data-mounted", "error");
    HTMLElement note =
        Dom.text("p", "widget-error", CourseData.messages().get("frame.failed", reason));
    note.setAttribute("role", "alert");
    section.appendChild(note);
  }

  /** The way of one widget from its static result to life, in a few steps. */
  private static final class Mount {
    private final HTMLElement section;
    private final Deque<Runnable> steps = new ArrayDeque<>();

    /** What the step before has left to do, before the next step. */
    private final Deque<Runnable> parts = new ArrayDeque<>();

    Mount(HTMLElement section, WidgetMakers makers) {
      this.section = section;
      steps.add(
          () -> {
            Widget widget = makers.create(name(section));
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
        sayFailed(section, reason(e));
      }
    }
  }

  private static String reason(RuntimeException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  /**
   * Runs the first action once, when the element is near the screen, and the second one before the
   * page is printed.
   *
   * @param margin how near, in per cent of the screen's height
   */
  @JSBody(
      params = {"element", "margin", "near", "printed"},
      script =
          "if (!('IntersectionObserver' in window)) { near(); return; }"
              + "var watcher = new IntersectionObserver(function(entries) {"
              + " for (var idx = 0; idx < entries.length; idx++) if (entries[idx].isIntersecting) {"
              + " watcher.disconnect(); near(); return; } }, {rootMargin: margin + ' 0px'});"
              + "watcher.observe(element);"
              + "window.addEventListener('beforeprint', function() { watcher.disconnect(); printed(); });")
  private static native void whenNear(
      HTMLElement element, String margin, Action near, Action printed);

  @JSFunctor
  private interface Action extends JSObject {
    void run();
  }
}
