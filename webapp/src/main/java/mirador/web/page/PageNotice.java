package mirador.web.page;

import mirador.web.course.CourseData;
import mirador.web.dom.Dom;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;

/** Something the learner must know of the whole page, said at its top until it is closed. */
public final class PageNotice {
  private PageNotice() {}

  /** Says a text. */
  public static void say(String text) {
    HTMLElement notice = Dom.el("div", "page-notice");
    notice.setAttribute("role", "alert");
    notice.appendChild(Dom.text("p", "", text));
    notice.appendChild(
        Dom.button(
            CourseData.messages().get("notice.close"), "action", () -> notice.setHidden(true)));
    HTMLElement main = HTMLDocument.current().querySelector("main");
    main.insertBefore(notice, main.getFirstChild());
  }
}
