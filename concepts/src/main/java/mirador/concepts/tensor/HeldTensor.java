package mirador.concepts.tensor;

/**
 * A tensor that stays where a runtime keeps it, on a graphics processor or in memory of its own,
 * and is given to the next run as it is: what a language model remembers of a text is many times
 * what goes in and comes out, and nobody reads it. Closed by whoever asked for it.
 */
public non-sealed interface HeldTensor extends Tensor, AutoCloseable {
  /** Frees its memory; a second call does nothing. */
  @Override
  void close();
}
