package mirador.web.widgets.answers;

import mirador.web.dom.Dom;
import mirador.web.widget.WidgetFrame;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * The folded model answer, solution or «why» of a block. Closed to the learner until they have
 * tried; a button opens it all the same for those who ask. Without scripts it is simply there.
 */
public final class ModelAnswer {
  private final HTMLElement details;
  private final HTMLElement reveal;

  public ModelAnswer(WidgetFrame frame, String revealLabel) {
    details = Dom.find(frame.section(), "[data-model-answer]");
    reveal = Dom.button(revealLabel, "action reveal", this::open);
    if (details != null) {
      frame.controls().add(reveal);
    }
  }

  /** Shows the fold when the learner may look, else the button that asks for it. */
  public void allow(boolean allowed) {
    if (details != null) {
      boolean visible = allowed || details.hasAttribute("open");
      details.setHidden(!visible);
      reveal.setHidden(visible);
    }
  }

  void open() {
    if (details != null) {
      details.setHidden(false);
      reveal.setHidden(true);
      details.setAttribute("open", "");
      HTMLElement summary = Dom.find(details, "summary");
      if (summary != null) {
        summary.focus();
      }
    }
  }

  /** Opens without taking the focus from where the learner is. */
  void show() {
    if (details != null) {
      details.setHidden(false);
      reveal.setHidden(true);
      details.setAttribute("open", "");
    }
  }

  public void close() {
    if (details != null) {
      details.removeAttribute("open");
    }
  }
}
