package mirador.concepts.mllm;

/**
 * Where a modality goes.
 *
 * @param encoder what reads it, "Unknown" when nothing does
 * @param output what the encoder gives, "N/A" when there is none
 */
public record Route(String encoder, String output) {
  /** The way of a modality that has no encoder. */
  public static final Route UNKNOWN = new Route("Unknown", "N/A");

  public boolean isKnown() {
    return !equals(UNKNOWN);
  }
}
