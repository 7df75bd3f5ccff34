package mirador.training.language;

/**
 * What a subject does.
 *
 * @param word "driving", "jugando", "sentado"
 * @param moves whether it goes along its place, as "driving along the road", or stays in it
 */
record Doing(Adjective word, boolean moves) {}
