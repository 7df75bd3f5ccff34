package mirador.web.course;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import mirador.web.dom.Dom;
import mirador.web.dom.FileHub;
import mirador.web.dom.LocalEntries;
import org.teavm.jso.JSBody;
import org.teavm.jso.browser.Window;
import org.teavm.jso.dom.events.Event;

/**
 * What the learner made: answers, guesses, captions, exercises, own media, visited lessons. One
 * flat table of texts whose keys tell the kind ({@code answer.que-es-un-patch}, {@code
 * caption.cat}), kept in the browser under a version, shared by all widgets and all open tabs of
 * the course.
 *
 * <p>A text that the storage refuses stays in memory and is still exported; the learner is told
 * once.
 */
public final class CourseState {
  /** The version of the keys; a change of their meaning raises it. */
  public static final int VERSION = 1;

  /** The longest text kept under one key, in characters: a guard against a paste by mistake. */
  public static final int MAX_LENGTH = 20_000;

  private static final CourseState SHARED = new CourseState();

  private static final String PREFIX = "mirador:" + VERSION + ":";

  private final LocalEntries storage = new LocalEntries(PREFIX);
  private final Map<String, String> entries = new LinkedHashMap<>();
  private final List<Follower> followers = new ArrayList<>();
  private final List<Trouble> troubled = new ArrayList<>();
  private final Set<String> written = new HashSet<>();
  private String trouble = "";

  private CourseState() {
    entries.putAll(storage.all());
    if (!CourseData.fromFile()) {
      Dom.on(Window.current(), "storage", (Event event) -> replaceBy(storage.all()));
    } else {
      FileHub.open(CourseData.root() + "assets/hub.html", PREFIX, this::takeOver);
    }
  }

  /** The hub knows what was written on every page; what only this page knows is told to it. */
  private void takeOver(Map<String, String> hub) {
    Map<String, String> all = new LinkedHashMap<>(hub);
    for (Map.Entry<String, String> own : entries.entrySet()) {
      if (written.contains(own.getKey()) || hub.isEmpty()) {
        all.put(own.getKey(), own.getValue());
        FileHub.put(PREFIX + own.getKey(), own.getValue());
      }
    }
    for (String key : written) {
      if (!entries.containsKey(key)) {
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

  /** The text under a key, or the fallback when the learner has written none. */
  public String get(String key, String fallback) {
    String value = entries.get(key);
    return value == null ? fallback : value;
  }

  public boolean has(String key) {
    return entries.containsKey(key);
  }

  /** Keeps a text and tells the followers of its key. Texts past {@link #MAX_LENGTH} are cut. */
  public void put(String key, String value) {
    String kept = value.length() > MAX_LENGTH ? value.substring(0, MAX_LENGTH) : value;
    if (kept.equals(entries.get(key))) {
      return;
    }
    entries.put(key, kept);
    written.add(key);
    String refused = storage.put(key, kept);
    FileHub.put(PREFIX + key, kept);
    if (!refused.isEmpty() && trouble.isEmpty()) {
      trouble = refused;
      for (Trouble listener : troubled) {
        listener.storageRefused(refused);
      }
    }
    tell(key);
  }

  public void remove(String key) {
    if (entries.remove(key) != null) {
      written.add(key);
      storage.remove(key);
      FileHub.put(PREFIX + key, null);
      tell(key);
    }
  }

  /** Removes every key that begins with the prefix. */
  public void removeAll(String prefix) {
    for (String key : new ArrayList<>(entries.keySet())) {
      if (key.startsWith(prefix)) {
        remove(key);
      }
    }
  }

  /** All entries whose key begins with the prefix, ordered by key. */
  public Map<String, String> startingWith(String prefix) {
    Map<String, String> found = new TreeMap<>();
    for (Map.Entry<String, String> entry : entries.entrySet()) {
      if (entry.getKey().startsWith(prefix)) {
        found.put(entry.getKey(), entry.getValue());
      }
    }
    return found;
  }

  /** Calls the action after every change of a key with this prefix. */
  public void follow(String prefix, Runnable action) {
    followers.add(new Follower(prefix, action));
  }

  /** Calls the listener when (or at once if already) the storage refuses to keep something. */
  public void onTrouble(Trouble listener) {
    troubled.add(listener);
    if (!trouble.isEmpty()) {
      listener.storageRefused(trouble);
    }
  }

  /** Tells the followers of a key although no text changed, as when a picture has been swapped. */
  public void tell(String key) {
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
    for (String key : entries.keySet()) {
      // With a storage in trouble, a key missing there lives on in memory.
      if (trouble.isEmpty() && !fresh.containsKey(key)) {
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
