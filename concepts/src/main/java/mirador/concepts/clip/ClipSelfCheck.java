package mirador.concepts.clip;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.inference.ModelManifest.Reference;
import mirador.concepts.inference.ModelManifest.ReferenceCheck;
import mirador.concepts.inference.SelfCheckResult;
import mirador.concepts.tensor.FloatTensor;
import mirador.concepts.tensor.LongTensor;

/** Runs a loaded model on the inputs of its manifest and compares what comes out. */
public final class ClipSelfCheck {
  private ClipSelfCheck() {}

  /**
   * All checks that are known; others are left out, since manifests may grow.
   *
   * @throws IllegalArgumentException when a check expects more elements than the features have
   */
  public static List<SelfCheckResult> run(ClipEncoders encoders, Reference reference) {
    List<SelfCheckResult> results = new ArrayList<>();
    for (ReferenceCheck check : reference.checks()) {
      if (check.kind().equals(ReferenceCheck.IMAGE_FEATURES_CONSTANT)) {
        FloatTensor features = constantPicture(encoders, check.value());
        results.add(SelfCheckResult.absolute(check, features, reference.tolerance()));
      } else if (check.kind().equals(ReferenceCheck.TEXT_FEATURES)) {
        FloatTensor features = text(encoders, check.ids());
        results.add(SelfCheckResult.absolute(check, features, reference.tolerance()));
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
    return encoders.imageFeatures(FloatTensor.filled((float) value, 1, 3, size, size));
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
}
