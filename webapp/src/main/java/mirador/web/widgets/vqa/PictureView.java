package mirador.web.widgets.vqa;

import mirador.web.canvas.Surface;
import mirador.web.course.CoursePicture;
import mirador.web.course.PictureShelf;
import mirador.web.widget.WidgetFrame;
import mirador.web.widgets.ShownPicture;
import org.teavm.jso.dom.html.HTMLElement;

/** The whole picture of a slot, with its description. */
public final class PictureView {
  private final WidgetFrame frame;
  private final Surface surface = new Surface("picture-view", "");
  private CoursePicture shown;

  public PictureView(WidgetFrame frame) {
    this.frame = frame;
    surface.onResize(this::draw);
    frame.follow(PictureShelf.TOPIC);
  }

  public HTMLElement element() {
    return surface.element();
  }

  public void show(String id) {
    ShownPicture.load(
        frame,
        id,
        picture -> {
          shown = picture;
          draw();
        });
  }

  private void draw() {
    if (shown != null) {
      surface
          .begin(shown.width(), shown.height())
          .drawImage(shown.canvas(), 0, 0, shown.width(), shown.height());
      surface.label(shown.alt());
    }
  }
}
