package mirador.concepts.clip;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mirador.concepts.inference.ModelManifest.Reference;
import mirador.concepts.inference.ModelManifest.ReferenceCheck;
import mirador.concepts.tensor.FloatTensor;
import mirador.concepts.tensor.LongTensor;

/** Runs a loaded model on the inputs of its manifest and compares what comes out. */
public final class ClipSelfCheck {
  private ClipSelfCheck() {}

  /**
   * How one check went.
   *
   * @param deviation greatest absolute difference from what is expected; not a number or infinite
   *     when the model gave no number
   */
  public record Result(String kind, double deviation, double tolerance) {
    public boolean passed() {
      return deviation <= tolerance; // false for NaN
    }
  }

  /**
   * All checks that are known; others are left out, since manifests may grow.
   *
   * @throws IllegalArgumentException when a check expects more elements than the features have
   */
  public static List<Result> run(ClipEncoders encoders, Reference reference) {
    List<Result> results = new ArrayList<>();
    for (ReferenceCheck check : reference.checks()) {
      if (check.kind().equals(ReferenceCheck.IMAGE_FEATURES_CONSTANT)) {
        FloatTensor features = constantPicture(encoders, check.value());
        results.add(compare(check, features, reference.tolerance()));
      } else if (check.kind().equals(ReferenceCheck.TEXT_FEATURES)) {
        FloatTensor features = text(encoders, check.ids());
        results.add(compare(check, features, reference.tolerance()));
      }
    }
    return results;
  }

  /**
   * Features of a picture whose pixels, already normalised, are all the same, (1, projection).
   *
   * @param value of the pixels
   */
  public static FloatTensor constantPicture(ClipEncoders encoders, double value) {
    int size = encoders.config().imageSize();
    FloatTensor pixels = FloatTensor.zeros(1, 3, size, size);
    Arrays.fill(pixels.values(), (float) value);
    return encoders.imageFeatures(pixels);
  }

  /** Features of a text given by its ids, all of them real tokens, (1, projection). */
  public static FloatTensor text(ClipEncoders encoders, List<Long> tokens) {
    long[] ids = new long[tokens.size()];
    long[] mask = new long[tokens.size()];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = tokens.get(i);
      mask[i] = 1;
    }
    return encoders.textFeatures(
        LongTensor.of(ids, 1, ids.length), LongTensor.of(mask, 1, mask.length));
  }

  private static Result compare(ReferenceCheck check, FloatTensor features, double tolerance) {
    List<Double> expected = check.expected();
    if (check.from() + expected.size() > features.values().length) {
      throw new IllegalArgumentException(
          "the check "
              + check.kind()
              + " expects elements that the features "
              + features.shape()
              + " do not have");
    }
    double greatest = 0;
    for (int i = 0; i < expected.size(); i++) {
      double difference = Math.abs(features.values()[check.from() + i] - expected.get(i));
      greatest = Math.max(greatest, difference); // NaN stays
    }
    return new Result(check.kind(), greatest, tolerance);
  }
}
