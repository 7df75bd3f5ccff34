package mirador.web.store;

/**
 * Why something did not come.
 *
 * @param sentence for the learner: what was wrong, and what to do
 * @param passing whether the same request may well succeed when it is made again
 */
record Failure(String sentence, boolean passing) {}
