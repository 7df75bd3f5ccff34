package mirador.training.scenes;

/** Where the subject stands: everything from the horizon down, and what rises above it. */
interface Place extends Named {
  /** The height at which the subject touches the ground. */
  double groundLine();

  /** Draws what lies behind the subject. */
  void draw(Brush brush, Stage stage, Light light, SplitMix64 random);

  /** Draws what stands nearer than the subject. */
  default void drawInFront(Brush brush, Stage stage, Light light, SplitMix64 random) {}
}
