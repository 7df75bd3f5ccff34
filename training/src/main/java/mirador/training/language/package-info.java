/**
 * What people say about a scene: captions, questions with their answers, and short dialogues, in
 * English and Spanish.
 *
 * <p>A tongue ({@link mirador.training.language.Tongue}) knows its words and how they agree; what
 * is said ({@link mirador.training.language.Captions}, {@link mirador.training.language.Questions},
 * {@link mirador.training.language.Dialogues}) is decided apart from it. Everything random comes
 * from the generator that is given, so equal seeds give equal texts.
 */
package mirador.training.language;
