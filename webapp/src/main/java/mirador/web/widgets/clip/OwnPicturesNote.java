package mirador.web.widgets.clip;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.course.Notebook;
import mirador.web.course.PictureShelf;
import mirador.web.dom.Dom;
import mirador.web.widget.WidgetFrame;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * Says that a picture of the learner's has taken a figure's place, but not its symbolic embedding:
 * that was written by hand and looks at no pixel.
 */
public final class OwnPicturesNote {
  private final HTMLElement note = Dom.el("p", "careful-note");
  private final WidgetFrame frame;

  public OwnPicturesNote(WidgetFrame frame) {
    this.frame = frame;
    frame.follow(PictureShelf.TOPIC);
  }

  public HTMLElement element() {
    return note;
  }

  public void update() {
    List<String> own = new ArrayList<>();
    for (String id : Notebook.PICTURES) {
      if (PictureShelf.shared().isOwn(id)) {
        own.add(frame.say("quoted", PictureShelf.shared().name(id)) + " (" + id + ")");
      }
    }
    Dom.show(note, !own.isEmpty());
    Dom.setText(note, frame.say("symbolic.own-picture", own.size(), String.join(", ", own)));
  }
}
