package mirador.web;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import mirador.web.course.CourseData;
import mirador.web.course.CourseState;
import mirador.web.page.Page;
import mirador.web.widget.Mounter;
import mirador.web.widget.TeacherMode;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.html.HTMLDocument;

/**
 * The page's entry point: brings the page's furniture to life, then its widgets. Each step is a
 * task of its own, so that a slow phone answers a touch between two of them.
 */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    Deque<Runnable> steps = new ArrayDeque<>();
    Collections.addAll(steps, TeacherMode::apply, CourseData::messages, CourseState::shared);
    steps.addAll(Page.steps());
    steps.add(Mounter::mountAll);
    steps.add(() -> HTMLDocument.current().getDocumentElement().setAttribute("data-alive", ""));
    next(steps);
  }

  private static void next(Deque<Runnable> steps) {
    Runnable step = steps.poll();
    if (step != null) {
      step.run();
      Window.setTimeout(() -> next(steps), 0);
    }
  }
}
