package mirador.concepts.generation;

/** Is told of a text while it is written, and can stop it. */
public interface GenerationListener {
  /** Wants to know nothing and stops nothing. */
  GenerationListener NONE =
      new GenerationListener() {
        @Override
        public boolean step(Step step) {
          return true;
        }

        @Override
        public boolean wantsDetails() {
          return false;
        }
      };

  /**
   * After each token.
   *
   * @return false to stop; what is written so far, this token included, is the result
   */
  boolean step(Step step);

  /** Whether steps are to come with candidates and attention, which cost time. */
  default boolean wantsDetails() {
    return true;
  }
}
