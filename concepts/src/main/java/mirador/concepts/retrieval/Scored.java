package mirador.concepts.retrieval;

/** A name with its score in a ranking. */
public record Scored(String name, double score) {}
