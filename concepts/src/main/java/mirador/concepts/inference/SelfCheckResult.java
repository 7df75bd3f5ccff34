package mirador.concepts.inference;

import java.util.List;
import mirador.concepts.inference.ModelManifest.ReferenceCheck;
import mirador.concepts.tensor.FloatTensor;

/**
 * How one check of a loaded model went.
 *
 * @param kind of the check
 * @param deviation greatest difference from what is expected; not a number or infinite when the
 *     model gave no number
 */
public record SelfCheckResult(String kind, double deviation, double tolerance) {
  public boolean passed() {
    return deviation <= tolerance; // false for NaN
  }

  /**
   * Compares by absolute difference.
   *
   * @throws IllegalArgumentException when the check expects more elements than there are
   */
  public static SelfCheckResult absolute(
      ReferenceCheck check, FloatTensor output, double tolerance) {
    return new SelfCheckResult(check.kind(), deviation(check, output), tolerance);
  }

  /**
   * Compares by difference relative to the greatest element that is expected, or 1 when all are
   * smaller.
   *
   * @throws IllegalArgumentException when the check expects more elements than there are
   */
  public static SelfCheckResult relative(
      ReferenceCheck check, FloatTensor output, double tolerance) {
    double scale = 1;
    for (double expected : check.expected()) {
      scale = Math.max(scale, Math.abs(expected));
    }
    return new SelfCheckResult(check.kind(), deviation(check, output) / scale, tolerance);
  }

  private static double deviation(ReferenceCheck check, FloatTensor output) {
    List<Double> expected = check.expected();
    if (check.from() + expected.size() > output.values().length) {
      throw new IllegalArgumentException(
          "the check "
              + check.kind()
              + " expects elements that the output "
              + output.shape()
              + " does not have");
    }
    double greatest = 0;
    for (int i = 0; i < expected.size(); i++) {
      double difference = Math.abs(output.values()[check.from() + i] - expected.get(i));
      greatest = Math.max(greatest, difference); // NaN stays
    }
    return greatest;
  }
}
