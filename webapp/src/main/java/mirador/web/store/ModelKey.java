package mirador.web.store;

/** A model in one of its variants, as its manifest names them. */
public record ModelKey(String name, String variant) {
  /** What the names of all its pieces begin with. */
  String folder() {
    return name + "/" + variant + "/";
  }

  /** The name of the note about its pieces; no piece is called so. */
  String record() {
    return folder() + "?";
  }

  /** The key of a piece's or record's name; null when it is none of the store's names. */
  static ModelKey of(String name) {
    int first = name.indexOf('/');
    int second = name.indexOf('/', first + 1);
    return first < 1 || second < 0
        ? null
        : new ModelKey(name.substring(0, first), name.substring(first + 1, second));
  }
}
