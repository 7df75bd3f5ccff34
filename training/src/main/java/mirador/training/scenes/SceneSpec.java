package mirador.training.scenes;

/**
 * Everything that decides a picture. Equal specifications give equal pixels.
 *
 * @param seed decides the small things: where clouds float and flakes fall
 */
record SceneSpec(
    Subject subject,
    Colour colour,
    Pose pose,
    Place place,
    Sky sky,
    Style style,
    Size size,
    long seed) {}
