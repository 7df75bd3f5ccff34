package mirador.concepts.video;

import java.util.List;

/**
 * A drawn clip: what stands in the picture at each moment. It ends as it began, so it can repeat.
 */
public interface Clip {
  /** Width of the picture, in pixels. */
  int WIDTH = 320;

  /** Height of the picture, in pixels. */
  int HEIGHT = 180;

  /** Length in seconds. */
  double duration();

  /**
   * The shapes at a moment, those behind first.
   *
   * @param seconds since the start; beyond the end the clip repeats
   */
  List<Shape> at(double seconds);

  /** The moments that stand for the clip, one for each of the notebook's «frames_clave». */
  List<KeyFrame> keyFrames();

  /** A moment and what it was chosen to show. */
  record KeyFrame(String name, double seconds) {}
}
