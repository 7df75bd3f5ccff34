/**
 * A small drawing program: one {@link mirador.training.scenes.SceneSpec} in, one picture out.
 *
 * <p>A scene is a subject, in a colour and a pose, at a place, under a sky, in a style. Each
 * subject, place, sky and style is one small class listed in {@link
 * mirador.training.scenes.Catalogue}; any of them goes with any other. The course's three figures
 * are three such scenes, and so are the pictures that the miniature models are trained on: what the
 * learner sees and what the model learned from come out of the same code.
 *
 * <p>{@link mirador.training.scenes.SceneSampler} chooses scenes at random and tells what is true
 * of them; it is what the training knows of this package.
 *
 * <p>Everything random comes from the seed in the specification, so equal specifications give equal
 * pixels. Nothing is ever written as text inside a picture.
 */
package mirador.training.scenes;
