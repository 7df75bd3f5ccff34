package mirador.trainer.opt;

/**
 * The sizes of an OPT model.
 *
 * @param width of its tokens
 * @param layers how many
 * @param heads of every layer
 * @param positions most tokens of a text
 * @param vocabulary how many token ids
 */
public record OptSizes(int width, int layers, int heads, int positions, int vocabulary) {
  /** Those of BLIP-2 mini's language model. */
  public static OptSizes mini(int vocabulary) {
    return new OptSizes(128, 4, 4, 192, vocabulary);
  }
}
