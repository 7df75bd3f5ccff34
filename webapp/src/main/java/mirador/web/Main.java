package mirador.web;

import mirador.web.course.CourseState;
import mirador.web.model.ClipService;
import mirador.web.page.Page;
import mirador.web.page.Turns;
import mirador.web.widget.Mounter;
import mirador.web.widget.TeacherMode;
import org.teavm.jso.dom.html.HTMLDocument;

/** The page's entry point: brings the page's furniture to life, then its widgets, turn by turn. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    Turns.add(TeacherMode::apply);
    Turns.add(CourseState::shared);
    Turns.add(ClipService::serve);
    Page.steps().forEach(Turns::add);
    Turns.add(Mounter::mountAll);
    Turns.add(() -> HTMLDocument.current().getDocumentElement().setAttribute("data-alive", ""));
  }
}
