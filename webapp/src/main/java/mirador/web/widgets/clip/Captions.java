package mirador.web.widgets.clip;

import java.util.LinkedHashMap;
import java.util.Map;
import mirador.concepts.course.Notebook;
import mirador.concepts.text.Words;
import mirador.web.course.CourseData;
import mirador.web.course.CourseState;
import mirador.web.course.Entries;

/** The captions every widget of the lesson works with: the learner's, or the notebook's. */
public final class Captions {
  /** Followers of this prefix in {@link CourseState} hear of changed captions. */
  public static final String TOPIC = "caption.";

  private Captions() {}

  /** The three captions by picture id, in the notebook's order. */
  public static Map<String, String> all() {
    return all(CourseState.shared());
  }

  /** The same of any learner. */
  public static Map<String, String> all(Entries learner) {
    Map<String, String> captions = new LinkedHashMap<>();
    for (String id : Notebook.PICTURES) {
      captions.put(id, learner.get(TOPIC + id, Notebook.CAPTIONS.get(id)));
    }
    return captions;
  }

  public static String of(String id) {
    return CourseState.shared().get(TOPIC + id, Notebook.CAPTIONS.get(id));
  }

  public static boolean isOwn(String id) {
    return CourseState.shared().has(TOPIC + id);
  }

  /** Keeps a caption; the notebook's own is not kept as something the learner wrote. */
  public static void put(String id, String caption) {
    if (caption.equals(Notebook.CAPTIONS.get(id))) {
      restore(id);
    } else {
      CourseState.shared().put(TOPIC + id, caption);
    }
  }

  public static void restore(String id) {
    CourseState.shared().remove(TOPIC + id);
  }

  /** A caption as it is shown where room is scarce. */
  public static String shown(String caption, int length) {
    return caption.isBlank()
        ? CourseData.messages().get("caption-editor.shown.blank")
        : CourseData.messages().get("quoted", Words.shorten(caption, length));
  }

  public static void restoreAll() {
    CourseState.shared().removeAll(TOPIC);
  }
}
