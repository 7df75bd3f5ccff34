package mirador.web.widgets.real;

import mirador.concepts.image.Picture;
import mirador.concepts.image.Preprocessing;
import mirador.concepts.vit.PatchGrid;
import mirador.web.course.CoursePicture;
import mirador.web.page.Turns;
import mirador.web.widgets.vit.CropView;
import org.teavm.jso.dom.html.HTMLCanvasElement;

/** Keeps a view at what the present model is given of the present picture. */
public final class ShownCrop {
  private final CropView view;
  private HTMLCanvasElement shown;
  private int size;
  private int patch;

  public ShownCrop(CropView view) {
    this.view = view;
  }

  /**
   * Shows the crop, and then runs the action: at once where the crop is shown already.
   *
   * @param preprocessing of the model
   * @param patchSize of the model, in pixels
   */
  public void show(
      CoursePicture picture, Preprocessing preprocessing, int patchSize, Runnable then) {
    if (picture.canvas() == shown && preprocessing.size() == size && patchSize == patch) {
      then.run();
      return;
    }
    shown = picture.canvas();
    size = preprocessing.size();
    patch = patchSize;
    // Resizing a large picture takes a turn of its own.
    Turns.add(
        () -> {
          if (picture.canvas() == shown) {
            Picture crop = preprocessing.prepared(picture.pixels());
            view.picture(crop, new PatchGrid(crop.width(), crop.height(), patchSize));
            then.run();
          }
        });
  }
}
