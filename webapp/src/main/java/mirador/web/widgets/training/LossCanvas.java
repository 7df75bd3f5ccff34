package mirador.web.widgets.training;

import java.util.List;
import java.util.function.ToDoubleFunction;
import mirador.concepts.contrastive.TrainingState;
import mirador.concepts.drawing.LossPlot;
import mirador.concepts.explain.ContrastiveTrainingWords;
import mirador.concepts.text.Numbers;
import mirador.web.canvas.Surface;
import mirador.web.dom.Dom;
import mirador.web.widget.WidgetFrame;
import org.teavm.jso.JSBody;
import org.teavm.jso.canvas.CanvasRenderingContext2D;
import org.teavm.jso.dom.html.HTMLElement;

/** The losses of a training as curves that grow with it, and what each curve is. */
final class LossCanvas {
  /** The letters are to be this high on the page, whatever the width of the drawing. */
  private static final double LETTERS = 13;

  private final WidgetFrame frame;
  private final Surface surface;
  private final HTMLElement chance = Dom.el("li", "curve-chance");
  private final HTMLElement unseen;
  private final HTMLElement element;
  private List<TrainingState> history = List.of();
  private int steps = 1;

  LossCanvas(WidgetFrame frame) {
    this.frame = frame;
    surface = new Surface("loss-canvas", frame.say("contrastive-training.curve"));
    unseen = Dom.text("li", "curve-unseen", frame.say("contrastive-training.curve.unseen"));
    HTMLElement legend =
        Dom.el(
            "ul",
            "curve-legend",
            Dom.text("li", "curve-seen", frame.say("contrastive-training.curve.seen")),
            unseen,
            Dom.text("li", "curve-batch", frame.say("contrastive-training.curve.batch")),
            chance);
    element =
        Dom.el(
            "div",
            "training-curve",
            Dom.text("p", "matrix-title", frame.say("contrastive-training.curve")),
            surface.element(),
            legend);
    surface.onResize(this::draw);
  }

  HTMLElement element() {
    return element;
  }

  /** Shows the states up to now; {@code steps} is where the curves will end. */
  void show(List<TrainingState> history, int steps) {
    this.history = history;
    this.steps = steps;
    TrainingState last = history.get(history.size() - 1);
    Dom.show(unseen, last.unseen().pairs() > 0);
    Dom.setText(chance, ContrastiveTrainingWords.chance(frame.messages(), pairs(last)));
    surface.label(ContrastiveTrainingWords.curve(frame.messages(), last));
    draw();
  }

  private static int pairs(TrainingState state) {
    return state.seen().pairs() + state.unseen().pairs();
  }

  private void draw() {
    if (history.isEmpty()) {
      return;
    }
    int pairs = pairs(history.get(0));
    LossPlot plot = LossPlot.of(history, steps, pairs);
    CanvasRenderingContext2D g = surface.begin(LossPlot.WIDTH, LossPlot.HEIGHT);
    double hairline = surface.hairline();
    axes(g, plot, hairline);
    g.setStrokeStyle(Surface.colour("--text-soft"));
    g.setLineWidth(1.5 * hairline);
    dashes(g, 2 * hairline, 4 * hairline);
    line(g, LossPlot.LEFT, plot.y(Math.log(pairs)), LossPlot.RIGHT, plot.y(Math.log(pairs)));
    dashes(g, 0, 0);
    g.setGlobalAlpha(0.55);
    curve(g, plot, TrainingState::batchLoss);
    g.setGlobalAlpha(1);
    g.setLineWidth(2.5 * hairline);
    g.setStrokeStyle(Surface.colour("--caption"));
    dashes(g, 7 * hairline, 4 * hairline);
    curve(g, plot, state -> state.unseen().loss());
    dashes(g, 0, 0);
    g.setStrokeStyle(Surface.colour("--accent"));
    g.setLineWidth(3 * hairline);
    curve(g, plot, state -> state.seen().loss());
  }

  private void axes(CanvasRenderingContext2D g, LossPlot plot, double hairline) {
    g.setStrokeStyle(Surface.colour("--line"));
    g.setFillStyle(Surface.colour("--text-soft"));
    g.setLineWidth(hairline);
    g.setFont(Surface.font(LETTERS * Math.max(1, hairline)));
    g.setTextAlign("right");
    for (int i = 0; i * plot.tick() <= plot.top() + 1e-9; i++) {
      double y = plot.y(i * plot.tick());
      line(g, LossPlot.LEFT, y, LossPlot.RIGHT, y);
      g.fillText(plot.written(i * plot.tick()), LossPlot.LEFT - 6, y + 4);
    }
    double foot = LossPlot.LOWER + 21;
    g.fillText(Numbers.integer(plot.steps()), LossPlot.RIGHT, foot);
    g.setTextAlign("center");
    String step = frame.say("contrastive-training.curve.step");
    g.fillText(step, (LossPlot.LEFT + LossPlot.RIGHT) / 2, foot);
    g.setTextAlign("left");
    g.fillText("0", LossPlot.LEFT, foot);
  }

  private void curve(
      CanvasRenderingContext2D g, LossPlot plot, ToDoubleFunction<TrainingState> loss) {
    g.beginPath();
    boolean begun = false;
    for (TrainingState state : history) {
      double value = loss.applyAsDouble(state);
      if (!Double.isNaN(value)) {
        if (begun) {
          g.lineTo(plot.x(state.step()), plot.y(value));
        } else {
          g.moveTo(plot.x(state.step()), plot.y(value));
          begun = true;
        }
      }
    }
    g.stroke();
  }

  private static void line(CanvasRenderingContext2D g, double x1, double y1, double x2, double y2) {
    g.beginPath();
    g.moveTo(x1, y1);
    g.lineTo(x2, y2);
    g.stroke();
  }

  /** Dashes of the lines that follow; lengths of 0 make them whole. */
  @JSBody(
      params = {"graphics", "drawn", "left"},
      script = "graphics.setLineDash(drawn > 0 ? [drawn, left] : []);")
  private static native void dashes(CanvasRenderingContext2D graphics, double drawn, double left);
}
