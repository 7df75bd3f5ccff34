package mirador.concepts.contrastive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mirador.concepts.text.PythonText;
import mirador.concepts.text.Words;

/**
 * Captions as tokens: the words in lower case, in whatever language, without their order. Token 0
 * begins every text, so that an empty one has a token too; the others are numbered as they come.
 */
final class BagOfWords {
  private static final String BETWEEN = " \t\r\n.,;:!?¡¿\"'«»“”()[]{}…—–-_/";

  private final Map<String, Integer> vocabulary = new LinkedHashMap<>();
  private final int[][] texts;

  BagOfWords(List<String> captions) {
    texts = new int[captions.size()][];
    for (int i = 0; i < texts.length; i++) {
      List<String> words = Words.split(PythonText.lower(captions.get(i)), BETWEEN);
      List<Integer> tokens = new ArrayList<>(List.of(0));
      for (String word : words) {
        Integer token = vocabulary.get(word);
        if (token == null) {
          token = vocabulary.size() + 1;
          vocabulary.put(word, token);
        }
        tokens.add(token);
      }
      texts[i] = new int[tokens.size()];
      for (int t = 0; t < texts[i].length; t++) {
        texts[i][t] = tokens.get(t);
      }
      // The same words in another order are to give the same sum to the last bit.
      Arrays.sort(texts[i]);
    }
  }

  /** How many tokens there are, the first one included. */
  int size() {
    return vocabulary.size() + 1;
  }

  /** The tokens of each caption. */
  int[][] texts() {
    return texts;
  }
}
