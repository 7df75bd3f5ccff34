package mirador.web.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.file.Blob;

/** Files that a learner picked or dropped, those of folders included, and their hashes. */
public final class PickedFiles {
  private PickedFiles() {}

  /** A file with the path that it has in what was picked. */
  public record Picked(String path, Blob file) {}

  /** The files of a file field, which it then forgets, so that they can be chosen again. */
  public static List<Picked> chosen(HTMLElement field) {
    return list(Browser.chosen(field));
  }

  /** The files that were dropped. */
  public static void dropped(Event event, Consumer<List<Picked>> done) {
    Browser.dropped(event, given -> done.accept(list(given)));
  }

  /** The SHA-256 of a file, 64 lower-case hexadecimal digits; never blocks the page. */
  public static void sha256(Blob file, Consumer<String> done, Runnable failed) {
    Browser.sha256(file, done, failed);
  }

  private static List<Picked> list(Browser.Given given) {
    List<Picked> files = new ArrayList<>();
    for (int i = 0; i < given.files().size(); i++) {
      files.add(new Picked(given.paths().get(i), given.files().get(i)));
    }
    return files;
  }
}
