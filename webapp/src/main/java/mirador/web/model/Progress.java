package mirador.web.model;

/**
 * How far a request has come.
 *
 * @param done parts done of {@code total}, or bytes in {@link Phase#DOWNLOAD}, {@link Phase#CHECK}
 *     and {@link Phase#LOAD}
 * @param total 0 when it is not known
 */
public record Progress(Phase phase, double done, double total) {}
