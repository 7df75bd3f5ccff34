/**
 * CLIP (Radford et al., "Learning Transferable Visual Models From Natural Language Supervision",
 * 2021): pictures and texts in one space, what their cosines say, and what its layers look at. The
 * arithmetic of the two encoders is done by a {@link mirador.concepts.inference.Session}.
 */
package mirador.concepts.clip;
