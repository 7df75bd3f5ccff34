package mirador.site.widget;

import java.util.Optional;
import mirador.concepts.clip.ClipConfig;
import mirador.concepts.explain.ClipAttentionWords;
import mirador.concepts.image.Preprocessing.Fit;
import mirador.concepts.vit.AttentionMaps;
import mirador.concepts.vit.AttentionView;
import mirador.concepts.vit.PatchGrid;

/** Where CLIP's [CLS] looks (sections 1.0 and 1.3); without a model the crop that CLIP is given. */
final class ClipAttentionWidget implements StaticWidget {
  @Override
  public String name() {
    return "clip-attention";
  }

  /** What the live widget says until its CLIP is ready. */
  @Override
  public String result(WidgetContext context) {
    AttentionView view =
        new AttentionView(
            context.settings().integer("layer"),
            context.settings().choice("mix"),
            context.settings().integer("from"));
    return ClipAttentionWords.pending(
        context.messages(), view, context.picture(image(context)).name());
  }

  @Override
  public Markup html(WidgetContext context) {
    Optional<AttentionMaps> maps =
        context.clip().flatMap(clip -> clip.attention(context.picture(image(context))));
    return Markup.group(
        maps.map(found -> baked(context, found)).orElseGet(() -> crop(context)),
        RealClip.needs(context));
  }

  private static Markup baked(WidgetContext context, AttentionMaps maps) {
    AttentionView mean = new AttentionView(maps.layers(), AttentionView.MEAN, 0);
    AttentionView rollout = new AttentionView(maps.layers(), AttentionView.ROLLOUT, 0);
    return RealClip.baked(
        context,
        ClipAttentionWords.result(context.messages(), maps, mean),
        Markup.of("div")
            .classes("crop-pair")
            .add(figure(context, maps, mean), figure(context, maps, rollout)));
  }

  private static Markup figure(WidgetContext context, AttentionMaps maps, AttentionView view) {
    PatchGrid grid = grid(context.clip().orElseThrow().model().config());
    String caption = context.messages().get("clip-attention.baked." + view.mix());
    return Markup.of("figure")
        .add(
            CropFigure.weighted(
                context,
                image(context),
                grid,
                Fit.CENTRE_CROP,
                ClipAttentionWords.result(context.messages(), maps, view),
                AttentionView.patches(view.row(maps))),
            Markup.of("figcaption", caption));
  }

  private static Markup crop(WidgetContext context) {
    ClipConfig config = ClipConfig.VIT_B_32;
    PatchGrid grid = grid(config);
    return Markup.group(
        CropFigure.plain(
            context,
            image(context),
            grid,
            Fit.CENTRE_CROP,
            context.messages().get("clip-attention.crop", context.picture(image(context)).name())),
        Markup.of(
            "p", context.messages().get("clip-attention.alone", config.imageSize(), grid.count())));
  }

  private static PatchGrid grid(ClipConfig config) {
    return new PatchGrid(config.imageSize(), config.imageSize(), config.patchSize());
  }

  private static String image(WidgetContext context) {
    return context.settings().picture("image");
  }
}
