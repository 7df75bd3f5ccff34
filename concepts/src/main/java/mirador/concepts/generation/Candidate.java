package mirador.concepts.generation;

/**
 * A token that might come next.
 *
 * @param probability that the model gives it, 0 to 1
 */
public record Candidate(int token, double probability) {}
