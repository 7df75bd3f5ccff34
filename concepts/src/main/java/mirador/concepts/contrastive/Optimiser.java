package mirador.concepts.contrastive;

/** How a gradient changes the parameters. */
interface Optimiser {
  /** Moves every parameter against its gradient. */
  void step();
}
