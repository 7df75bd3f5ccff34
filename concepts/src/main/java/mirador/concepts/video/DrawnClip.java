package mirador.concepts.video;

import java.util.Optional;

/** The clips that the course can draw. */
public enum DrawnClip {
  MOVING_CAR("moving-car"),
  SITTING_CAT("sitting-cat");

  private final String id;

  DrawnClip(String id) {
    this.id = id;
  }

  /** The name in storage and message keys. */
  public String id() {
    return id;
  }

  /** The clip of this id. */
  public static Optional<DrawnClip> of(String id) {
    for (DrawnClip clip : values()) {
      if (clip.id.equals(id)) {
        return Optional.of(clip);
      }
    }
    return Optional.empty();
  }

  /** The clip itself. */
  public Clip clip() {
    return switch (this) {
      case MOVING_CAR -> new MovingCarClip();
      case SITTING_CAT -> new SittingCatClip();
    };
  }
}
