package mirador.web.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mirador.concepts.blip2.VisualQueries;
import mirador.concepts.image.Picture;

/** The last pictures that were looked at: a picture is a few megabytes, to look takes seconds. */
final class LookedAt {
  private static final int MOST = 16;

  private final List<Entry> entries = new ArrayList<>();

  /**
   * A picture and what was seen in it.
   *
   * @param stages how it was seen
   */
  record Entry(Picture picture, VisualQueries queries, List<StageReport> stages) {}

  /** What was seen in a picture of these pixels; null when it has not been looked at. */
  Entry find(Picture picture) {
    for (Entry entry : entries) {
      if (same(entry.picture(), picture)) {
        entries.remove(entry);
        entries.add(entry);
        return entry;
      }
    }
    return null;
  }

  void add(Entry entry) {
    entries.add(entry);
    if (entries.size() > MOST) {
      entries.remove(0);
    }
  }

  void clear() {
    entries.clear();
  }

  private static boolean same(Picture one, Picture other) {
    return one.rgb() == other.rgb()
        || (one.width() == other.width()
            && one.height() == other.height()
            && Arrays.equals(one.rgb(), other.rgb()));
  }
}
