package mirador.concepts.vit;

/** What self-attention costs (Vaswani et al., "Attention Is All You Need", 2017, table 1). */
public final class Attention {
  private Attention() {}

  /** Pairs of tokens that one layer and head compares: every token with every one, itself too. */
  public static long pairs(long tokens) {
    return tokens * tokens;
  }
}
