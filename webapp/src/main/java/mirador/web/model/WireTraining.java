package mirador.web.model;

import mirador.concepts.contrastive.TrainingSettings;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/** How a training goes, on its way to the worker. */
public abstract class WireTraining implements JSObject {
  protected WireTraining() {}

  /** For a message. */
  public static WireTraining of(TrainingSettings settings) {
    return make(
        settings.hold(),
        settings.batch(),
        settings.temperature(),
        settings.learned(),
        settings.adam(),
        settings.rate(),
        settings.seed());
  }

  /** Out of a message. */
  public final TrainingSettings settings() {
    return new TrainingSettings(
        isHold(), getBatch(), getTemperature(), isLearned(), isAdam(), getRate(), getSeed());
  }

  @JSProperty
  protected abstract boolean isHold();

  @JSProperty
  protected abstract int getBatch();

  @JSProperty
  protected abstract double getTemperature();

  @JSProperty
  protected abstract boolean isLearned();

  @JSProperty
  protected abstract boolean isAdam();

  @JSProperty
  protected abstract double getRate();

  @JSProperty
  protected abstract int getSeed();

  @JSBody(
      params = {"hold", "batch", "temperature", "learned", "adam", "rate", "seed"},
      script =
          "return {hold: hold, batch: batch, temperature: temperature, learned: learned,"
              + " adam: adam, rate: rate, seed: seed};")
  private static native WireTraining make(
      boolean hold,
      int batch,
      double temperature,
      boolean learned,
      boolean adam,
      double rate,
      int seed);
}
