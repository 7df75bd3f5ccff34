package mirador.concepts.explain;

import java.util.List;
import mirador.concepts.text.Messages;

/**
 * The table of cell 4.5: its rows and columns, a model answer for every cell, and how full it is.
 */
public final class ModalityTableWords {
  /** Rows, as they stand in the keys of the learner's state and of the messages. */
  public static final List<String> MODALITIES = List.of("text", "image", "audio", "video");

  /** Columns to fill in, likewise. */
  public static final List<String> COLUMNS = List.of("input", "encoder", "output");

  private ModalityTableWords() {}

  /** How many cells are filled in. */
  public static String result(Messages messages, int filled) {
    int cells = MODALITIES.size() * COLUMNS.size();
    return filled == cells
        ? messages.get("modality-table.complete", cells)
        : messages.get("modality-table.result", filled, cells);
  }

  /** The heading of a column. */
  public static String column(Messages messages, String column) {
    return messages.get("modality-table.column." + column);
  }

  /** One good answer. */
  public static String model(Messages messages, String modality, String column) {
    return messages.get("modality-table.model." + modality + "." + column);
  }
}
