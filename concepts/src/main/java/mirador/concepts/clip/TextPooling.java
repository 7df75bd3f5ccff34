package mirador.concepts.clip;

/**
 * Which token of a text stands for all of it: the end-of-text token, since it alone has seen every
 * other one (Radford et al. 2021, section 2.4). The published models find it as the token of the
 * greatest id, and say so by an {@code eos_token_id} of 2, which is no end of text at all; later
 * ones look for the id itself (Hugging Face transformers, {@code CLIPTextTransformer}).
 */
public final class TextPooling {
  /** The id that means "the token of the greatest id". */
  public static final long GREATEST = 2;

  private TextPooling() {}

  /**
   * The place of the token that is pooled, from 0: the first one of the greatest id, or the first
   * one of the id {@code eosTokenId}; 0 when no token has it, as in the reference.
   *
   * @throws IllegalArgumentException when there are no tokens
   */
  public static int position(long[] ids, long eosTokenId) {
    if (ids.length == 0) {
      throw new IllegalArgumentException("a text of no tokens has none to pool");
    }
    int found = 0;
    for (int i = ids.length - 1; i >= 0; i--) {
      if (eosTokenId == GREATEST ? ids[i] >= ids[found] : ids[i] == eosTokenId) {
        found = i;
      }
    }
    return found;
  }
}
