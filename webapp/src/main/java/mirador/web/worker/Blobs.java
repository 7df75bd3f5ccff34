package mirador.web.worker;

import mirador.concepts.image.Picture;
import mirador.web.model.Message.WirePicture;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSString;
import org.teavm.jso.typedarrays.Uint8Array;

/** Reads what the page gives as blobs, off the page's thread. */
final class Blobs {
  /** The most pixels that are read of a picture: more than a model sees, less than memory holds. */
  private static final int MOST_PIXELS = 24_000_000;

  private Blobs() {}

  /** The bytes of a Blob or an ArrayBuffer. */
  static Uint8Array bytes(JSObject content) {
    return (Uint8Array) Await.of(readBytes(content));
  }

  /** The text of a Blob or an ArrayBuffer, in UTF-8. */
  static String text(JSObject content) {
    return ((JSString) Await.of(readText(content))).stringValue();
  }

  /**
   * The pixels of a picture's file or of a {@link WirePicture}.
   *
   * @throws mirador.concepts.inference.InferenceException when the browser cannot read the file
   */
  static Picture picture(JSObject given) {
    JSObject pixels = isBlob(given) ? Await.of(decode(given, MOST_PIXELS)) : given;
    return ((WirePicture) pixels).picture();
  }

  @JSBody(
      params = {"content"},
      script =
          "return Promise.resolve(content instanceof Blob ? content.arrayBuffer() : content)"
              + ".then(function(buffer) { return new Uint8Array(buffer); });")
  private static native JSObject readBytes(JSObject content);

  @JSBody(
      params = {"content"},
      script = "return (content instanceof Blob ? content : new Blob([content])).text();")
  private static native JSObject readText(JSObject content);

  @JSBody(
      params = {"given"},
      script = "return given instanceof Blob;")
  private static native boolean isBlob(JSObject given);

  // A transparent picture is laid on white, as the page does.
  @JSBody(
      params = {"file", "most"},
      script =
          "return createImageBitmap(file).then(function(bitmap) {"
              + " var scale = Math.min(1, Math.sqrt(most / (bitmap.width * bitmap.height)));"
              + " var wide = Math.max(1, Math.floor(bitmap.width * scale));"
              + " var tall = Math.max(1, Math.floor(bitmap.height * scale));"
              + " var graphics = new OffscreenCanvas(wide, tall)"
              + ".getContext('2d', {willReadFrequently: true});"
              + " graphics.fillStyle = '#fff'; graphics.fillRect(0, 0, wide, tall);"
              + " graphics.imageSmoothingQuality = 'high';"
              + " graphics.drawImage(bitmap, 0, 0, wide, tall); bitmap.close();"
              + " var data = graphics.getImageData(0, 0, wide, tall).data;"
              + " var rgb = new Int8Array(wide * tall * 3);"
              + " for (var idx = 0, dst = 0; idx < data.length; idx += 4) {"
              + "  rgb[dst++] = data[idx]; rgb[dst++] = data[idx + 1]; rgb[dst++] = data[idx + 2]; }"
              + " return {width: wide, height: tall, rgb: rgb}; });")
  private static native JSObject decode(JSObject file, int most);
}
