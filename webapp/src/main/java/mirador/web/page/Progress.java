package mirador.web.page;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.text.Messages;
import mirador.web.course.CourseData;
import mirador.web.course.CourseState;
import mirador.web.dom.Dom;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.NodeList;

/**
 * How much of each lesson is done: its questions answered, guesses made and exercises passed. A
 * page counts its own and keeps "done/total" under {@code progress.<page>}; the navigation shows
 * all.
 */
final class Progress {
  private Progress() {}

  static void enliven() {
    List<String> keys = keysOfPage();
    CourseState state = CourseState.shared();
    Runnable count = () -> count(keys);
    if (!keys.isEmpty()) {
      count.run();
      state.follow("answer.", count);
      state.follow("prediction.", count);
      state.follow("exercise.", count);
    }
    state.follow("progress.", Progress::show);
    show();
  }

  private static List<String> keysOfPage() {
    List<String> keys = new ArrayList<>();
    collect(keys, "data-question", "answer.", "");
    collect(keys, "data-prediction", "prediction.", "");
    collect(keys, "data-exercise", "exercise.", ".passed");
    return keys;
  }

  private static void collect(List<String> keys, String attribute, String prefix, String suffix) {
    NodeList<? extends HTMLElement> found = Dom.all("main [" + attribute + "]");
    for (int i = 0; i < found.getLength(); i++) {
      keys.add(prefix + found.get(i).getAttribute(attribute) + suffix);
    }
  }

  private static void count(List<String> keys) {
    int done = 0;
    for (String key : keys) {
      if (!CourseState.shared().get(key, "").isBlank()) {
        done++;
      }
    }
    CourseState.shared().put("progress." + CourseData.page(), done + "/" + keys.size());
  }

  private static void show() {
    Messages messages = CourseData.messages();
    NodeList<? extends HTMLElement> marks = Dom.all("[data-progress]");
    for (int i = 0; i < marks.getLength(); i++) {
      HTMLElement mark = marks.get(i);
      String progress =
          CourseState.shared().get("progress." + mark.getAttribute("data-progress"), "");
      int slash = progress.indexOf('/');
      if (slash > 0) {
        String done = progress.substring(0, slash);
        String total = progress.substring(slash + 1);
        boolean whole = done.equals(total);
        Dom.setText(mark, whole ? "✓" : progress);
        Dom.toggleClass(mark, "progress-done", whole);
        mark.setAttribute("role", "img");
        mark.setAttribute("aria-label", messages.get("progress.label", done, total));
      }
    }
  }
}
