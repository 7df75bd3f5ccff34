package mirador.concepts.explain;

import mirador.concepts.mllm.ModalityRouter;
import mirador.concepts.mllm.Route;
import mirador.concepts.text.Messages;

/** The result of the router: where a modality goes, and the line the notebook prints. */
public final class ModalityRouterWords {
  /** What stands between two stages. */
  public static final String ARROW = "->";

  private ModalityRouterWords() {}

  /** The way in words. */
  public static String result(Messages messages, String modality) {
    Route route = ModalityRouter.route(modality);
    if (!route.isKnown()) {
      return messages.get("modality-router.unknown", name(messages, modality));
    }
    return messages.get(
        "modality-router.result", name(messages, modality), route.encoder(), route.output());
  }

  /** What the router's table leaves out about this modality. */
  public static String remark(Messages messages, String modality) {
    return messages.get("modality-router.remark." + modality);
  }

  /** The line of cell 4.2-r, its modality right-aligned in five places. */
  public static String line(String modality) {
    StringBuilder line = new StringBuilder();
    line.append(" ".repeat(Math.max(0, 5 - modality.length())));
    return line.append(String.join(" " + ARROW + " ", ModalityRouter.stages(modality))).toString();
  }

  /** The modality's name in Spanish. */
  public static String name(Messages messages, String modality) {
    return messages.get("modality." + modality);
  }
}
