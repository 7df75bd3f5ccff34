package mirador.web.widgets.vit;

import java.util.LinkedHashMap;
import java.util.Map;
import mirador.concepts.explain.VitShapesWords;
import mirador.concepts.text.Numbers;
import mirador.concepts.vit.ViTShapes;
import mirador.web.dom.Dom;
import mirador.web.widget.DataTable;
import mirador.web.widget.Widget;
import mirador.web.widget.WidgetFrame;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * The steps of a ViT with the shape that leaves each (notebook cell 1.3). The flow itself is the
 * static page's: only its numbers change.
 */
public final class VitShapesWidget implements Widget {
  private final Map<ViTShapes.Stage, HTMLElement> steps = new LinkedHashMap<>();
  private WidgetFrame frame;

  @Override
  public void build(WidgetFrame frame) {
    this.frame = frame;
    for (ViTShapes.Stage stage : ViTShapes.Stage.values()) {
      steps.put(stage, Dom.find(frame.play(), "[data-stage=\"" + stage.name() + "\"]"));
    }
    for (String side : new String[] {"height", "width", "patch"}) {
      frame.controls().slider(side, frame.say("vit-shapes." + side), v -> frame.say("px", v));
    }
    frame
        .controls()
        .slider(
            "dim",
            frame.say("vit-shapes.dim"),
            v -> frame.say("vit-shapes.numbers", Integer.parseInt(v)));
    frame.table(this::table);
  }

  @Override
  public void update() {
    ViTShapes shapes = shapes();
    for (ViTShapes.Step step : shapes.steps()) {
      HTMLElement element = steps.get(step.stage());
      set(element, "data-what", VitShapesWords.what(frame.messages(), shapes, step.stage()));
      set(element, "data-parameters", VitShapesWords.parameters(frame.messages(), shapes, step));
      set(element, "data-shape", VitShapesWords.shape(step));
    }
    frame.result(VitShapesWords.result(frame.messages(), shapes));
  }

  private static void set(HTMLElement step, String part, String text) {
    Dom.setText(Dom.find(step, "[" + part + "]"), text);
  }

  private ViTShapes shapes() {
    return new ViTShapes(
        frame.settings().integer("height"),
        frame.settings().integer("width"),
        frame.settings().integer("patch"),
        frame.settings().integer("dim"));
  }

  private DataTable table() {
    DataTable table =
        new DataTable(
            frame.say("vit-shapes.table"),
            frame.say("vit-shapes.table.step"),
            frame.say("vit-shapes.table.shape"),
            frame.say("vit-shapes.table.size"),
            frame.say("vit-shapes.table.parameters"));
    ViTShapes shapes = shapes();
    for (ViTShapes.Step step : shapes.steps()) {
      table.row(
          VitShapesWords.name(frame.messages(), step.stage()),
          VitShapesWords.shape(step),
          Numbers.integer(step.size()),
          VitShapesWords.parameters(frame.messages(), shapes, step));
    }
    return table;
  }
}
