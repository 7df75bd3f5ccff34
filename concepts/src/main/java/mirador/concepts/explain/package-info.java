/**
 * Puts results into words: the sentence under each widget, said by the same code when the page is
 * built and when it runs. One small class for each widget; the texts are in the messages files.
 */
package mirador.concepts.explain;
