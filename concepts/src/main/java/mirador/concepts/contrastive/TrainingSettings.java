package mirador.concepts.contrastive;

import mirador.concepts.course.WidgetSettings;
import mirador.concepts.text.Numbers;

/**
 * How a training goes.
 *
 * @param hold whether a quarter of the pairs, of those that are drawn, is kept from training
 * @param batch pairs compared at each step; all where there are fewer
 * @param temperature τ at the start
 * @param learned whether the temperature is learned too
 * @param adam Adam, or else plain gradient descent
 * @param rate learning rate
 * @param seed of the first weights, of what is kept back and of the batches
 */
public record TrainingSettings(
    boolean hold,
    int batch,
    double temperature,
    boolean learned,
    boolean adam,
    double rate,
    int seed) {

  /** Those of the widget; its temperature is in hundredths. */
  public static TrainingSettings of(WidgetSettings settings) {
    return new TrainingSettings(
        settings.choice("unseen").equals("quarter"),
        settings.integer("batch"),
        settings.integer("temperature") / 100.0,
        settings.choice("learned").equals("yes"),
        settings.choice("optimiser").equals("adam"),
        Numbers.parse(settings.choice("rate")).orElseThrow(),
        settings.integer("seed"));
  }
}
