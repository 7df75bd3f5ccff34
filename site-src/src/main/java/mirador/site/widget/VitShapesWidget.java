package mirador.site.widget;

import mirador.concepts.explain.VitShapesWords;
import mirador.concepts.text.Messages;
import mirador.concepts.vit.ViTShapes;

/**
 * The steps of a ViT with the shape that leaves each (notebook cell 1.3). The live side keeps this
 * markup and fills in other numbers.
 */
final class VitShapesWidget implements StaticWidget {
  @Override
  public String name() {
    return "vit-shapes";
  }

  @Override
  public String result(WidgetContext context) {
    return VitShapesWords.result(context.messages(), shapes(context));
  }

  @Override
  public Markup html(WidgetContext context) {
    Messages messages = context.messages();
    ViTShapes shapes = shapes(context);
    Markup flow = Markup.of("ol").classes("shape-flow");
    for (ViTShapes.Step step : shapes.steps()) {
      flow.add(
          Markup.of("li")
              .classes("shape-step")
              .with("data-stage", step.stage().name())
              .add(
                  StageGlyph.of(step.stage()),
                  Markup.of("div")
                      .classes("shape-text")
                      .add(
                          Markup.of("p", VitShapesWords.name(messages, step.stage()))
                              .classes("shape-name"),
                          Markup.of("p", VitShapesWords.what(messages, shapes, step.stage()))
                              .with("data-what", ""),
                          Markup.of("p", VitShapesWords.parameters(messages, shapes, step))
                              .classes("shape-parameters")
                              .with("data-parameters", "")),
                  Markup.of("p", VitShapesWords.shape(step))
                      .classes("shape-tuple")
                      .with("data-shape", "")));
    }
    return flow;
  }

  private static ViTShapes shapes(WidgetContext context) {
    return new ViTShapes(
        context.settings().integer("height"),
        context.settings().integer("width"),
        context.settings().integer("patch"),
        context.settings().integer("dim"));
  }
}
