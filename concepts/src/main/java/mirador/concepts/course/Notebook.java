package mirador.concepts.course;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mirador.concepts.blip2.Dialogue;

/**
 * Data of the notebook that no concept owns: pictures, captions, sample questions and queries. The
 * vocabulary, the visual facts and the audio and video entries stand beside their types, in {@code
 * symbolic}, {@code vqa} and {@code mllm}.
 */
public final class Notebook {
  /** Ids of the three pictures, in the order of cell 0.2. */
  public static final List<String> PICTURES = List.of("car", "cat", "puppy");

  /** Caption by picture id, in the order of {@link #PICTURES}; cell 2.2a. */
  public static final Map<String, String> CAPTIONS =
      captions(
          "A sports car driving on the road at sunset",
          "A pixelated image of a cute cat",
          "A puppy playing in the snow");

  /** The three sample queries of cell 2.2d. */
  public static final List<String> QUERIES =
      List.of("a cute pixelated cat", "a dog in the snow", "a fast car on the road at sunset");

  /** The five sample questions asked of every picture in cell 3.1. */
  public static final List<String> SAMPLE_QUESTIONS =
      List.of(
          "What do you see in this picture?",
          "What objects are visible?",
          "Is there an animal?",
          "What is the weather?",
          "Is there a car?");

  /** What BLIP-2 is asked of the picture of the car in cell 4.4. */
  public static final String BLIP2_QUESTION = "What do you see in this image?";

  /** The chained prompt of cell 4.4: what was answered before, written by hand, and a question. */
  public static final Dialogue BLIP2_DIALOGUE =
      Dialogue.EMPTY
          .ask(BLIP2_QUESTION)
          .with("A sports car driving on the road at sunset.")
          .ask("What colors are prominent?");

  /** Most new tokens of a caption in cell 4.4. */
  public static final int CAPTION_TOKENS = 30;

  /** Most new tokens of an answer in cell 4.4. */
  public static final int ANSWER_TOKENS = 40;

  /** The four questions of cell 3.3-T that the rules were not made for. */
  public static final List<PictureQuestion> OUT_OF_DOMAIN_QUESTIONS =
      List.of(
          new PictureQuestion("car", "¿Qué objeto aparece?"),
          new PictureQuestion("car", "¿Qué velocidad exacta lleva?"),
          new PictureQuestion("cat", "¿Es un gato pixelado?"),
          new PictureQuestion("puppy", "¿Qué raza exacta es?"));

  /** The three prompts of cell 4.3 with the entries chosen for each; an empty id means none. */
  public static final List<Prompt> PROMPTS =
      List.of(
          new Prompt("Describe la escena", "car", "", "video_1"),
          new Prompt("¿Qué animal aparece?", "puppy", "audio_1", ""),
          new Prompt("¿Cuál es la duración del audio?", "", "audio_1", ""));

  /** Patch sizes to try in cell 1.2-T1, in pixels. */
  public static final List<Integer> PATCH_SIZES = List.of(32, 48, 96);

  private Notebook() {}

  /** A question about a picture. */
  public record PictureQuestion(String picture, String question) {}

  /** A prompt and the ids of the entries it is asked about; an empty id means none. */
  public record Prompt(String text, String image, String audio, String video) {}

  /** The three captions by picture id, in the order of {@link #PICTURES}. */
  public static Map<String, String> captions(String car, String cat, String puppy) {
    Map<String, String> captions = new LinkedHashMap<>();
    captions.put("car", car);
    captions.put("cat", cat);
    captions.put("puppy", puppy);
    return Collections.unmodifiableMap(captions);
  }
}
