package mirador.web.widgets;

import java.util.function.Consumer;
import mirador.web.course.CoursePicture;
import mirador.web.course.PictureShelf;
import mirador.web.widget.WidgetFrame;

/** Loads a picture for a widget; an error is said in the widget's own note. */
public final class ShownPicture {
  private ShownPicture() {}

  public static void load(WidgetFrame frame, String id, Consumer<CoursePicture> use) {
    PictureShelf.shared().load(id, use, frame::error);
  }
}
