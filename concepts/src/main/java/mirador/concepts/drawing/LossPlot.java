package mirador.concepts.drawing;

import java.util.List;
import java.util.function.ToDoubleFunction;
import mirador.concepts.contrastive.TrainingState;
import mirador.concepts.text.Numbers;

/**
 * The losses of a training over its steps: where each lies in a drawing, and the drawing itself.
 * The page draws the same on a canvas while it trains.
 *
 * @param steps at the right edge
 * @param top loss at the upper edge; 0 is at the lower one
 */
public record LossPlot(int steps, double top) {
  /** Size of the drawing, in its own units. */
  public static final double WIDTH = 440;

  public static final double HEIGHT = 240;

  /** Edges of the field that the curves lie in. */
  public static final double LEFT = 34;

  public static final double RIGHT = 430;
  public static final double UPPER = 12;
  public static final double LOWER = 208;

  private static final List<Double> TICKS = List.of(0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0);
  private static final int MOST_TICKS = 6;

  /**
   * High enough for every loss of the history and for blind choice.
   *
   * @param pairs how many candidates there are
   */
  public static LossPlot of(List<TrainingState> history, int steps, int pairs) {
    double top = Math.log(pairs);
    for (TrainingState state : history) {
      // A loss that there is none of is no number, and greater than nothing.
      top = larger(top, state.seen().loss());
      top = larger(top, state.unseen().loss());
      top = larger(top, state.batchLoss());
    }
    double step = tick(top);
    return new LossPlot(steps, Math.ceil(top / step) * step);
  }

  private static double larger(double top, double loss) {
    return loss > top ? loss : top;
  }

  private static double tick(double top) {
    for (double tick : TICKS) {
      if (top / tick <= MOST_TICKS) {
        return tick;
      }
    }
    return top / MOST_TICKS;
  }

  /** Distance of the lines across. */
  public double tick() {
    return tick(top);
  }

  /** A tick as it is written. */
  public String written(double loss) {
    return Numbers.fixed(loss, tick() < 1 ? 1 : 0);
  }

  public double x(int step) {
    return LEFT + (RIGHT - LEFT) * step / steps;
  }

  public double y(double loss) {
    return LOWER - (LOWER - UPPER) * loss / top;
  }

  /**
   * The drawing.
   *
   * @param label what it shows, in words
   * @param stepLabel what runs to the right
   */
  public Mark drawn(List<TrainingState> history, int pairs, String label, String stepLabel) {
    Mark axis = Mark.group("loss-axis");
    for (int i = 0; i * tick() <= top + 1e-9; i++) {
      double y = y(i * tick());
      axis.add(
          Mark.of("path").with("d", Mark.path('M', LEFT, y, 'H', RIGHT)),
          Mark.text(LEFT - 6, y + 4, written(i * tick())).with("text-anchor", "end"));
    }
    axis.add(
        Mark.text(LEFT, LOWER + 20, "0"),
        Mark.text((LEFT + RIGHT) / 2, LOWER + 20, stepLabel).with("text-anchor", "middle"),
        Mark.text(RIGHT, LOWER + 20, Numbers.integer(steps)).with("text-anchor", "end"));
    double chance = y(Math.log(pairs));
    return Mark.of("svg")
        .with("class", "loss-plot")
        .with("viewBox", "0 0 " + Mark.number(WIDTH) + " " + Mark.number(HEIGHT))
        .with("role", "img")
        .with("aria-label", label)
        .add(
            axis,
            Mark.of("path")
                .with("class", "loss-chance")
                .with("d", Mark.path('M', LEFT, chance, 'H', RIGHT)),
            curve("loss-batch", history, TrainingState::batchLoss),
            curve("loss-unseen", history, state -> state.unseen().loss()),
            curve("loss-seen", history, state -> state.seen().loss()));
  }

  private Mark curve(
      String className, List<TrainingState> history, ToDoubleFunction<TrainingState> loss) {
    StringBuilder path = new StringBuilder();
    for (TrainingState state : history) {
      double value = loss.applyAsDouble(state);
      if (!Double.isNaN(value)) {
        path.append(Mark.path(path.length() == 0 ? 'M' : 'L', x(state.step()), y(value)));
      }
    }
    return Mark.of("path").with("class", className).with("d", path.toString());
  }
}
