package mirador.concepts.explain;

import mirador.concepts.text.Messages;
import mirador.concepts.vit.PatchGrid;

/** What the sequence of tokens says (notebook cell 1.1c). */
public final class TokenStripWords {
  private static final String[] CHANNELS = {"red", "green", "blue"};

  private TokenStripWords() {}

  /** How long the sequence is and what its chosen token holds. */
  public static String result(Messages messages, PatchGrid grid, int token) {
    if (grid.count() == 0) {
      return PatchGridWords.none(messages, grid);
    }
    return messages.get(
        "token-strip.result",
        grid.count(),
        grid.count() - 1,
        token,
        grid.patch(),
        grid.valuesPerPatch());
  }

  /** Why the token has its number: rows above it, then columns before it. */
  public static String order(Messages messages, PatchGrid grid, int token) {
    return messages.get(
        "token-strip.order", token / grid.columns(), token % grid.columns(), grid.columns(), token);
  }

  /** What number {@code index} of the flattened patch is: «rojo del píxel (fila 0, columna 2)». */
  public static String value(Messages messages, int patch, int index) {
    int pixel = index / CHANNELS.length;
    return messages.get(
        "token-strip.value", channel(messages, index), pixel / patch, pixel % patch);
  }

  /** The channel of number {@code index} of a flattened patch. */
  public static String channel(Messages messages, int index) {
    return messages.get("channel." + CHANNELS[index % CHANNELS.length]);
  }
}
