package mirador.concepts.audio;

import java.util.Optional;

/** The sounds that the course can make. */
public enum Sound {
  BARK("bark"),
  ENGINE("engine"),
  BELL("bell"),
  RAIN("rain");

  private final String id;

  Sound(String id) {
    this.id = id;
  }

  /** The name in storage and message keys. */
  public String id() {
    return id;
  }

  /** The sound of this id. */
  public static Optional<Sound> of(String id) {
    for (Sound sound : values()) {
      if (sound.id.equals(id)) {
        return Optional.of(sound);
      }
    }
    return Optional.empty();
  }

  /** Makes the sound; always the same samples for the same length. */
  public Waveform make(double seconds) {
    return switch (this) {
      case BARK -> BarkSynth.make(seconds);
      case ENGINE -> EngineSynth.make(seconds);
      case BELL -> BellSynth.make(seconds);
      case RAIN -> RainSynth.make(seconds);
    };
  }
}
