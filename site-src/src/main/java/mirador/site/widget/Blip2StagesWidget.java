package mirador.site.widget;

import java.util.List;
import mirador.concepts.blip2.Blip2Config;
import mirador.concepts.blip2.StageShapes;
import mirador.concepts.explain.Blip2StagesWords;
import mirador.concepts.text.Messages;

/** The four stages of BLIP-2 with the shapes between them, which are published (cell 3.2). */
final class Blip2StagesWidget implements StaticWidget {
  @Override
  public String name() {
    return "blip2-stages";
  }

  @Override
  public String result(WidgetContext context) {
    return Blip2StagesWords.pending(
        context.messages(),
        Blip2Config.OPT_2_7B,
        context.picture(context.settings().picture("image")).name(),
        context.settings().text("question"));
  }

  @Override
  public Markup html(WidgetContext context) {
    Messages messages = context.messages();
    Blip2Config config = Blip2Config.OPT_2_7B;
    List<StageShapes> shapes = StageShapes.of(config, 0);
    Markup list = Markup.of("ol").classes("stages");
    for (int stage = 1; stage <= Blip2StagesWords.STAGES; stage++) {
      StageShapes through = shapes.get(stage - 1);
      list.add(
          Markup.of("li")
              .classes("stage stage-" + stage)
              .add(
                  Markup.of("p", Blip2StagesWords.name(messages, stage)).classes("stage-name"),
                  Markup.of("p", Blip2StagesWords.about(messages, stage, config))
                      .classes("stage-about"),
                  Markup.of("p")
                      .classes("stage-shapes")
                      .add(
                          Markup.of("span", through.in()).classes("stage-shape stage-in-" + stage),
                          Markup.of("span", "→").classes("stage-arrow").with("aria-hidden", "true"),
                          Markup.of("span", through.out())
                              .classes("stage-shape stage-out-" + stage))));
    }
    return Markup.group(
        list,
        Markup.of("p", messages.get("blip2-stages.some", StageShapes.SOME)).classes("widget-hint"),
        RealBlip2.needs(context));
  }
}
