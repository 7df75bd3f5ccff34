package mirador.concepts.explain;

import java.util.List;
import mirador.concepts.text.Messages;

/** What the gallery of the three pictures says (notebook cell 0.2). */
public final class PictureGalleryWords {
  private PictureGalleryWords() {}

  /**
   * Which pictures the course works with.
   *
   * @param names of all pictures as they are now
   * @param own names of those the learner brought
   */
  public static String result(Messages messages, List<String> names, List<String> own) {
    if (own.isEmpty()) {
      return messages.get("picture-gallery.result", listed(messages, names));
    }
    return messages.get(
        "picture-gallery.result.own", names.size(), own.size(), listed(messages, own));
  }

  /** Width and height: «768 × 512 px». */
  public static String size(Messages messages, int width, int height) {
    return messages.get("picture-gallery.size", width, height);
  }

  /** The size a picture had and the one it is used with. */
  public static String reduced(
      Messages messages, int originalWidth, int originalHeight, int width, int height) {
    return messages.get(
        "picture-gallery.size.reduced", originalWidth, originalHeight, width, height);
  }

  private static String listed(Messages messages, List<String> names) {
    String list = "";
    for (int i = 0; i < names.size(); i++) {
      String quoted = messages.get("quoted", names.get(i));
      if (i == 0) {
        list = quoted;
      } else if (i == names.size() - 1) {
        list = messages.get("list.and", list, quoted);
      } else {
        list += ", " + quoted;
      }
    }
    return list;
  }
}
