package mirador.concepts.generation;

import java.util.ArrayList;
import java.util.List;

/**
 * One text for each prompt, token by token: the likeliest one, or one drawn by lot. A row that has
 * ended leaves the batch.
 */
final class SingleSearch {
  private final LanguageModel model;
  private final GenerationSettings settings;
  private final int begin;
  private final int end;
  private final int[] limits;
  private final GenerationListener listener;

  /**
   * @param limits most new tokens of each prompt
   */
  SingleSearch(
      LanguageModel model,
      GenerationSettings settings,
      int begin,
      int end,
      int[] limits,
      GenerationListener listener) {
    this.model = model;
    this.settings = settings;
    this.begin = begin;
    this.end = end;
    this.limits = limits;
    this.listener = listener;
  }

  List<Generated> run() {
    List<Row> rows = new ArrayList<>();
    for (int prompt = 0; prompt < limits.length; prompt++) {
      rows.add(new Row(prompt));
    }
    write(rows);
    List<Generated> texts = new ArrayList<>();
    for (Row row : rows) {
      texts.add(row.generated());
    }
    return texts;
  }

  private void write(List<Row> rows) {
    NextTokens next = model.begin();
    List<Row> batch = rows; // one for each row of what the model gave
    while (true) {
      List<Row> open = new ArrayList<>();
      List<Integer> from = new ArrayList<>();
      for (int i = 0; i < batch.size(); i++) {
        Row row = batch.get(i);
        if (row.isOpen() && !row.add(next, i)) {
          return;
        }
        if (row.isOpen()) {
          open.add(row);
          from.add(i);
        }
      }
      if (open.isEmpty()) {
        return;
      }
      int[] last = new int[open.size()];
      for (int i = 0; i < last.length; i++) {
        last[i] = open.get(i).last();
      }
      next = model.next(Ints.of(from), last);
      batch = open;
    }
  }

  /** One text. */
  private final class Row {
    private final int prompt;
    private final Lots lots;
    private final List<Integer> tokens = new ArrayList<>();
    private double sum;
    private boolean ended;

    Row(int prompt) {
      this.prompt = prompt;
      this.lots = new Lots(settings, prompt);
    }

    boolean isOpen() {
      return !ended && tokens.size() < limits[prompt];
    }

    int last() {
      return tokens.get(tokens.size() - 1);
    }

    /** Adds a token; false when the listener wants no more. */
    boolean add(NextTokens next, int at) {
      double[] logits = next.row(at);
      double[] logProbabilities = Distribution.logProbabilities(logits);
      double[] scores =
          RepetitionPenalty.applied(logits, begin, tokens, settings.repetitionPenalty());
      int token = settings.isSampling() ? lots.draw(scores) : likeliest(scores);
      tokens.add(token);
      sum += logProbabilities[token];
      ended = token == end;
      boolean details = listener.wantsDetails();
      return listener.step(
          new Step(
              prompt,
              tokens.size() - 1,
              token,
              details ? Distribution.candidates(logProbabilities) : List.of(),
              details ? next.attentionOf(at) : null));
    }

    Generated generated() {
      double score = tokens.isEmpty() ? 0 : sum / Math.pow(tokens.size(), settings.lengthPenalty());
      return new Generated(tokens, ended, score);
    }
  }

  private static int likeliest(double[] scores) {
    int likeliest = 0;
    for (int token = 1; token < scores.length; token++) {
      if (scores[token] > scores[likeliest]) {
        likeliest = token;
      }
    }
    return likeliest;
  }
}
