package mirador.web.model;

/** Is told of a text while a model writes it. */
public interface TokenListener {
  /**
   * One token more. Beam search tells the token of the text that is the likeliest so far: what it
   * tells does not add up to the result.
   */
  void token(Token token);

  /** A stage is done. */
  void stage(StageReport report);

  /**
   * What was told no longer holds: the model has lost what it ran on, and begins again elsewhere.
   */
  default void again() {}
}
