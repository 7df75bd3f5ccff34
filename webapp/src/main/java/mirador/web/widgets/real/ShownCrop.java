package mirador.web.widgets.real;

import mirador.concepts.clip.ClipConfig;
import mirador.concepts.image.Picture;
import mirador.concepts.vit.PatchGrid;
import mirador.web.course.CoursePicture;
import mirador.web.page.Turns;
import mirador.web.widgets.vit.CropView;
import org.teavm.jso.dom.html.HTMLCanvasElement;

/** Keeps a view at the crop of the present picture that the present model is given. */
final class ShownCrop {
  private final CropView view;
  private HTMLCanvasElement shown;
  private int size;
  private int patch;

  ShownCrop(CropView view) {
    this.view = view;
  }

  /** Shows the crop, and then runs the action: at once where the crop is shown already. */
  void show(CoursePicture picture, ClipConfig config, Runnable then) {
    if (picture.canvas() == shown && config.imageSize() == size && config.patchSize() == patch) {
      then.run();
      return;
    }
    shown = picture.canvas();
    size = config.imageSize();
    patch = config.patchSize();
    // Resizing a large picture takes a turn of its own.
    Turns.add(
        () -> {
          if (picture.canvas() == shown) {
            Picture crop = config.preprocessing().prepared(picture.pixels());
            view.picture(crop, new PatchGrid(size, size, patch));
            then.run();
          }
        });
  }
}
