package mirador.web;

import mirador.web.page.Page;
import mirador.web.widget.Mounter;
import mirador.web.widget.TeacherMode;
import org.teavm.jso.dom.html.HTMLDocument;

/** The page's entry point: brings the page's furniture to life, then its widgets. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    TeacherMode.apply();
    Page.enliven();
    Mounter.mountAll();
    HTMLDocument.current().getDocumentElement().setAttribute("data-alive", "");
  }
}
