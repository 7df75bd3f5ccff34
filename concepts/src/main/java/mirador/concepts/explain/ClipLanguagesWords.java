package mirador.concepts.explain;

import java.util.List;
import java.util.function.UnaryOperator;
import mirador.concepts.retrieval.RetrievalMetrics;
import mirador.concepts.retrieval.SimilarityMatrix;
import mirador.concepts.text.Messages;
import mirador.concepts.text.Numbers;

/** What CLIP loses when a caption is in Spanish: ranks, margins and tokens. */
public final class ClipLanguagesWords {
  private static final int DIGITS = 3;

  private ClipLanguagesWords() {}

  /**
   * How many texts of each language find their picture first, and where Spanish loses most.
   *
   * @param english text x image, a text's own picture on the diagonal
   * @param spanish the same pictures
   * @param name what a picture is called, by its id
   */
  public static String result(
      Messages messages,
      SimilarityMatrix english,
      SimilarityMatrix spanish,
      UnaryOperator<String> name) {
    String sentence =
        messages.get(
            "clip-languages.result",
            first(english),
            english.rows().size(),
            first(spanish),
            Numbers.signed(meanMargin(english), DIGITS),
            Numbers.signed(meanMargin(spanish), DIGITS));
    return sentence + " " + worst(messages, english, spanish, name);
  }

  private static String worst(
      Messages messages,
      SimilarityMatrix english,
      SimilarityMatrix spanish,
      UnaryOperator<String> name) {
    int[] before = ranks(english);
    int[] after = ranks(spanish);
    int worst = 0;
    for (int i = 1; i < before.length; i++) {
      double loss = english.margin(i) - spanish.margin(i);
      if (loss > english.margin(worst) - spanish.margin(worst)) {
        worst = i;
      }
    }
    if (spanish.margin(worst) >= english.margin(worst)) {
      return messages.get("clip-languages.no-loss");
    }
    return messages.get(
        after[worst] > before[worst] ? "clip-languages.loss.rank" : "clip-languages.loss",
        name.apply(english.rows().get(worst)),
        Numbers.signed(english.margin(worst), DIGITS),
        Numbers.signed(spanish.margin(worst), DIGITS),
        before[worst],
        after[worst]);
  }

  /** The place of each text's own picture among all pictures, from 1. */
  public static int[] ranks(SimilarityMatrix textByImage) {
    return RetrievalMetrics.ranksTextToImage(textByImage.transposed().values());
  }

  /** Rank and margin of a text: «1.º, +0.061». */
  public static String place(Messages messages, SimilarityMatrix textByImage, int row) {
    return messages.get(
        "clip-languages.place",
        ranks(textByImage)[row],
        Numbers.signed(textByImage.margin(row), DIGITS));
  }

  /**
   * How many tokens the texts of each language cost.
   *
   * @param english tokens of each text, start and end included
   * @param spanish the same
   */
  public static String tokens(Messages messages, List<Integer> english, List<Integer> spanish) {
    int en = sum(english);
    int es = sum(spanish);
    return messages.get("clip-languages.tokens", en, es, Numbers.fixed((double) es / en, 1));
  }

  /**
   * How a text is cut: tokens, words, how many words are in pieces, and what the model never reads.
   *
   * @param count tokens, start and end included
   * @param words the pieces of each word
   * @param unread tokens that did not fit into the context
   */
  public static String pieces(Messages messages, int count, List<List<String>> words, int unread) {
    int cut = 0;
    for (List<String> word : words) {
      cut += word.size() > 1 ? 1 : 0;
    }
    String sentence = messages.get("clip-languages.pieces", count, words.size(), cut);
    return unread == 0
        ? sentence
        : sentence + " " + messages.get("clip-languages.unread", unread, count);
  }

  /** Why a word is one pill or several; told of the pill that is pointed at. */
  public static String word(Messages messages, List<String> pieces) {
    String whole = String.join("", pieces);
    return pieces.size() == 1
        ? messages.get("clip-languages.word.whole", whole)
        : messages.get("clip-languages.word.cut", whole, pieces.size(), String.join(" · ", pieces));
  }

  private static int sum(List<Integer> numbers) {
    int sum = 0;
    for (int number : numbers) {
      sum += number;
    }
    return sum;
  }

  private static int first(SimilarityMatrix matrix) {
    int first = 0;
    for (int rank : ranks(matrix)) {
      first += rank == 1 ? 1 : 0;
    }
    return first;
  }

  private static double meanMargin(SimilarityMatrix matrix) {
    double sum = 0;
    for (int i = 0; i < matrix.rows().size(); i++) {
      sum += matrix.margin(i);
    }
    return sum / matrix.rows().size();
  }
}
