package mirador.site.widget;

import mirador.concepts.blip2.Blip2Config;
import mirador.concepts.blip2.QueryView;
import mirador.concepts.blip2.VisualQueries;
import mirador.concepts.explain.Blip2QueriesWords;
import mirador.concepts.image.Preprocessing.Fit;
import mirador.concepts.vit.AttentionView;
import mirador.concepts.vit.PatchGrid;
import mirador.site.model.BakedBlip2;

/** What the queries look at (cell 4.2); without a model the picture that BLIP-2 is given. */
final class Blip2QueriesWidget implements StaticWidget {
  private static final int SHOWN = 3;

  @Override
  public String name() {
    return "blip2-queries";
  }

  /** What the live widget says until its BLIP-2 is ready. */
  @Override
  public String result(WidgetContext context) {
    String picture = context.picture(image(context)).name();
    return context.blip2().isPresent()
        ? Blip2QueriesWords.baked(context.messages(), picture)
        : Blip2QueriesWords.pending(context.messages(), view(context), picture);
  }

  @Override
  public Markup html(WidgetContext context) {
    return Markup.group(
        context.blip2().map(blip2 -> baked(context, blip2)).orElseGet(() -> alone(context)),
        RealBlip2.needs(context));
  }

  private static Markup baked(WidgetContext context, BakedBlip2 blip2) {
    VisualQueries queries = blip2.queries(context.picture(image(context)));
    Blip2Config config = blip2.config();
    QueryView first = view(context).fitted(queries, config);
    Markup figures = Markup.of("div").classes("crop-pair");
    int apart = Math.max(1, queries.queries() / SHOWN);
    for (int i = 0; i < Math.min(SHOWN, queries.queries()); i++) {
      QueryView view = first.of((first.query() - 1 + i * apart) % queries.queries() + 1);
      figures.add(
          Markup.of("figure")
              .add(
                  CropFigure.weighted(
                      context,
                      image(context),
                      grid(config),
                      Fit.STRETCH,
                      Blip2QueriesWords.result(context.messages(), queries, config, view),
                      AttentionView.patches(view.looks(queries, config))),
                  Markup.of("figcaption", Blip2QueriesWords.query(view.query()))));
    }
    return RealBlip2.baked(
        context,
        Blip2QueriesWords.result(context.messages(), queries, config, first),
        Markup.of(
            "p",
            context
                .messages()
                .get("blip2-queries.some", Blip2QueriesWords.place(context.messages(), first))),
        figures);
  }

  private static Markup alone(WidgetContext context) {
    Blip2Config config = Blip2Config.OPT_2_7B;
    PatchGrid grid = grid(config);
    return Markup.group(
        CropFigure.plain(
            context,
            image(context),
            grid,
            Fit.STRETCH,
            context.messages().get("blip2-queries.crop", context.picture(image(context)).name())),
        Markup.of(
            "p",
            context
                .messages()
                .get(
                    "blip2-queries.alone",
                    config.imageSize(),
                    grid.count(),
                    config.queryLayers() / config.crossAttentionEvery())));
  }

  private static PatchGrid grid(Blip2Config config) {
    return new PatchGrid(config.imageSize(), config.imageSize(), config.patchSize());
  }

  private static QueryView view(WidgetContext context) {
    return new QueryView(
        context.settings().integer("layer"),
        context.settings().choice("mix"),
        context.settings().integer("query"));
  }

  private static String image(WidgetContext context) {
    return context.settings().picture("image");
  }
}
