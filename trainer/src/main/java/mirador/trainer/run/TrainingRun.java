package mirador.trainer.run;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import mirador.trainer.data.Ahead;
import mirador.trainer.nn.AdamW;

/**
 * Steps from the first to the last, with checkpoint and log; started again, it goes on where it was
 * stopped.
 *
 * @param work folder of checkpoint and log
 * @param optimiser how it learns
 * @param tryEvery steps between two trials, each with a checkpoint
 * @param until the step to stop at, the last one or one before it
 * @param out is told how it goes
 */
public record TrainingRun(
    Path work, AdamW.Settings optimiser, int tryEvery, int until, PrintWriter out) {
  private static final int LOG_EVERY = 25;

  /** Once in some ten thousand steps the engine gives NaN that is gone when it is asked again. */
  private static final int MOST_LOST = 5;

  /** What the training goes on from, if it was begun. */
  public CheckpointFile checkpoint() {
    return new CheckpointFile(work.resolve("checkpoint.bin"));
  }

  /**
   * Trains to the end.
   *
   * @throws IllegalStateException when the gradients of several steps on end are no numbers
   */
  public <B> void run(Task<B> task, NDManager manager) throws IOException, InterruptedException {
    Files.createDirectories(work);
    AdamW adam = new AdamW(optimiser);
    if (checkpoint().exists()) {
      checkpoint().read(task.parameters(), adam);
      out.println("going on at step " + adam.steps());
    }
    TrainingLog log = TrainingLog.open(work.resolve("log.csv"), adam.steps());
    try (Ahead<B> ahead = new Ahead<>(task::batch, adam.steps())) {
      long since = System.nanoTime();
      double sum = 0;
      int lost = 0;
      while (adam.steps() < until) {
        double loss = step(task, adam, ahead.next(), manager);
        int step = adam.steps();
        lost = Double.isNaN(loss) ? lost + 1 : 0;
        if (lost > 0) {
          out.println(
              "step " + step + ": the gradients are no numbers, nothing is learnt from them");
          loss = sum / Math.max(1, (step - 1) % LOG_EVERY);
        }
        if (lost > MOST_LOST) {
          throw new IllegalStateException(
              "the gradients are no numbers up to step " + step + ": lower the learning rate");
        }
        sum += loss;
        if (step % LOG_EVERY == 0) {
          log.add(step, "loss", sum / LOG_EVERY);
          out.printf(
              Locale.ROOT,
              "step %d of %d: loss %.4f, %.2f s a step%n",
              step,
              optimiser.steps(),
              sum / LOG_EVERY,
              (System.nanoTime() - since) / 1e9 / LOG_EVERY);
          out.flush();
          since = System.nanoTime();
          sum = 0;
        }
        if (step % tryEvery == 0 || step == until) {
          checkpoint().write(task.parameters(), adam);
          for (Map.Entry<String, Double> tried : task.tryOut().entrySet()) {
            log.add(step, tried.getKey(), tried.getValue());
            out.printf(Locale.ROOT, "  %s: %.3f%n", tried.getKey(), tried.getValue());
          }
          out.flush();
        }
      }
    }
    new CurvePicture(log.curves()).write(work.resolve("curves.png"));
  }

  private static <B> double step(Task<B> task, AdamW adam, B batch, NDManager manager) {
    try (NDManager own = manager.newSubManager()) {
      NDArray loss;
      try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
        loss = task.loss(batch, own);
        collector.backward(loss);
      }
      double value = loss.getFloat();
      double norm = adam.step(task.parameters());
      task.settle();
      return Double.isFinite(norm) ? value : Double.NaN;
    }
  }
}
