package mirador.web.model;

import mirador.concepts.generation.GenerationSettings;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/** How a text is written, on its way to the worker. */
public abstract class WireSettings implements JSObject {
  protected WireSettings() {}

  /** For a message. */
  public static WireSettings of(GenerationSettings settings) {
    return make(
        settings.maxNewTokens(),
        settings.beams(),
        settings.lengthPenalty(),
        settings.earlyStopping(),
        settings.repetitionPenalty(),
        settings.temperature(),
        settings.topP(),
        Long.toString(settings.seed()));
  }

  /** Out of a message. */
  public final GenerationSettings settings() {
    return new GenerationSettings(
        getMaxNewTokens(),
        getBeams(),
        getLengthPenalty(),
        isEarlyStopping(),
        getRepetitionPenalty(),
        getTemperature(),
        getTopP(),
        Long.parseLong(getSeed()));
  }

  @JSProperty
  protected abstract int getMaxNewTokens();

  @JSProperty
  protected abstract int getBeams();

  @JSProperty
  protected abstract double getLengthPenalty();

  @JSProperty
  protected abstract boolean isEarlyStopping();

  @JSProperty
  protected abstract double getRepetitionPenalty();

  @JSProperty
  protected abstract double getTemperature();

  @JSProperty
  protected abstract double getTopP();

  // A number of JavaScript has 53 bits, a seed 64.
  @JSProperty
  protected abstract String getSeed();

  @JSBody(
      params = {
        "maxNewTokens",
        "beams",
        "lengthPenalty",
        "earlyStopping",
        "repetitionPenalty",
        "temperature",
        "topP",
        "seed"
      },
      script =
          "return {maxNewTokens: maxNewTokens, beams: beams, lengthPenalty: lengthPenalty,"
              + " earlyStopping: earlyStopping, repetitionPenalty: repetitionPenalty,"
              + " temperature: temperature, topP: topP, seed: seed};")
  private static native WireSettings make(
      int maxNewTokens,
      int beams,
      double lengthPenalty,
      boolean earlyStopping,
      double repetitionPenalty,
      double temperature,
      double topP,
      String seed);
}
