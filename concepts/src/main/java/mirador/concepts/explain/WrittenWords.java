package mirador.concepts.explain;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.blip2.WrittenToken;
import mirador.concepts.text.Messages;
import mirador.concepts.text.Numbers;
import mirador.concepts.text.PythonText;

/** How tokens of the language model and their probabilities are written. */
public final class WrittenWords {
  /** What a piece of a character is decoded as. */
  private static final String NO_CHARACTER = "\ufffd";

  private static final double LEAST_SHOWN = 0.001;

  private WrittenWords() {}

  /**
   * A token as it stands in its pill. The space before a word is not shown; where there is none a
   * piece of a word gets an ellipsis.
   */
  public static String token(Messages messages, String text, boolean end) {
    if (end) {
      return messages.get("written.end");
    }
    String bare = PythonText.strip(text);
    if (bare.equals(NO_CHARACTER)) {
      return messages.get("written.part");
    }
    if (bare.isEmpty()) {
      return messages.get(text.isEmpty() ? "written.part" : "written.space");
    }
    boolean goesOn = !PythonText.strip(text.substring(0, 1)).isEmpty();
    return goesOn && Character.isLetterOrDigit(bare.charAt(0)) ? "…" + bare : bare;
  }

  /** A written token as it stands in its pill; the first of a text goes on from nothing. */
  public static String token(Messages messages, List<WrittenToken> tokens, int position) {
    WrittenToken token = tokens.get(position);
    String text = position == 0 && !token.text().isEmpty() ? " " + token.text() : token.text();
    return token(messages, text, token.end());
  }

  /** A probability in percent: «43.2 %», «< 0.1 %». */
  public static String percent(Messages messages, double probability) {
    return probability < LEAST_SHOWN
        ? messages.get("written.least", Numbers.fixed(100 * LEAST_SHOWN, 1))
        : messages.get("written.percent", Numbers.fixed(100 * probability, 1));
  }

  /** The probability of a written token; of one that is none of the likeliest, what it is under. */
  public static String probability(Messages messages, WrittenToken token) {
    if (token.alternatives().isEmpty()) {
      return "";
    }
    boolean known = token.probability().isPresent() || token.most() < LEAST_SHOWN;
    return known
        ? percent(messages, token.most())
        : messages.get("written.under", percent(messages, token.most()));
  }

  /** What the model might have written in the place of a token. */
  public static String alternatives(Messages messages, List<WrittenToken> tokens, int position) {
    WrittenToken token = tokens.get(position);
    if (token.alternatives().isEmpty()) {
      return messages.get("written.no-alternatives");
    }
    double sum = 0;
    for (WrittenToken.Alternative alternative : token.alternatives()) {
      sum += alternative.probability();
    }
    String shown = token(messages, tokens, position);
    String five =
        messages.get(
            "written.sum", token.alternatives().size(), percent(messages, Math.min(1, sum)));
    WrittenToken.Alternative likeliest = token.alternatives().get(0);
    if (likeliest.id() == token.id()) {
      return messages.get("written.likeliest", position + 1, shown, five);
    }
    return messages.get(
        "written.not-likeliest",
        position + 1,
        shown,
        token(messages, likeliest.text(), likeliest.end()),
        five);
  }

  /** How long it is, whether it ended by itself, and where the model was least sure. */
  static String facts(Messages messages, List<WrittenToken> tokens, boolean ended) {
    List<String> sentences = new ArrayList<>();
    sentences.add(messages.get(ended ? "written.ended" : "written.cut", tokens.size()));
    int least = -1;
    for (int i = 0; i < tokens.size(); i++) {
      WrittenToken token = tokens.get(i);
      if (!token.alternatives().isEmpty()
          && (least < 0 || token.most() < tokens.get(least).most())) {
        least = i;
      }
    }
    if (least >= 0) {
      sentences.add(
          messages.get(
              "written.least-sure",
              token(messages, tokens, least),
              probability(messages, tokens.get(least))));
    }
    return String.join(" ", sentences);
  }

  /** How fast it was: «3.2 tokens por segundo (0.31 s cada uno)». */
  public static String speed(Messages messages, double secondsPerToken) {
    return secondsPerToken > 0
        ? messages.get(
            "written.speed",
            Numbers.fixed(1 / secondsPerToken, 1),
            seconds(messages, secondsPerToken))
        : "";
  }

  /** A time: «0.31 s», «12 s». */
  public static String seconds(Messages messages, double seconds) {
    return messages.get("written.seconds", Numbers.fixed(seconds, seconds < 10 ? 2 : 0));
  }
}
