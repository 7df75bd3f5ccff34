package mirador.training.language;

/** What a question asks for. */
public enum Kind {
  /** What is to be seen: the subject, perhaps with its colour. */
  WHAT,
  /** The colour of the subject. */
  COLOUR,
  /** How many there are; none of what is not there. */
  COUNT,
  /** At which place. */
  WHERE,
  /** The weather or the time of day. */
  WEATHER,
  /** Yes or no. */
  IS_THERE,
  /** How the picture is made. */
  STYLE
}
