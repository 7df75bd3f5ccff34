package mirador.web;

import mirador.web.course.CourseState;
import mirador.web.model.Isolation;
import mirador.web.page.Page;
import mirador.web.page.Turns;
import mirador.web.platform.PlatformReport;
import mirador.web.widget.ModelScript;
import mirador.web.widget.Mounter;
import mirador.web.widget.TeacherMode;
import mirador.web.widgets.LiveCatalogue;
import org.teavm.jso.dom.html.HTMLDocument;

/** The page's entry point: brings the page's furniture to life, then its widgets, turn by turn. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    Turns.add(TeacherMode::apply);
    Turns.add(CourseState::shared);
    Turns.add(PlatformReport::begin);
    Page.steps().forEach(Turns::add);
    Turns.add(() -> Mounter.mountAll(LiveCatalogue.all()));
    Turns.add(Main::bringModels);
    Turns.add(() -> HTMLDocument.current().getDocumentElement().setAttribute("data-alive", ""));
  }

  private static void bringModels() {
    Mounter.bringModels();
    if (Isolation.hasIntent()) {
      ModelScript.bring(() -> {});
    }
  }
}
