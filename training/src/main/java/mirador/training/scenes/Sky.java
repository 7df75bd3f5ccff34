package mirador.training.scenes;

/** The hour and the weather: the sky itself and the light it throws on everything else. */
interface Sky extends Named {
  /** The light under this sky. */
  Light light(Stage stage, SplitMix64 random);

  /** Draws the sky, down to the horizon and a little below. */
  void draw(Brush brush, Stage stage, Light light, SplitMix64 random);

  /** Draws what falls between the subject and the one who looks. */
  default void drawInFront(Brush brush, Stage stage, Light light, SplitMix64 random) {}
}
