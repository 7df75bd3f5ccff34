package mirador.concepts.vqa;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What somebody wrote down about a picture.
 *
 * @param objects things in it
 * @param scene one sentence
 * @param weather or "not applicable"
 * @param dominantTopic "transportation" or "animal"
 */
public record VisualFacts(
    List<String> objects, String scene, String weather, String dominantTopic) {
  /** The facts of cell 3.1 by picture id. */
  public static final Map<String, VisualFacts> NOTEBOOK = notebook();

  public VisualFacts {
    objects = List.copyOf(objects);
  }

  private static Map<String, VisualFacts> notebook() {
    Map<String, VisualFacts> facts = new LinkedHashMap<>();
    facts.put(
        "car",
        new VisualFacts(
            List.of("car", "road", "sunset"),
            "A sports car driving on the road at sunset.",
            "clear sky with sunset light",
            "transportation"));
    facts.put(
        "cat",
        new VisualFacts(
            List.of("cat", "pixel-art", "cute"),
            "A pixelated image of a cute cat.",
            "not applicable",
            "animal"));
    facts.put(
        "puppy",
        new VisualFacts(
            List.of("puppy", "snow", "park"), "A puppy sitting in the snow.", "snowy", "animal"));
    return Collections.unmodifiableMap(facts);
  }

  /**
   * The facts of a picture.
   *
   * @throws IllegalArgumentException when there are none
   */
  public static VisualFacts of(String picture) {
    VisualFacts facts = NOTEBOOK.get(picture);
    if (facts == null) {
      throw new IllegalArgumentException(
          "no facts about the picture \"" + picture + "\": " + NOTEBOOK.keySet());
    }
    return facts;
  }
}
