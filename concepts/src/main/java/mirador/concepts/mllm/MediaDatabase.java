package mirador.concepts.mllm;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mirador.concepts.audio.Sound;
import mirador.concepts.video.DrawnClip;

/**
 * Audio and video entries by id; immutable.
 *
 * @param audio «audio_db» in the notebook
 * @param video «video_db» in the notebook
 */
public record MediaDatabase(Map<String, AudioEntry> audio, Map<String, VideoEntry> video) {
  /** The entries of cell 4.3. */
  public static final MediaDatabase NOTEBOOK =
      new MediaDatabase(Map.of(), Map.of())
          .withAudio("audio_1", new AudioEntry("ladrido", 2.3, 0.88, Sound.BARK))
          .withAudio("audio_2", new AudioEntry("motor", 1.1, 0.73, Sound.ENGINE))
          .withVideo(
              "video_1",
              new VideoEntry("auto_en_movimiento", List.of("car", "sunset"), DrawnClip.MOVING_CAR))
          .withVideo(
              "video_2",
              new VideoEntry("gato_sentado", List.of("cat", "pixel-art"), DrawnClip.SITTING_CAT));

  public MediaDatabase {
    audio = Collections.unmodifiableMap(new LinkedHashMap<>(audio));
    video = Collections.unmodifiableMap(new LinkedHashMap<>(video));
  }

  /** This database with one audio entry more, or another one under the same id. */
  public MediaDatabase withAudio(String id, AudioEntry entry) {
    Map<String, AudioEntry> entries = new LinkedHashMap<>(audio);
    entries.put(checked(id), entry);
    return new MediaDatabase(entries, video);
  }

  /** This database with one video entry more, or another one under the same id. */
  public MediaDatabase withVideo(String id, VideoEntry entry) {
    Map<String, VideoEntry> entries = new LinkedHashMap<>(video);
    entries.put(checked(id), entry);
    return new MediaDatabase(audio, entries);
  }

  /** This database without the entry of this id. */
  public MediaDatabase without(String id) {
    Map<String, AudioEntry> sounds = new LinkedHashMap<>(audio);
    Map<String, VideoEntry> clips = new LinkedHashMap<>(video);
    sounds.remove(id);
    clips.remove(id);
    return new MediaDatabase(sounds, clips);
  }

  /** The first free id of the form {@code audio_3}. */
  public String nextAudioId() {
    return nextId("audio_", audio);
  }

  /** The first free id of the form {@code video_3}. */
  public String nextVideoId() {
    return nextId("video_", video);
  }

  private static String nextId(String prefix, Map<String, ?> entries) {
    int number = 1;
    while (entries.containsKey(prefix + number)) {
      number++;
    }
    return prefix + number;
  }

  private static String checked(String id) {
    if (id.isBlank()) {
      throw new IllegalArgumentException("an entry needs an id");
    }
    return id;
  }
}
