package mirador.concepts.mllm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mirador.concepts.course.Notebook;
import mirador.concepts.text.Numbers;
import mirador.concepts.text.PythonText;

/**
 * Cell 4.3, {@code responder_multimodal_cpu}: answers a prompt from captions and notes, by rules.
 *
 * @param captions by picture id
 * @param media audio and video entries
 */
public record MultimodalResponder(Map<String, String> captions, MediaDatabase media) {
  /** The responder over the notebook's own captions and entries. */
  public static final MultimodalResponder NOTEBOOK =
      new MultimodalResponder(Notebook.CAPTIONS, MediaDatabase.NOTEBOOK);

  /**
   * The answer to a prompt about the chosen entries.
   *
   * @param prompt in Spanish
   * @param image id of a picture, or null or empty for none; unknown ids count as none
   * @param audio id of an audio entry, likewise
   * @param video id of a video entry, likewise
   */
  public ResponderAnswer answer(String prompt, String image, String audio, String video) {
    String caption = image == null ? null : captions.get(image);
    AudioEntry sound = audio == null ? null : media.audio().get(audio);
    VideoEntry clip = video == null ? null : media.video().get(video);
    Intention intention = Intention.of(PythonText.lower(prompt));
    String text =
        switch (intention) {
          case DURATION ->
              sound == null
                  ? "No tengo audio seleccionado."
                  : "La duración del audio es " + PythonText.repr(sound.seconds()) + " s.";
          case EVENT ->
              clip == null
                  ? "No tengo video seleccionado."
                  : "El evento principal del video es: " + clip.event() + ".";
          case ANIMAL -> animal(image == null ? "" : image);
          case DESCRIPTION -> description(caption, sound, clip);
        };
    return new ResponderAnswer(text, intention);
  }

  private static String animal(String image) {
    return switch (image) {
      case "puppy" -> "Parece un cachorro.";
      case "cat" -> "Parece un gato.";
      default -> "No identifico un animal claro.";
    };
  }

  private static String description(String caption, AudioEntry sound, VideoEntry clip) {
    List<String> parts = new ArrayList<>();
    if (caption != null) {
      parts.add("Imagen: " + caption);
    }
    if (sound != null) {
      parts.add(
          "Audio: '"
              + sound.event()
              + "' ("
              + PythonText.repr(sound.seconds())
              + " s, conf="
              + Numbers.plain(sound.confidence(), 2)
              + ")");
    }
    if (clip != null) {
      parts.add("Video: '" + clip.event() + "' con pistas " + PythonText.repr(clip.keyFrames()));
    }
    return parts.isEmpty() ? "Sin modalidades activas." : String.join(" | ", parts);
  }
}
