package mirador.web.model;

/** The four stages of BLIP-2 from a picture to a text. */
public enum Stage {
  /** The vision tower makes tokens of the picture. */
  VISION,
  /** The queries look at those tokens, and become words for the language model. */
  QFORMER,
  /** The language model reads the queries and the prompt, and gives the first token. */
  PREFILL,
  /** It reads each new token and gives the next. */
  DECODE
}
