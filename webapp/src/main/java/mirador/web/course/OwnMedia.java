package mirador.web.course;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mirador.concepts.audio.Sound;
import mirador.concepts.mllm.AudioEntry;
import mirador.concepts.mllm.MediaDatabase;
import mirador.concepts.mllm.VideoEntry;
import mirador.concepts.text.Numbers;
import mirador.concepts.text.PythonText;
import mirador.concepts.text.Words;
import mirador.concepts.video.DrawnClip;
import mirador.web.dom.Json;

/**
 * The audio and video entries the learner added to the notebook's (cell 4.3-T), kept in the course
 * state as JSON under {@code media.audio.<id>} and {@code media.video.<id>}.
 */
public final class OwnMedia {
  /** Followers of this prefix in {@link CourseState} hear of changed entries. */
  public static final String TOPIC = "media.";

  private static final String AUDIO = TOPIC + "audio.";
  private static final String VIDEO = TOPIC + "video.";

  private OwnMedia() {}

  /** The notebook's entries and the learner's; what an import has damaged is left out. */
  public static MediaDatabase database() {
    return database(CourseState.shared());
  }

  /** The same of any learner. */
  public static MediaDatabase database(Entries learner) {
    MediaDatabase media = MediaDatabase.NOTEBOOK;
    for (String id : ids(learner, AUDIO)) {
      AudioEntry entry = audio(Json.texts(learner.get(AUDIO + id, "")));
      if (entry != null && !media.audio().containsKey(id)) {
        media = media.withAudio(id, entry);
      }
    }
    for (String id : ids(learner, VIDEO)) {
      VideoEntry entry = video(Json.texts(learner.get(VIDEO + id, "")));
      if (entry != null && !media.video().containsKey(id)) {
        media = media.withVideo(id, entry);
      }
    }
    return media;
  }

  public static void putAudio(String id, AudioEntry entry) {
    CourseState.shared()
        .put(
            AUDIO + id,
            json(
                "event", entry.event(),
                "seconds", PythonText.repr(entry.seconds()),
                "confidence", PythonText.repr(entry.confidence()),
                "sound", entry.sound().id()));
  }

  public static void putVideo(String id, VideoEntry entry) {
    CourseState.shared()
        .put(
            VIDEO + id,
            json(
                "event", entry.event(),
                "keyFrames", String.join(", ", entry.keyFrames()),
                "clip", entry.clip().id()));
  }

  /** Takes one of the learner's entries away, audio or video. */
  public static void remove(String id) {
    CourseState.shared().remove(AUDIO + id);
    CourseState.shared().remove(VIDEO + id);
  }

  /** Takes all of the learner's entries away. */
  public static void removeAll() {
    CourseState.shared().removeAll(TOPIC);
  }

  /** The tags a learner typed, separated by commas. */
  public static List<String> tags(String typed) {
    List<String> tags = new ArrayList<>();
    for (String tag : Words.split(typed, ",;\n")) {
      if (!tag.isBlank()) {
        tags.add(tag.strip());
      }
    }
    return tags;
  }

  /** Ids under a prefix in the order they were given: audio_3 before audio_10. */
  private static List<String> ids(Entries learner, String prefix) {
    List<String> ids = new ArrayList<>();
    for (String key : learner.startingWith(prefix).keySet()) {
      ids.add(key.substring(prefix.length()));
    }
    ids.sort((a, b) -> a.length() == b.length() ? a.compareTo(b) : a.length() - b.length());
    return ids;
  }

  private static AudioEntry audio(Map<String, String> members) {
    try {
      return new AudioEntry(
          member(members, "event"),
          Numbers.parse(member(members, "seconds")).orElseThrow(),
          Numbers.parse(member(members, "confidence")).orElseThrow(),
          Sound.of(member(members, "sound")).orElseThrow());
    } catch (RuntimeException e) {
      return null;
    }
  }

  private static VideoEntry video(Map<String, String> members) {
    try {
      return new VideoEntry(
          member(members, "event"),
          tags(member(members, "keyFrames")),
          DrawnClip.of(member(members, "clip")).orElseThrow());
    } catch (RuntimeException e) {
      return null;
    }
  }

  private static String member(Map<String, String> members, String name) {
    return members.getOrDefault(name, "");
  }

  private static String json(String... pairs) {
    StringBuilder out = new StringBuilder("{");
    for (int i = 0; i + 1 < pairs.length; i += 2) {
      out.append(i == 0 ? "" : ",")
          .append(Json.quote(pairs[i]))
          .append(':')
          .append(Json.quote(pairs[i + 1]));
    }
    return out.append('}').toString();
  }
}
