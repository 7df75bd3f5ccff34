package mirador.web.widgets.pictures;

import java.util.function.Consumer;
import mirador.concepts.explain.PictureGalleryWords;
import mirador.web.canvas.Surface;
import mirador.web.course.CoursePicture;
import mirador.web.course.PictureShelf;
import mirador.web.dom.Dom;
import mirador.web.widget.WidgetFrame;
import org.teavm.jso.canvas.CanvasRenderingContext2D;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.file.Blob;
import org.teavm.jso.file.File;

/** One of the three places: its picture, name, size and ways to put another one there. */
final class PictureSlot {
  private static final double WIDTH = 300;
  private static final double HEIGHT = 200;

  private final WidgetFrame frame;
  private final String id;
  private final HTMLElement root = Dom.el("div", "picture-slot");
  private final Surface surface = new Surface("slot-picture", "");
  private final HTMLElement name = Dom.text("p", "slot-name", "");
  private final HTMLElement size = Dom.text("p", "slot-size", "");
  private final HTMLElement pasteHere;
  private final HTMLElement restore;
  private CoursePicture picture;
  private boolean busy;

  PictureSlot(
      WidgetFrame frame, String id, Runnable select, CameraPanel camera, Runnable afterChange) {
    this.frame = frame;
    this.id = id;
    HTMLElement file = Dom.el("input", "");
    file.setAttribute("type", "file");
    file.setAttribute("accept", "image/*");
    HTMLElement fileField =
        frame.controls().wrap(frame.say("picture-gallery.file"), "file-" + id, file);
    pasteHere = Dom.button("", "control-button paste-here", select);
    // The style sheet shows one of the two in one place: a place is chosen while the pointer is
    // down, and a button that moved then would lose its click.
    pasteHere.appendChild(Dom.text("span", "paste-idle", frame.say("picture-gallery.paste")));
    pasteHere.appendChild(Dom.text("span", "paste-now", frame.say("picture-gallery.paste.now")));
    HTMLElement buttons = Dom.el("div", "slot-buttons", pasteHere);
    if (CameraPanel.available()) {
      HTMLElement photo =
          Dom.button(frame.say("picture-gallery.photo"), "control-button", () -> {});
      Dom.on(
          photo,
          "click",
          () -> {
            select.run();
            frame.error("");
            camera.open(
                PictureShelf.shared().name(id),
                photo,
                blob -> put(blob, frame.say("picture-gallery.photo.name")));
          });
      buttons.appendChild(photo);
    }
    restore =
        Dom.button(
            frame.say("picture-gallery.restore"),
            "control-button",
            () -> {
              restore();
              afterChange.run();
              pasteHere.focus();
            });
    buttons.appendChild(restore);
    name.setId(frame.id() + "-name-" + id);
    root.setAttribute("role", "group");
    root.setAttribute("aria-labelledby", name.getId());
    root.appendChild(surface.element());
    root.appendChild(name);
    root.appendChild(size);
    root.appendChild(fileField);
    root.appendChild(buttons);
    surface.onResize(this::draw);
    Dom.on(file, "change", () -> GivenFile.use(GivenFile.chosen(file), this::put));
    Dom.on(root, "focusin", select);
    Dom.on(surface.element(), "click", select);
    Dom.on(root, "dragover", (Event event) -> aim(event, true));
    Dom.on(root, "dragleave", (Event event) -> aim(event, false));
    Dom.on(root, "drop", this::drop);
  }

  HTMLElement element() {
    return root;
  }

  String id() {
    return id;
  }

  /** Marks the slot a paste goes to. */
  void selected(boolean selected) {
    Dom.toggleClass(root, "selected", selected);
    pasteHere.setAttribute("aria-pressed", selected ? "true" : "false");
  }

  void put(File file) {
    put(file, file.getName());
  }

  /** Puts a picture into the slot; when it cannot be read the slot keeps what it had. */
  private void put(Blob file, String fileName) {
    frame.error("");
    busy = true;
    Dom.setText(size, frame.say("picture-gallery.reading", fileName));
    Consumer<String> failed =
        error -> {
          busy = false;
          frame.error(error);
          show();
        };
    PictureShelf.shared()
        .swap(
            id,
            file,
            fileName,
            loaded -> {
              busy = false;
              frame.refresh();
            },
            failed,
            why -> frame.error(frame.say("picture-gallery.not-kept." + why, fileName)));
  }

  void restore() {
    frame.error("");
    PictureShelf.shared().restore(id);
  }

  /** Shows the picture the slot holds now. */
  void show() {
    Dom.setText(name, PictureShelf.shared().name(id));
    Dom.toggleClass(name, "own", PictureShelf.shared().isOwn(id));
    Dom.show(restore, PictureShelf.shared().isOwn(id));
    PictureShelf.shared()
        .load(
            id,
            loaded -> {
              picture = loaded;
              if (!busy) {
                Dom.setText(size, sizeOf(loaded));
              }
              draw();
            },
            error -> {
              Dom.setText(size, "");
              frame.error(error);
            });
  }

  private String sizeOf(CoursePicture shown) {
    return shown.reduced()
        ? PictureGalleryWords.reduced(
            frame.messages(),
            shown.originalWidth(),
            shown.originalHeight(),
            shown.width(),
            shown.height())
        : PictureGalleryWords.size(frame.messages(), shown.width(), shown.height());
  }

  private void draw() {
    if (picture == null) {
      return;
    }
    // Every slot keeps the same room: the whole picture fits, whatever its ratio.
    CanvasRenderingContext2D g = surface.begin(WIDTH, HEIGHT);
    double scale = Math.min(WIDTH / picture.width(), HEIGHT / picture.height());
    double width = picture.width() * scale;
    double height = picture.height() * scale;
    g.drawImage(picture.canvas(), (WIDTH - width) / 2, (HEIGHT - height) / 2, width, height);
    surface.label(picture.alt());
  }

  private void aim(Event event, boolean over) {
    if (GivenFile.carriedBy(event)) {
      event.preventDefault();
      Dom.toggleClass(root, "aimed", over);
    }
  }

  private void drop(Event event) {
    event.preventDefault();
    Dom.toggleClass(root, "aimed", false);
    File file = GivenFile.dropped(event);
    if (file == null) {
      // A picture dragged from another page is only an address, and this page fetches none.
      frame.error(frame.say("picture-gallery.no-file"));
    } else {
      put(file);
    }
  }
}
