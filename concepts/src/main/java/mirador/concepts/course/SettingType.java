package mirador.concepts.course;

/** What a widget's setting holds. */
public enum SettingType {
  /** A whole number in a range. */
  INTEGER,
  /** Whole numbers in a range, separated by spaces or commas. */
  INTEGER_LIST,
  /** Decimal numbers in a range, separated by spaces; may be empty. */
  NUMBER_LIST,
  /** A square matrix: rows separated by «;», numbers by spaces; may be empty. */
  MATRIX,
  /** One of the choices. */
  CHOICE,
  /** The id of one of the course's pictures. */
  PICTURE,
  /** Free text. */
  TEXT
}
