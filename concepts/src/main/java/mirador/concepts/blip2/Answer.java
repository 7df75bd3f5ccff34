package mirador.concepts.blip2;

import mirador.concepts.generation.Generated;

/**
 * What BLIP-2 said of a picture.
 *
 * @param prompt that it read after the picture; empty for a caption
 * @param text what it wrote, without white space around it
 * @param generated the same as tokens
 */
public record Answer(String prompt, String text, Generated generated) {}
