package mirador.concepts.mllm;

import java.util.List;
import mirador.concepts.video.DrawnClip;

/**
 * A clip and what was noted about it.
 *
 * @param event what happens, «evento» in the notebook
 * @param keyFrames what its key frames show, «frames_clave» in the notebook
 * @param clip how to draw it
 */
public record VideoEntry(String event, List<String> keyFrames, DrawnClip clip) {
  /**
   * An entry.
   *
   * @throws IllegalArgumentException when there is no event
   */
  public VideoEntry {
    if (event.isBlank()) {
      throw new IllegalArgumentException("a video entry needs an event");
    }
    keyFrames = List.copyOf(keyFrames);
  }
}
