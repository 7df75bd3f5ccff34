package mirador.web.model;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.contrastive.ContrastiveTrainer;
import mirador.concepts.contrastive.TrainingState;
import mirador.concepts.contrastive.TrainingState.Score;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.typedarrays.Float64Array;

/** What steps of a training came to, on its way to the page. */
public abstract class WireTrained implements JSObject {
  /** Numbers of a state: three, and four of each score. */
  private static final int STATE = 11;

  protected WireTrained() {}

  /**
   * For a message.
   *
   * @param states after each of the steps
   * @param trainer as it is after the last one
   */
  public static WireTrained of(List<TrainingState> states, ContrastiveTrainer trainer) {
    double[] numbers = new double[states.size() * STATE];
    int at = 0;
    for (TrainingState state : states) {
      numbers[at++] = state.step();
      numbers[at++] = state.batchLoss();
      numbers[at++] = state.temperature();
      at = write(state.seen(), numbers, at);
      at = write(state.unseen(), numbers, at);
    }
    double[][] matrix = trainer.matrix();
    double[] cosines = new double[matrix.length * matrix.length];
    double[] unseen = new double[matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      unseen[i] = trainer.isUnseen(i) ? 1 : 0;
      System.arraycopy(matrix[i], 0, cosines, i * matrix.length, matrix.length);
    }
    return make(
        Float64Array.fromJavaArray(numbers),
        Float64Array.fromJavaArray(cosines),
        Float64Array.fromJavaArray(unseen));
  }

  private static int write(Score score, double[] numbers, int from) {
    numbers[from] = score.pairs();
    numbers[from + 1] = score.loss();
    numbers[from + 2] = score.texts();
    numbers[from + 3] = score.pictures();
    return from + 4;
  }

  /** The states after each of the steps. */
  public final List<TrainingState> states() {
    double[] numbers = getNumbers().toJavaArray();
    List<TrainingState> states = new ArrayList<>();
    for (int at = 0; at < numbers.length; at += STATE) {
      states.add(
          new TrainingState(
              (int) numbers[at],
              numbers[at + 1],
              numbers[at + 2],
              score(numbers, at + 3),
              score(numbers, at + 7)));
    }
    return states;
  }

  private static Score score(double[] numbers, int at) {
    return new Score(
        (int) numbers[at], numbers[at + 1], (int) numbers[at + 2], (int) numbers[at + 3]);
  }

  /** Cosines after the last step, (texts, pictures). */
  public final double[][] matrix() {
    double[] cosines = getCosines().toJavaArray();
    int pairs = getUnseen().getLength();
    double[][] matrix = new double[pairs][pairs];
    for (int i = 0; i < pairs; i++) {
      System.arraycopy(cosines, i * pairs, matrix[i], 0, pairs);
    }
    return matrix;
  }

  /** Whether a pair was kept from training. */
  public final boolean isUnseen(int pair) {
    return getUnseen().get(pair) != 0;
  }

  @JSProperty
  protected abstract Float64Array getNumbers();

  @JSProperty
  protected abstract Float64Array getCosines();

  @JSProperty
  protected abstract Float64Array getUnseen();

  @JSBody(
      params = {"numbers", "cosines", "unseen"},
      script = "return {numbers: numbers, cosines: cosines, unseen: unseen};")
  private static native WireTrained make(
      Float64Array numbers, Float64Array cosines, Float64Array unseen);
}
