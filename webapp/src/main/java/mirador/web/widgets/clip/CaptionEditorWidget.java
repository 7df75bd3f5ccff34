package mirador.web.widgets.clip;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.course.Notebook;
import mirador.concepts.explain.CaptionEditorWords;
import mirador.web.course.CourseState;
import mirador.web.course.PictureShelf;
import mirador.web.dom.Dom;
import mirador.web.widget.Widget;
import mirador.web.widget.WidgetFrame;
import mirador.web.widgets.Thumbnail;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * Three captions to edit, one for each picture; every widget of the lesson follows them (notebook
 * cell 2.2a).
 */
public final class CaptionEditorWidget implements Widget {
  private final List<Card> cards = new ArrayList<>();
  private WidgetFrame frame;

  @Override
  public void build(WidgetFrame frame) {
    this.frame = frame;
    HTMLElement list = Dom.el("div", "caption-cards");
    for (String id : Notebook.PICTURES) {
      Card card = new Card(id);
      cards.add(card);
      list.appendChild(card.element);
    }
    frame.lay(list);
    frame.follow(Captions.TOPIC);
  }

  @Override
  public void update() {
    for (Card card : cards) {
      card.update();
    }
    frame.result(CaptionEditorWords.result(frame.messages(), Captions.all()));
  }

  @Override
  public void reset() {
    Captions.restoreAll();
  }

  /** One picture with its caption. */
  private final class Card {
    private final String id;
    private final Thumbnail thumbnail;
    private final HTMLElement label;
    private final HTMLElement area;
    private final HTMLElement marked = Dom.el("p", "caption-marked");
    private final HTMLElement status = Dom.el("p", "caption-status");
    private final HTMLElement gloss;
    private final HTMLElement restore;
    private final HTMLElement element;

    Card(String id) {
      this.id = id;
      thumbnail = new Thumbnail(frame);
      HTMLElement field =
          frame
              .controls()
              .area("caption-" + id, "", 2, CourseState.MAX_LENGTH, text -> Captions.put(id, text));
      label = Dom.find(field, "label");
      area = Dom.find(field, "textarea");
      area.setAttribute("lang", "en");
      // A long caption scrolls in its own box, which the keyboard must reach.
      marked.setAttribute("tabindex", "0");
      marked.setAttribute("lang", "en");
      marked.setAttribute("role", "group");
      marked.setAttribute("aria-label", frame.say("caption-editor.marked"));
      gloss =
          Dom.text(
              "p",
              "caption-gloss",
              frame.say("caption-editor.gloss", frame.say("caption-editor.gloss." + id)));
      restore = Dom.button(frame.say("caption-editor.restore"), "control-button", this::restore);
      HTMLElement words = Dom.el("div", "caption-words", field, marked, status, gloss, restore);
      element = Dom.el("div", "caption-card", thumbnail.element(), words);
    }

    private void restore() {
      Captions.restore(id);
      area.focus(); // the button disables itself, which would drop the focus
    }

    void update() {
      String caption = Captions.of(id);
      String name = PictureShelf.shared().name(id);
      thumbnail.show(id);
      Dom.setText(label, frame.say("caption-editor.label", name));
      Dom.setValue(area, caption);
      MarkedText.show(marked, caption);
      Dom.show(marked, !caption.isBlank());
      Dom.setText(status, CaptionEditorWords.caption(frame.messages(), caption));
      Dom.show(gloss, !Captions.isOwn(id));
      Dom.setDisabled(restore, !Captions.isOwn(id));
      restore.setAttribute("aria-label", frame.say("caption-editor.restore-of", name));
    }
  }
}
