/**
 * Similarity, ranking and how to measure a ranking (Radford et al., "Learning Transferable Visual
 * Models From Natural Language Supervision", 2021, section 3.1; notebook cells 2.2c, 2.2d and 2.3),
 * and principal components for the map of section 2.1.
 *
 * <p>Ties keep their order: that is Python's stable {@code list.sort(reverse=True)}, and what
 * {@code np.argsort(-x)} does for up to 16 values, where its introsort is an insertion sort.
 */
package mirador.concepts.retrieval;
