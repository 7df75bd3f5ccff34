/**
 * Judges the miniature models as they are shipped, on scenes whose combinations of subject, colour
 * and place no training has seen.
 */
package mirador.training.evaluation;
