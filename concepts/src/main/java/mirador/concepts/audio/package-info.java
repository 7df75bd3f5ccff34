/**
 * Sounds made by formula, and what an audio encoder sees of them: the short-time spectrum
 * (Oppenheim and Schafer, "Discrete-Time Signal Processing", chapter 10; notebook cells 4.1 and
 * 4.3).
 */
package mirador.concepts.audio;
