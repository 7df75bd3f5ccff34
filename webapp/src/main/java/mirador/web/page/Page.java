package mirador.web.page;

import java.util.List;
import mirador.concepts.text.Messages;
import mirador.web.course.CourseData;
import mirador.web.course.CourseState;
import mirador.web.dom.Dom;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;

/** Brings everything on the page to life that is not a widget. */
public final class Page {
  private Page() {}

  /** What there is to do, in the order of what a learner needs first. */
  public static List<Runnable> steps() {
    return List.of(
        AnchorKeeper::enliven,
        ThemeButton::enliven,
        SearchBox::enliven,
        () -> CourseState.shared().onTrouble(Page::sayStorageRefused),
        GlossaryTips::enliven,
        FormulaSymbols::enliven,
        Progress::enliven);
  }

  /** Tells once, at the top of the page, that work is kept only while the page is open. */
  private static void sayStorageRefused(String why) {
    Messages messages = CourseData.messages();
    HTMLElement notice = Dom.el("div", "page-notice");
    notice.setAttribute("role", "alert");
    notice.appendChild(Dom.text("p", "", messages.get("storage." + why)));
    notice.appendChild(
        Dom.button(messages.get("notice.close"), "action", () -> notice.setHidden(true)));
    HTMLElement main = HTMLDocument.current().querySelector("main");
    main.insertBefore(notice, main.getFirstChild());
  }
}
