package mirador.web.course;

import java.util.function.Consumer;
import mirador.concepts.image.Picture;
import mirador.concepts.text.Messages;
import mirador.concepts.text.Numbers;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSByRef;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.dom.html.HTMLCanvasElement;
import org.teavm.jso.file.Blob;

/**
 * Turns files and addresses into pixels. A picture with a side over {@link #MAX_SIDE} pixels is
 * reduced to it, so that a photograph of 60 megapixels neither blocks the page nor fills the
 * memory.
 */
public final class PictureFiles {
  /** The longest side kept of an own picture, in pixels. */
  public static final int MAX_SIDE = 1600;

  /** The largest file that is tried, in bytes. */
  private static final double MAX_BYTES = 80e6;

  private PictureFiles() {}

  /**
   * A picture read from somewhere, and the size it had before it was reduced. To draw it the canvas
   * is enough; the pixels are read when they are first asked for.
   */
  public static final class Loaded {
    private final HTMLCanvasElement canvas;
    private final int originalWidth;
    private final int originalHeight;
    private Picture pixels;

    Loaded(HTMLCanvasElement canvas, int originalWidth, int originalHeight) {
      this.canvas = canvas;
      this.originalWidth = originalWidth;
      this.originalHeight = originalHeight;
    }

    public HTMLCanvasElement canvas() {
      return canvas;
    }

    public int width() {
      return canvas.getWidth();
    }

    public int height() {
      return canvas.getHeight();
    }

    public int originalWidth() {
      return originalWidth;
    }

    public int originalHeight() {
      return originalHeight;
    }

    /** The canvas as (height, width, 3), values 0 to 255. */
    public Picture pixels() {
      if (pixels == null) {
        byte[] rgb = new byte[width() * height() * 3];
        dropAlpha(canvas, rgb);
        pixels = new Picture(width(), height(), rgb);
      }
      return pixels;
    }

    public boolean reduced() {
      return originalWidth != width() || originalHeight != height();
    }

    /** The same pixels, known to have been larger before. */
    Loaded from(int width, int height) {
      return new Loaded(canvas, width, height);
    }
  }

  /** Reads a file of the learner's; the error is a whole sentence that names the file. */
  public static void read(Blob file, String name, Consumer<Loaded> done, Consumer<String> failed) {
    Messages messages = CourseData.messages();
    if (file.getSize() == 0) {
      failed.accept(messages.get("picture.error.empty", name));
      return;
    }
    if (file.getSize() > MAX_BYTES) {
      failed.accept(
          messages.get("picture.error.large", name, Numbers.fixed(file.getSize() / 1e6, 0)));
      return;
    }
    decodeBlob(
        file,
        MAX_SIDE,
        raster -> done.accept(loaded(raster)),
        reason -> failed.accept(messages.get("picture.error.unreadable", name)));
  }

  /** Reads one of the course's own figures. */
  static void read(CourseData.Figure figure, Consumer<Loaded> done, Consumer<String> failed) {
    // On file:// the pixels of a picture with an address may not be read; its script may.
    if (CourseData.fromFile()) {
      decodeScript(
          CourseData.root() + figure.getScript(),
          figure.getId(),
          raster -> done.accept(loaded(raster)),
          failed::accept);
    } else {
      decodeAddress(
          CourseData.root() + figure.getSrc(),
          raster -> done.accept(loaded(raster)),
          failed::accept);
    }
  }

  /** A canvas as a PNG file. */
  static void encode(HTMLCanvasElement canvas, Consumer<Blob> done) {
    toBlob(canvas, done::accept);
  }

  @JSBody(
      params = {"canvas", "done"},
      script = "canvas.toBlob(done, 'image/png');")
  private static native void toBlob(HTMLCanvasElement canvas, BlobHandler done);

  private static Loaded loaded(Raster raster) {
    return new Loaded(raster.getCanvas(), raster.getOriginalWidth(), raster.getOriginalHeight());
  }

  /** (height, width, RGBA) of a canvas -> (height, width, RGB) in the given array. */
  @JSBody(
      params = {"canvas", "rgb"},
      script =
          "var px = canvas.getContext('2d', {willReadFrequently: true})"
              + ".getImageData(0, 0, canvas.width, canvas.height).data;"
              + "for (var idx = 0, dst = 0; idx < px.length; idx += 4) {"
              + "rgb[dst++] = px[idx]; rgb[dst++] = px[idx + 1]; rgb[dst++] = px[idx + 2]; }")
  private static native void dropAlpha(HTMLCanvasElement canvas, @JSByRef byte[] rgb);

  // Names of one letter are left to TeaVM, which gives them to the parameters and does not look
  // whether the script uses them itself.
  // A transparent picture is laid on white. A figure and a large file are decoded off the page's
  // thread: an image element tells the size without decoding, createImageBitmap does the work.
  private static final String RASTER =
      "function raster(image, wide, tall) {"
          + " var scale = Math.min(1, side / Math.max(wide, tall));"
          + " var canvas = document.createElement('canvas');"
          + " canvas.width = Math.max(1, Math.round(wide * scale)); canvas.height = Math.max(1, Math.round(tall * scale));"
          + " var graphics = canvas.getContext('2d', {willReadFrequently: true});"
          + " graphics.fillStyle = '#fff'; graphics.fillRect(0, 0, canvas.width, canvas.height);"
          + " graphics.imageSmoothingQuality = 'high'; graphics.drawImage(image, 0, 0, canvas.width, canvas.height);"
          + " ok({canvas: canvas, originalWidth: wide, originalHeight: tall}); }"
          + "function load(url, blob) { var image = new Image();"
          + " function free() { if (blob) URL.revokeObjectURL(url); }"
          + " function draw(source) { try {"
          + " raster(source, image.naturalWidth, image.naturalHeight); }"
          + " catch (error) { bad(String(error)); } free(); }"
          + " image.onload = function() {"
          + " var wide = image.naturalWidth, tall = image.naturalHeight, scale = side / Math.max(wide, tall);"
          + " if (!wide || !tall) { free(); bad('0x0'); return; }"
          + " if (!blob || scale >= 1 || !window.createImageBitmap) { draw(image); return; }"
          + " createImageBitmap(blob, {resizeWidth: Math.max(1, Math.round(wide * scale)),"
          + " resizeHeight: Math.max(1, Math.round(tall * scale)), resizeQuality: 'high'})"
          + ".then(function(bitmap) { draw(bitmap); bitmap.close(); }, function() { draw(image); }); };"
          + " image.onerror = function() { free(); bad(''); }; image.src = url; }";

  @JSBody(
      params = {"blob", "side", "ok", "bad"},
      script = RASTER + "load(URL.createObjectURL(blob), blob);")
  private static native void decodeBlob(Blob blob, int side, RasterHandler ok, TextHandler bad);

  @JSBody(
      params = {"url", "ok", "bad"},
      script =
          "var side = 1e9;"
              + RASTER
              + "function whole() { load(url, null); }"
              + "if (!window.createImageBitmap) { whole(); return; }"
              + "fetch(url).then(function(answer) { return answer.blob(); }).then(createImageBitmap)"
              + ".then(function(bitmap) { raster(bitmap, bitmap.width, bitmap.height); bitmap.close(); }, whole);")
  private static native void decodeAddress(String url, RasterHandler ok, TextHandler bad);

  @JSBody(
      params = {"script", "id", "ok", "bad"},
      script =
          "var side = 1e9;"
              + RASTER
              + "window.miradorPictures = window.miradorPictures || {};"
              + "function ready() { load(window.miradorPictures[id], null); }"
              + "if (window.miradorPictures[id]) { ready(); } else {"
              + " var tag = document.createElement('script'); tag.src = script;"
              + " tag.onload = ready; tag.onerror = function() { bad(script); };"
              + " document.head.appendChild(tag); }")
  private static native void decodeScript(
      String script, String id, RasterHandler ok, TextHandler bad);

  private interface Raster extends JSObject {
    @JSProperty
    HTMLCanvasElement getCanvas();

    @JSProperty
    int getOriginalWidth();

    @JSProperty
    int getOriginalHeight();
  }

  @JSFunctor
  private interface BlobHandler extends JSObject {
    void accept(Blob blob);
  }

  @JSFunctor
  private interface RasterHandler extends JSObject {
    void accept(Raster raster);
  }

  @JSFunctor
  private interface TextHandler extends JSObject {
    void accept(String text);
  }
}
