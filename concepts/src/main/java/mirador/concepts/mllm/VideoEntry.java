package mirador.concepts.mllm;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.video.Clip;
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

  /**
   * A moment of the clip for each of the noted key frames: those the clip was drawn for where the
   * notes are about it, else moments at equal distances.
   */
  public List<Clip.KeyFrame> stills() {
    Clip drawn = clip.clip();
    if (drawn.keyFrames().stream().map(Clip.KeyFrame::name).toList().equals(keyFrames)) {
      return drawn.keyFrames();
    }
    List<Clip.KeyFrame> stills = new ArrayList<>();
    for (int i = 0; i < keyFrames.size(); i++) {
      double seconds = (i + 0.5) * drawn.duration() / keyFrames.size();
      stills.add(new Clip.KeyFrame(keyFrames.get(i), seconds));
    }
    return stills;
  }
}
