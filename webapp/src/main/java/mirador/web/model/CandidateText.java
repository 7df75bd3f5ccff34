package mirador.web.model;

/**
 * A token that might have come.
 *
 * @param text of the token alone
 * @param probability that the model gave it, 0 to 1
 */
public record CandidateText(int id, String text, double probability) {}
