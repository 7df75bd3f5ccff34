package mirador.concepts.explain;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.text.Messages;
import mirador.concepts.text.Numbers;

/** What the tokens of an image encoder are called: [CLS], then the patches from P0 on. */
public final class TokenNames {
  private TokenNames() {}

  /** The name of a token, 0 for [CLS]. */
  public static String of(int token) {
    return token == 0 ? "[CLS]" : patch(token - 1);
  }

  /** The name of a patch, from 0. */
  public static String patch(int patch) {
    return "P" + patch;
  }

  /** Some patches with their values: «P24 (0.81), P17 (0.64) y P3 (0.50)». */
  static String list(Messages messages, int[] patches, double[] values, int digits, double scale) {
    List<String> names = new ArrayList<>();
    for (int patch : patches) {
      names.add(
          messages.get(
              "token.with-value", patch(patch), Numbers.fixed(scale * values[patch], digits)));
    }
    if (names.size() < 2) {
      return String.join("", names);
    }
    String last = names.remove(names.size() - 1);
    return messages.get("token.list", String.join(", ", names), last);
  }
}
