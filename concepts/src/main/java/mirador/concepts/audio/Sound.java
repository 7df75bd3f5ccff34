package mirador.concepts.audio;

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
}
