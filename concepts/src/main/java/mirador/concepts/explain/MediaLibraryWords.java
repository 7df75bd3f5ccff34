package mirador.concepts.explain;

import mirador.concepts.audio.Sound;
import mirador.concepts.audio.Spectrogram;
import mirador.concepts.mllm.AudioEntry;
import mirador.concepts.mllm.MediaDatabase;
import mirador.concepts.mllm.VideoEntry;
import mirador.concepts.text.Messages;
import mirador.concepts.text.Numbers;
import mirador.concepts.text.PythonText;
import mirador.concepts.video.Clip;
import mirador.concepts.video.DrawnClip;

/**
 * What the audio and video entries hold, in the notebook's words and in what they really sound
 * like.
 */
public final class MediaLibraryWords {
  private MediaLibraryWords() {}

  /** How many entries there are. */
  public static String result(Messages messages, MediaDatabase media) {
    return messages.get("media-library.result", media.audio().size(), media.video().size());
  }

  /** The note about a sound as the notebook holds it. */
  public static String audio(Messages messages, AudioEntry entry) {
    return messages.get(
        "media-library.audio",
        entry.event(),
        PythonText.repr(entry.seconds()),
        Numbers.fixed(entry.confidence(), 2));
  }

  /** What its plot shows, for those who do not see it. */
  public static String plot(Messages messages, AudioEntry entry, Spectrogram spectrogram) {
    return messages.get(
        "media-library.plot",
        entry.event(),
        Numbers.fixed(entry.seconds(), 1),
        Numbers.fixed(spectrogram.peakHertz() / 1000, 2),
        spectrogram.frames(),
        spectrogram.bins());
  }

  /** The note about a clip as the notebook holds it. */
  public static String video(Messages messages, VideoEntry entry) {
    return messages.get("media-library.video", entry.event(), PythonText.repr(entry.keyFrames()));
  }

  /** The moment of a key frame: «t = 1.2 s». */
  public static String moment(Messages messages, Clip.KeyFrame frame) {
    return messages.get("media-library.moment", Numbers.fixed(frame.seconds(), 1));
  }

  /** The name of a way to make a sound. */
  public static String sound(Messages messages, Sound sound) {
    return messages.get("media-library.sound." + sound.id());
  }

  /** The name of a clip. */
  public static String clip(Messages messages, DrawnClip clip) {
    return messages.get("media-library.clip." + clip.id());
  }
}
