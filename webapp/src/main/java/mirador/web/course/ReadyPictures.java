package mirador.web.course;

import java.util.HashMap;
import java.util.Map;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.dom.html.HTMLCanvasElement;

/**
 * The pictures that are loaded, by slot. They are kept in the page, so that each is decoded once
 * for all its scripts, and so that a picture which the browser's storage refused is still
 * everywhere on the page.
 */
final class ReadyPictures {
  private final Map<String, CoursePicture> seen = new HashMap<>();

  /** The picture of a slot, or null; the same object until the slot holds another one. */
  CoursePicture get(String id) {
    Entry entry = entry(id);
    if (entry == null) {
      return null;
    }
    CoursePicture picture = seen.get(id);
    if (picture == null || picture.canvas() != entry.getCanvas()) {
      picture =
          new CoursePicture(
              id,
              entry.getName(),
              entry.getAlt(),
              entry.isOwn(),
              new PictureFiles.Loaded(
                  entry.getCanvas(), entry.getOriginalWidth(), entry.getOriginalHeight()));
      seen.put(id, picture);
    }
    return picture;
  }

  void put(CoursePicture picture) {
    seen.put(picture.id(), picture);
    put(
        picture.id(),
        picture.canvas(),
        picture.name(),
        picture.alt(),
        picture.own(),
        picture.originalWidth(),
        picture.originalHeight());
  }

  void remove(String id) {
    seen.remove(id);
    erase(id);
  }

  private interface Entry extends JSObject {
    @JSProperty
    HTMLCanvasElement getCanvas();

    @JSProperty
    String getName();

    @JSProperty
    String getAlt();

    @JSProperty
    boolean isOwn();

    @JSProperty
    int getOriginalWidth();

    @JSProperty
    int getOriginalHeight();
  }

  @JSBody(
      params = {"id"},
      script = "return window.miradorReady && window.miradorReady[id] || null;")
  private static native Entry entry(String id);

  @JSBody(
      params = {"id", "canvas", "name", "alt", "own", "width", "height"},
      script =
          "var ready = window.miradorReady = window.miradorReady || {};"
              + "ready[id] = {canvas: canvas, name: name, alt: alt, own: own,"
              + " originalWidth: width, originalHeight: height};")
  private static native void put(
      String id,
      HTMLCanvasElement canvas,
      String name,
      String alt,
      boolean own,
      int width,
      int height);

  @JSBody(
      params = {"id"},
      script = "if (window.miradorReady) delete window.miradorReady[id];")
  private static native void erase(String id);
}
