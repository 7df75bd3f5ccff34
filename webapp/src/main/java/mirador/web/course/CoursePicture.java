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
 * @param pixels (height, width, 3), values 0 to 255
 * @param canvas the same pixels, to be drawn from
 * @param originalWidth in pixels, before it was reduced
 * @param originalHeight in pixels, before it was reduced
 */
public record CoursePicture(
    String id,
    String name,
    String alt,
    boolean own,
    Picture pixels,
    HTMLCanvasElement canvas,
    int originalWidth,
    int originalHeight) {
  public int width() {
    return pixels.width();
  }

  public int height() {
    return pixels.height();
  }

  /** True when the picture was too large and is used smaller than it was. */
  public boolean reduced() {
    return originalWidth != width() || originalHeight != height();
  }
}
