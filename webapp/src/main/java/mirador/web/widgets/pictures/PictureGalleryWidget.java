package mirador.web.widgets.pictures;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.explain.PictureGalleryWords;
import mirador.web.course.PictureShelf;
import mirador.web.dom.Dom;
import mirador.web.widget.Widget;
import mirador.web.widget.WidgetFrame;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.file.File;

/**
 * The three pictures of the course; any of them gives way to one of the learner's from a file, by
 * dragging, pasting or the camera (notebook cell 0.2).
 */
public final class PictureGalleryWidget implements Widget {
  private final List<PictureSlot> slots = new ArrayList<>();
  private WidgetFrame frame;
  private PictureSlot selected;
  private HTMLElement facts;
  private HTMLElement restoreAll;

  @Override
  public void build(WidgetFrame frame) {
    this.frame = frame;
    CameraPanel camera = new CameraPanel(frame);
    HTMLElement row = Dom.el("div", "picture-slots");
    for (String id : PictureShelf.shared().ids()) {
      frame.part(
          () -> {
            PictureSlot slot =
                new PictureSlot(frame, id, () -> select(id), camera, () -> select(id));
            slots.add(slot);
            row.appendChild(slot.element());
          });
    }
    HTMLElement how =
        Dom.text(
            "p",
            "gallery-how",
            frame.say("picture-gallery.how")
                + " "
                + frame.say(
                    CameraPanel.available()
                        ? "picture-gallery.how.camera"
                        : "picture-gallery.how.no-camera"));
    facts = Dom.text("p", "gallery-facts", frame.say("picture-gallery.facts"));
    restoreAll =
        frame.controls().button(frame.say("picture-gallery.restore-all"), this::restoreAll);
    frame.lay(row, camera.element(), facts, how);
    frame.part(this::listen);
  }

  private void listen() {
    frame.follow(PictureShelf.TOPIC);
    select(slots.get(0).id());
    Dom.on(HTMLDocument.current(), "paste", this::paste);
    // A file that misses its slot must not make the browser leave the page.
    Dom.on(HTMLDocument.current(), "dragover", PictureGalleryWidget::keepPage);
    Dom.on(HTMLDocument.current(), "drop", PictureGalleryWidget::keepPage);
  }

  @Override
  public void update() {
    List<String> names = new ArrayList<>();
    List<String> own = new ArrayList<>();
    for (PictureSlot slot : slots) {
      String name = PictureShelf.shared().name(slot.id());
      names.add(name);
      if (PictureShelf.shared().isOwn(slot.id())) {
        own.add(name);
      }
      frame.part(slot::show);
    }
    frame.result(PictureGalleryWords.result(frame.messages(), names, own));
    Dom.show(facts, !own.isEmpty());
    Dom.setDisabled(restoreAll, own.isEmpty());
  }

  @Override
  public void reset() {
    restoreAll();
  }

  private void restoreAll() {
    for (PictureSlot slot : slots) {
      slot.restore();
    }
  }

  private void select(String id) {
    for (PictureSlot slot : slots) {
      boolean chosen = slot.id().equals(id);
      slot.selected(chosen);
      if (chosen) {
        selected = slot;
      }
    }
  }

  private void paste(Event event) {
    if (GivenFile.typing(event)) {
      return;
    }
    File file = GivenFile.pasted(event);
    if (file != null) {
      event.preventDefault();
      selected.put(file);
    } else if (GivenFile.focusIn(frame.section())) {
      frame.error(frame.say("picture-gallery.no-picture"));
    }
  }

  private static void keepPage(Event event) {
    if (GivenFile.carriedBy(event) && !GivenFile.typing(event)) {
      event.preventDefault();
    }
  }
}
