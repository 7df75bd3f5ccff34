package mirador.concepts.symbolic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mirador.concepts.text.Letters;
import mirador.concepts.text.PythonText;

/** The notebook's two symbolic encoders, {@code text_embedding} and {@code image_embedding}. */
public final class SymbolicEmbedder {
  /** What each picture shows, said by hand; cell 2.2b. */
  public static final Map<String, List<String>> IMAGE_SEMANTICS = imageSemantics();

  private SymbolicEmbedder() {}

  private static Map<String, List<String>> imageSemantics() {
    Map<String, List<String>> semantics = new LinkedHashMap<>();
    semantics.put("car", List.of("car", "road", "sunset"));
    semantics.put("cat", List.of("cat", "pixelated", "cute"));
    semantics.put("puppy", List.of("puppy", "dog", "snow"));
    return Collections.unmodifiableMap(semantics);
  }

  /** The embedding of a text: which words of the vocabulary occur inside it, however often. */
  public static SymbolicEmbedding text(String text) {
    String lower = PythonText.lower(text);
    List<String> matched = new ArrayList<>();
    for (String word : Vocabulary.NOTEBOOK.words()) {
      if (lower.contains(word)) {
        matched.add(word);
      }
    }
    return embedding(matched);
  }

  /**
   * The embedding of a picture, from what was said of it by hand.
   *
   * @throws IllegalArgumentException when the picture is not one of the three
   */
  public static SymbolicEmbedding image(String id) {
    List<String> words = IMAGE_SEMANTICS.get(id);
    if (words == null) {
      throw new IllegalArgumentException(
          "no symbolic embedding for the picture \"" + id + "\": " + IMAGE_SEMANTICS.keySet());
    }
    return embedding(words);
  }

  /** Every picture's embedding by id, in the notebook's order. */
  public static Map<String, double[]> images() {
    Map<String, double[]> vectors = new LinkedHashMap<>();
    for (String id : IMAGE_SEMANTICS.keySet()) {
      vectors.put(id, image(id).vector());
    }
    return vectors;
  }

  /** The embedding of every text under its own name, in the same order. */
  public static Map<String, double[]> texts(Map<String, String> texts) {
    Map<String, double[]> vectors = new LinkedHashMap<>();
    for (Map.Entry<String, String> text : texts.entrySet()) {
      vectors.put(text.getKey(), text(text.getValue()).vector());
    }
    return vectors;
  }

  /**
   * Where words of the vocabulary stand in the text, from left to right, without overlaps: the
   * places to highlight. Every occurrence is listed though only the first one counts.
   */
  public static List<Occurrence> occurrences(String text) {
    String lower = lowerInPlace(text);
    List<Occurrence> occurrences = new ArrayList<>();
    int at = 0;
    while (at < lower.length()) {
      String found = wordAt(lower, at);
      if (!found.isEmpty()) {
        occurrences.add(new Occurrence(found, at, at + found.length()));
      }
      at += Math.max(1, found.length());
    }
    return occurrences;
  }

  private static String wordAt(String lower, int at) {
    for (String word : Vocabulary.NOTEBOOK.words()) {
      if (lower.startsWith(word, at)) {
        return word;
      }
    }
    return "";
  }

  /**
   * Lower case with every character in its place. {@code PythonText.lower} makes two of the Turkish
   * «İ», which is part of no vocabulary word either way.
   */
  private static String lowerInPlace(String text) {
    char[] lower = text.toCharArray();
    for (int i = 0; i < lower.length; i++) {
      lower[i] = lower[i] == '\u0130' ? lower[i] : Letters.lower(lower[i]);
    }
    return new String(lower);
  }

  /** A vocabulary word inside a text, from {@code start} to before {@code end}. */
  public record Occurrence(String word, int start, int end) {}

  private static SymbolicEmbedding embedding(List<String> words) {
    double[] vector = new double[Vocabulary.NOTEBOOK.size()];
    for (String word : words) {
      vector[Vocabulary.NOTEBOOK.words().indexOf(word)] += 1;
    }
    double norm = Math.sqrt(words.size());
    for (int i = 0; i < vector.length && norm > 0; i++) {
      vector[i] /= norm;
    }
    return new SymbolicEmbedding(vector, words);
  }
}
