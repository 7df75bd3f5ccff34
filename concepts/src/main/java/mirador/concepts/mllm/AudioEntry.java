package mirador.concepts.mllm;

import mirador.concepts.audio.Sound;

/**
 * A sound and what was noted about it.
 *
 * @param event what is heard, «evento» in the notebook
 * @param seconds its length, «duracion_s» in the notebook
 * @param confidence how sure the note is, 0 to 1, «confianza» in the notebook
 * @param sound how to make it
 */
public record AudioEntry(String event, double seconds, double confidence, Sound sound) {
  /** Shortest sound that is made, in seconds. */
  public static final double MIN_SECONDS = 0.1;

  /** Longest sound that is made, in seconds. */
  public static final double MAX_SECONDS = 5;

  /**
   * An entry.
   *
   * @throws IllegalArgumentException when there is no event, or a number is out of its range
   */
  public AudioEntry {
    if (event.isBlank()) {
      throw new IllegalArgumentException("an audio entry needs an event");
    }
    if (!(seconds >= MIN_SECONDS && seconds <= MAX_SECONDS)) {
      throw new IllegalArgumentException("a sound lasts 0.1 to 5 seconds: " + seconds);
    }
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence is a number from 0 to 1: " + confidence);
    }
  }
}
