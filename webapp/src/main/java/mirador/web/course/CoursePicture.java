package mirador.web.course;

import mirador.concepts.image.Picture;
import org.teavm.jso.dom.html.HTMLCanvasElement;

/**
 * A picture ready for use: its pixels for {@code concepts} and a canvas of the same size to draw
 * from.
 *
 * @param id the slot: "car", "cat" or "puppy"
 * @param name what the learner calls it: the figure's name or the own file's
 * @param alt a description for those who do not see it
 * @param own true when the learner put it there
 * @param loaded its canvas, to be drawn from, and its pixels
 */
public record CoursePicture(
    String id, String name, String alt, boolean own, PictureFiles.Loaded loaded) {
  /** (height, width, 3), values 0 to 255. */
  public Picture pixels() {
    return loaded.pixels();
  }

  /** The same pixels, to be drawn from. */
  public HTMLCanvasElement canvas() {
    return loaded.canvas();
  }

  public int width() {
    return loaded.width();
  }

  public int height() {
    return loaded.height();
  }

  /** Its width in pixels before it was reduced. */
  public int originalWidth() {
    return loaded.originalWidth();
  }

  /** Its height in pixels before it was reduced. */
  public int originalHeight() {
    return loaded.originalHeight();
  }

  /** True when the picture was too large and is used smaller than it was. */
  public boolean reduced() {
    return loaded.reduced();
  }
}
