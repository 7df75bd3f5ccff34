/**
 * Trains the miniature models: CLIP mini and BLIP-2 mini. Opt-in (profile {@code train}): what is
 * shipped are the results, and nothing of a normal build needs this module.
 */
package mirador.trainer;
