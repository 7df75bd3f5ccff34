package mirador.web.widgets.real;

import java.util.function.Consumer;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.file.Blob;

/** Thumbnails of files, as files of a few kilobytes. */
final class SmallPicture {
  private SmallPicture() {}

  /** Makes the thumbnail of a file, 3 : 2; decoding is not done on the page's thread. */
  static void of(Blob file, Consumer<Blob> done, Runnable failed) {
    shrink(file, done::accept, failed::run);
  }

  // A transparent picture is laid on white, as it is for the model.
  @JSBody(
      params = {"file", "done", "failed"},
      script =
          "if (!window.createImageBitmap) { failed(); return; }"
              + "createImageBitmap(file, {resizeWidth: 240, resizeQuality: 'medium'}).then("
              + "function(bitmap) { var canvas = document.createElement('canvas');"
              + " canvas.width = 240; canvas.height = 160; var graphics = canvas.getContext('2d'),"
              + " scale = Math.max(240 / bitmap.width, 160 / bitmap.height),"
              + " wide = bitmap.width * scale, tall = bitmap.height * scale;"
              + " graphics.fillStyle = '#fff'; graphics.fillRect(0, 0, 240, 160);"
              + " graphics.drawImage(bitmap, (240 - wide) / 2, (160 - tall) / 2, wide, tall);"
              + " bitmap.close(); canvas.toBlob(function(blob) { if (blob) done(blob); else failed();"
              + " }, 'image/jpeg', 0.8); }).catch(function() { failed(); });")
  private static native void shrink(Blob file, Done done, Action failed);

  /**
   * Shows a file in an image element, in the place of what it showed before; null shows nothing.
   */
  @JSBody(
      params = {"image", "file"},
      script =
          "if (image.src.indexOf('blob:') === 0) URL.revokeObjectURL(image.src);"
              + "if (file) image.src = URL.createObjectURL(file); else image.removeAttribute('src');")
  static native void show(HTMLElement image, Blob file);

  @JSFunctor
  private interface Done extends JSObject {
    void accept(Blob blob);
  }

  @JSFunctor
  private interface Action extends JSObject {
    void run();
  }
}
