package mirador.site.widget;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.blip2.CaptionSettings;
import mirador.concepts.course.Notebook;
import mirador.concepts.explain.Blip2CaptionWords;
import mirador.concepts.generation.GenerationSettings;
import mirador.site.model.BakedBlip2;
import mirador.site.model.BakedText;
import mirador.site.scan.CoursePicture;

/** What BLIP-2 writes of the figures (notebook cell 4.4); without it the picture alone. */
final class Blip2CaptionWidget implements StaticWidget {
  @Override
  public String name() {
    return "blip2-caption";
  }

  /** What the live widget says until its BLIP-2 is ready. */
  @Override
  public String result(WidgetContext context) {
    return context.blip2().isPresent()
        ? Blip2CaptionWords.baked(context.messages())
        : Blip2CaptionWords.pending(
            context.messages(),
            context.picture(image(context)).name(),
            CaptionSettings.of(context.settings()));
  }

  @Override
  public Markup html(WidgetContext context) {
    return Markup.group(
        context.blip2().map(blip2 -> baked(context, blip2)).orElseGet(() -> alone(context)),
        RealBlip2.needs(context));
  }

  private static Markup baked(WidgetContext context, BakedBlip2 blip2) {
    List<Markup> figures = new ArrayList<>();
    for (String id : Notebook.PICTURES) {
      CoursePicture picture = context.picture(id);
      BakedText text = blip2.caption(picture);
      figures.add(
          Markup.of("div")
              .classes("caption-figure")
              .add(
                  context.thumbnail(id),
                  Markup.of("div")
                      .add(
                          Markup.of(
                              "p",
                              Blip2CaptionWords.result(
                                  context.messages(),
                                  picture.name(),
                                  text.text(),
                                  text.tokens(),
                                  text.ended())),
                          RealBlip2.pills(context.messages(), text.tokens()))));
    }
    String how =
        Blip2CaptionWords.settings(
            context.messages(), GenerationSettings.greedy(Notebook.CAPTION_TOKENS));
    return RealBlip2.baked(
        context,
        context.messages().get("blip2-caption.baked.how", how),
        figures.toArray(Markup[]::new));
  }

  private static Markup alone(WidgetContext context) {
    String id = image(context);
    return Markup.of("div")
        .classes("chat")
        .add(
            Markup.of("div")
                .classes("chat-seen")
                .add(
                    context.image(id).classes("picture-view"),
                    Markup.of("p", context.picture(id).name()).classes("chat-caption")));
  }

  private static String image(WidgetContext context) {
    return context.settings().picture("image");
  }
}
