package mirador.concepts.explain;

import mirador.concepts.text.Messages;
import mirador.concepts.text.Numbers;
import mirador.concepts.vit.PatchGrid;
import mirador.concepts.vit.ViTShapes;

/** What the shapes inside a ViT say (notebook cell 1.3). */
public final class VitShapesWords {
  private VitShapesWords() {}

  /** Tokens, their width, and what the projection learns. */
  public static String result(Messages messages, ViTShapes shapes) {
    PatchGrid grid = shapes.grid();
    if (grid.count() == 0) {
      return PatchGridWords.none(messages, grid);
    }
    return messages.get(
        "vit-shapes.result",
        shapes.width(),
        shapes.height(),
        shapes.patch(),
        grid.count(),
        shapes.tokens(),
        shapes.dim());
  }

  /** The name of a step. */
  public static String name(Messages messages, ViTShapes.Stage stage) {
    return messages.get("vit-shapes." + stage.name() + ".name");
  }

  /** What a step does with the present sizes. */
  public static String what(Messages messages, ViTShapes shapes, ViTShapes.Stage stage) {
    PatchGrid grid = shapes.grid();
    return messages.get(
        "vit-shapes." + stage.name() + ".what",
        shapes.patch(),
        grid.valuesPerPatch(),
        shapes.dim(),
        grid.count(),
        shapes.tokens());
  }

  /** The shape a step leaves, as Python writes it, with spaced thousands: «(50, 768)». */
  public static String shape(ViTShapes.Step step) {
    StringBuilder out = new StringBuilder("(");
    for (int i = 0; i < step.shape().size(); i++) {
      out.append(i == 0 ? "" : ", ").append(Numbers.integer(step.shape().get(i)));
    }
    return out.append(step.shape().size() == 1 ? ",)" : ")").toString();
  }

  /** How many weights a step learns. */
  public static String parameters(Messages messages, ViTShapes shapes, ViTShapes.Step step) {
    int values = shapes.grid().valuesPerPatch();
    return switch (step.stage()) {
      case PROJECTION ->
          messages.get("vit-shapes.parameters.projection", values, shapes.dim(), step.parameters());
      case CLS_TOKEN -> messages.get("vit-shapes.parameters", step.parameters());
      case POSITIONS ->
          messages.get(
              "vit-shapes.parameters.positions", shapes.tokens(), shapes.dim(), step.parameters());
      case ENCODER -> messages.get("vit-shapes.parameters.encoder");
      case IMAGE, PATCHIFY, READOUT -> messages.get("vit-shapes.parameters.none");
    };
  }
}
