package mirador.web.widgets;

import mirador.web.course.CoursePicture;
import mirador.web.course.PictureShelf;
import mirador.web.dom.Dom;
import mirador.web.widget.WidgetFrame;
import org.teavm.jso.canvas.CanvasRenderingContext2D;
import org.teavm.jso.dom.html.HTMLCanvasElement;

/**
 * A picture of the course in small, cut to 3 : 2 so that the room stays the same whatever the
 * learner puts there. It only decorates: the picture's name must stand beside it as text.
 */
public final class Thumbnail {
  private static final int WIDTH = 240;
  private static final int HEIGHT = 160;

  private final WidgetFrame frame;
  private final HTMLCanvasElement canvas;
  private HTMLCanvasElement shown;
  private String wanted = "";

  /** A thumbnail that {@link #show} fills. */
  public Thumbnail(WidgetFrame frame) {
    this.frame = frame;
    canvas = (HTMLCanvasElement) Dom.el("canvas", "thumbnail");
    canvas.setAttribute("aria-hidden", "true");
    canvas.setWidth(WIDTH);
    canvas.setHeight(HEIGHT);
    frame.follow(PictureShelf.TOPIC);
  }

  public HTMLCanvasElement element() {
    return canvas;
  }

  /**
   * Draws what a slot holds now; nothing happens while that is still the same.
   *
   * @param id of the picture's slot
   */
  public void show(String id) {
    wanted = id;
    ShownPicture.load(frame, id, this::draw);
  }

  private void draw(CoursePicture picture) {
    // A picture that took long to load may no longer be the one asked for.
    if (picture.canvas() == shown || !picture.id().equals(wanted)) {
      return;
    }
    shown = picture.canvas();
    double scale = Math.max((double) WIDTH / picture.width(), (double) HEIGHT / picture.height());
    double width = picture.width() * scale;
    double height = picture.height() * scale;
    CanvasRenderingContext2D g = (CanvasRenderingContext2D) canvas.getContext("2d");
    g.drawImage(picture.canvas(), (WIDTH - width) / 2, (HEIGHT - height) / 2, width, height);
  }
}
