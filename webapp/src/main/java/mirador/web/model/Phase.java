package mirador.web.model;

/** What is being done until a model has answered; shown one after the other in one line. */
public enum Phase {
  DOWNLOAD("download"),
  /** The hashes of the kept files are made once more. */
  CHECK("check"),
  /** The weights are read into the runtime's memory. */
  LOAD("load"),
  COMPILE("compile"),
  WARM_UP("warm-up"),
  RUN("run");

  private final String code;

  Phase(String code) {
    this.code = code;
  }

  /** A short name for messages between programs and for keys of texts. */
  public String code() {
    return code;
  }

  /** The phase of this code. */
  static Phase of(String code) {
    for (Phase phase : values()) {
      if (phase.code.equals(code)) {
        return phase;
      }
    }
    throw new IllegalArgumentException("no phase \"" + code + "\"");
  }
}
