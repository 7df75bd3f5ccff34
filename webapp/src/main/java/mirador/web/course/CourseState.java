package mirador.web.course;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mirador.web.dom.Dom;
import mirador.web.dom.FileHub;
import mirador.web.dom.LaunchPage;
import mirador.web.dom.LocalEntries;
import mirador.web.dom.SharedTexts;
import org.teavm.jso.JSBody;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.events.Event;

/**
 * What the learner made: answers, guesses, captions, exercises, own media, visited lessons. One
 * flat table of texts whose keys tell the kind ({@code answer.que-es-un-patch}, {@code
 * caption.cat}), kept in the browser under a version, shared by all widgets, whichever script of
 * the page they are in, and all open tabs of the course.
 *
 * <p>A text that the storage refuses stays in memory and is still exported; the learner is told
 * once.
 */
public final class CourseState implements Entries {
  /** The version of the keys; a change of their meaning raises it. */
  public static final int VERSION = 1;

  /** The longest text kept under one key, in characters: a guard against a paste by mistake. */
  public static final int MAX_LENGTH = 200_000;

  /** A learner of a platform has keys that neither another one nor the plain course finds. */
  private static final String PREFIX =
      "mirador"
          + (LaunchPage.learner().isEmpty() ? "" : "@" + LaunchPage.learner())
          + ":"
          + VERSION
          + ":";

  private static final CourseState SHARED = new CourseState();

  private static final String REFUSED = "storage";

  private final LocalEntries storage = new LocalEntries(PREFIX);
  private final SharedTexts entries = new SharedTexts("course");

  /** The keys that were written on this page. */
  private final SharedTexts written = new SharedTexts("written");

  /** Holds why the storage refuses, once it has. */
  private final SharedTexts trouble = new SharedTexts("trouble");

  private final List<Follower> followers = new ArrayList<>();

  private CourseState() {
    entries.follow(this::hear);
    if (!entries.isFirst()) {
      return;
    }
    storage.all().forEach(entries::put);
    if (!CourseData.fromFile() || LaunchPage.inPackage()) {
      Dom.on(Window.current(), "storage", (Event event) -> replaceBy(storage.all()));
    } else {
      FileHub.open(CourseData.root() + "assets/hub.html", PREFIX, this::takeOver);
    }
  }

  /** The hub knows what was written on every page; what only this page knows is told to it. */
  private void takeOver(Map<String, String> hub) {
    Map<String, String> all = new LinkedHashMap<>(hub);
    for (Map.Entry<String, String> own : entries.all().entrySet()) {
      if (written.get(own.getKey()) != null || hub.isEmpty()) {
        all.put(own.getKey(), own.getValue());
        FileHub.put(PREFIX + own.getKey(), own.getValue());
      }
    }
    for (String key : written.all().keySet()) {
      if (entries.get(key) == null) {
        all.remove(key);
        FileHub.put(PREFIX + key, null);
      }
    }
    replaceBy(all);
  }

  /** The one state of the page. */
  public static CourseState shared() {
    return SHARED;
  }

  @Override
  public String get(String key, String fallback) {
    String value = entries.get(key);
    return value == null ? fallback : value;
  }

  @Override
  public boolean has(String key) {
    return entries.get(key) != null;
  }

  /** Keeps a text and tells the followers of its key. Texts past {@link #MAX_LENGTH} are cut. */
  public void put(String key, String value) {
    String kept = value.length() > MAX_LENGTH ? value.substring(0, MAX_LENGTH) : value;
    if (kept.equals(entries.get(key))) {
      return;
    }
    entries.put(key, kept);
    written.put(key, "");
    String refused = storage.put(key, kept);
    FileHub.put(PREFIX + key, kept);
    if (!refused.isEmpty() && trouble.get(REFUSED) == null) {
      trouble.put(REFUSED, refused);
      trouble.tell(REFUSED);
    }
    tell(key);
  }

  public void remove(String key) {
    if (entries.remove(key)) {
      written.put(key, "");
      storage.remove(key);
      FileHub.put(PREFIX + key, null);
      tell(key);
    }
  }

  /** Removes every key that begins with the prefix. */
  public void removeAll(String prefix) {
    for (String key : entries.all().keySet()) {
      if (key.startsWith(prefix)) {
        remove(key);
      }
    }
  }

  @Override
  public Map<String, String> startingWith(String prefix) {
    return Entries.withPrefix(entries.all(), prefix);
  }

  /** Calls the action after every change of a key with this prefix. */
  public void follow(String prefix, Runnable action) {
    followers.add(new Follower(prefix, action));
  }

  /** Calls the listener when (or at once if already) the storage refuses to keep something. */
  public void onTrouble(Trouble listener) {
    trouble.follow(key -> listener.storageRefused(trouble.get(key)));
    String refused = trouble.get(REFUSED);
    if (refused != null) {
      listener.storageRefused(refused);
    }
  }

  /** Tells the followers of a key although no text changed, as when a picture has been swapped. */
  public void tell(String key) {
    entries.tell(key);
  }

  private void hear(String key) {
    for (Follower follower : new ArrayList<>(followers)) {
      if (key.startsWith(follower.prefix())) {
        follower.action().run();
      }
    }
  }

  private void replaceBy(Map<String, String> fresh) {
    List<String> changed = new ArrayList<>();
    for (Map.Entry<String, String> entry : fresh.entrySet()) {
      if (!entry.getValue().equals(entries.get(entry.getKey()))) {
        changed.add(entry.getKey());
      }
    }
    for (String key : entries.all().keySet()) {
      // With a storage in trouble, a key missing there lives on in memory.
      if (trouble.get(REFUSED) == null && !fresh.containsKey(key)) {
        changed.add(key);
      }
    }
    for (String key : changed) {
      String value = fresh.get(key);
      if (value == null) {
        entries.remove(key);
      } else {
        entries.put(key, value);
      }
    }
    for (String key : changed) {
      tell(key);
    }
  }

  /** The present time as ISO 8601, for the date of an export. */
  @JSBody(script = "return new Date().toISOString();")
  public static native String now();

  /** Hears that the storage is "full" or "forbidden". */
  public interface Trouble {
    void storageRefused(String why);
  }

  private record Follower(String prefix, Runnable action) {}
}
