package mirador.concepts.blip2;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mirador.concepts.inference.ModelManifest.Reference;
import mirador.concepts.inference.ModelManifest.ReferenceCheck;
import mirador.concepts.inference.SelfCheckResult;
import mirador.concepts.tensor.FloatTensor;

/**
 * Runs a loaded model on the inputs of its manifest and compares what comes out, each half by
 * itself. Deviations are relative to the greatest element that is expected, or 1 when all are
 * smaller.
 */
public final class Blip2SelfCheck {
  private Blip2SelfCheck() {}

  /**
   * The checks of the seeing half; others are left out.
   *
   * @throws IllegalArgumentException when a check expects more elements than there are
   */
  public static List<SelfCheckResult> vision(Blip2Vision vision, Reference reference) {
    List<SelfCheckResult> results = new ArrayList<>();
    Map<Double, FloatTensor> states = new HashMap<>(); // the tower is slow: once for each value
    for (ReferenceCheck check : reference.checks()) {
      boolean ofStates = check.kind().equals(ReferenceCheck.IMAGE_STATES_CONSTANT);
      if (ofStates || check.kind().equals(ReferenceCheck.PROJECTION_CONSTANT)) {
        FloatTensor seen =
            states.computeIfAbsent(check.value(), value -> constantStates(vision, value));
        FloatTensor output = ofStates ? seen : vision.ask(seen).get(0).projected();
        results.add(SelfCheckResult.relative(check, output, reference.tolerance()));
      }
    }
    return results;
  }

  /**
   * The checks of the writing half; others are left out.
   *
   * @throws IllegalArgumentException when a check expects more elements than there are
   */
  public static List<SelfCheckResult> language(Blip2Language language, Reference reference) {
    List<SelfCheckResult> results = new ArrayList<>();
    for (ReferenceCheck check : reference.checks()) {
      if (check.kind().equals(ReferenceCheck.NEXT_TOKEN_LOGITS)) {
        FloatTensor logits = nextTokenLogits(language, check.ids());
        results.add(SelfCheckResult.relative(check, logits, reference.tolerance()));
      }
    }
    return results;
  }

  /** All checks that are known. */
  public static List<SelfCheckResult> run(Blip2Model model, Reference reference) {
    List<SelfCheckResult> results = new ArrayList<>(vision(model.vision(), reference));
    results.addAll(language(model.language(), reference));
    return results;
  }

  /**
   * States of a picture whose pixels, already normalised, are all the same, (1, tokens, width).
   *
   * @param value of the pixels
   */
  public static FloatTensor constantStates(Blip2Vision vision, double value) {
    int size = vision.config().imageSize();
    return vision.states(FloatTensor.filled((float) value, 1, 3, size, size));
  }

  /** The projected queries of such a picture, (queries, language width). */
  public static FloatTensor constantProjection(Blip2Vision vision, double value) {
    return vision.ask(constantStates(vision, value)).get(0).projected();
  }

  /** Logits of the token after these, (vocabulary). */
  public static FloatTensor nextTokenLogits(Blip2Language language, List<Long> tokens) {
    List<Integer> ids = new ArrayList<>();
    for (long token : tokens) {
      ids.add(Math.toIntExact(token));
    }
    return language.nextTokenLogits(ids);
  }
}
