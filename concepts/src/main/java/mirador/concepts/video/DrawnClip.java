package mirador.concepts.video;

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
}
