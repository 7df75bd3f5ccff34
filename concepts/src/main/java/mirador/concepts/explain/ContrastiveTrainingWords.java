package mirador.concepts.explain;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.clip.MatrixView;
import mirador.concepts.contrastive.TrainingSettings;
import mirador.concepts.contrastive.TrainingState;
import mirador.concepts.contrastive.TrainingState.Score;
import mirador.concepts.text.Messages;
import mirador.concepts.text.Numbers;
import mirador.concepts.text.Words;

/** What the training of a tiny CLIP has come to (section 2.1). */
public final class ContrastiveTrainingWords {
  private static final int NAMED_LENGTH = 60;

  private ContrastiveTrainingWords() {}

  /** How the training stands, beside what choosing blindly would give. */
  public static String result(Messages messages, TrainingState state, int steps) {
    Score seen = state.seen();
    Score unseen = state.unseen();
    int pairs = seen.pairs() + unseen.pairs();
    String rest =
        unseen.pairs() == 0
            ? ""
            : " "
                + messages.get(
                    "contrastive-training.result.unseen",
                    unseen.right(),
                    unseen.searches(),
                    loss(unseen.loss()));
    return messages.get(
        "contrastive-training.result",
        state.step(),
        steps,
        seen.right(),
        seen.searches(),
        loss(seen.loss()),
        rest,
        pairs,
        loss(Math.log(pairs)));
  }

  /** With what it is trained. */
  public static String recipe(Messages messages, TrainingSettings settings, TrainingState state) {
    int seen = state.seen().pairs();
    int unseen = state.unseen().pairs();
    return messages.get(
        "contrastive-training.recipe",
        seen + unseen,
        seen,
        unseen == 0 ? messages.get("contrastive-training.none") : Integer.toString(unseen),
        Math.min(settings.batch(), seen),
        temperature(settings.temperature()),
        messages.get("contrastive-training.recipe." + (settings.learned() ? "learned" : "fixed")),
        messages.get("contrastive-training.recipe." + (settings.adam() ? "adam" : "sgd")),
        rate(settings.rate()),
        settings.seed());
  }

  /** What blind choice among so many pairs loses. */
  public static String chance(Messages messages, int pairs) {
    return messages.get("contrastive-training.curve.chance", pairs, loss(Math.log(pairs)));
  }

  /** What a curve shows, for who does not see it. */
  public static String curve(Messages messages, TrainingState state) {
    return messages.get(
        "contrastive-training.curve.label",
        state.step(),
        loss(state.batchLoss()),
        loss(state.seen().loss()));
  }

  /**
   * A cell of the matrix: its cosine, and what both softmaxes make of it.
   *
   * @param cosines (texts, pictures)
   */
  public static String cell(
      Messages messages,
      List<String> captions,
      double[][] cosines,
      double temperature,
      int text,
      int picture) {
    double scale = 1 / temperature;
    return messages.get(
        "contrastive-training.cell",
        Words.shorten(captions.get(text), NAMED_LENGTH),
        Words.shorten(captions.get(picture), NAMED_LENGTH),
        Numbers.fixed(cosines[text][picture], 2),
        Numbers.fixed(MatrixView.ROWS.of(cosines, scale)[text][picture], 2),
        Numbers.fixed(MatrixView.COLUMNS.of(cosines, scale)[text][picture], 2));
  }

  /** Headings of a table of states. */
  public static List<String> heads(Messages messages) {
    List<String> heads = new ArrayList<>();
    for (String head :
        List.of("step", "temperature", "batch", "seen", "right", "unseen", "right-unseen")) {
      heads.add(messages.get("contrastive-training.table." + head));
    }
    return heads;
  }

  /** One state under these headings. */
  public static List<String> row(TrainingState state) {
    return List.of(
        Numbers.integer(state.step()),
        temperature(state.temperature()),
        loss(state.batchLoss()),
        loss(state.seen().loss()),
        right(state.seen()),
        loss(state.unseen().loss()),
        right(state.unseen()));
  }

  private static String right(Score score) {
    return score.pairs() == 0 ? "–" : score.right() + " / " + score.searches();
  }

  private static String loss(double loss) {
    return Double.isNaN(loss) ? "–" : Numbers.fixed(loss, 2);
  }

  private static String temperature(double temperature) {
    return Numbers.fixed(temperature, 3);
  }

  /** As few decimals as it takes: 0.0003, 10. */
  private static String rate(double rate) {
    int digits = 0;
    double scaled = rate;
    while (digits < 6 && Math.abs(scaled - Math.rint(scaled)) > 1e-9) {
      scaled *= 10;
      digits++;
    }
    return Numbers.fixed(rate, digits);
  }
}
