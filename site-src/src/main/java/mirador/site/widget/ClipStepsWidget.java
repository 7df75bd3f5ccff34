package mirador.site.widget;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.clip.ClipConfig;
import mirador.concepts.clip.ImageSteps;
import mirador.concepts.colour.ValueRange;
import mirador.concepts.explain.ClipStepsWords;
import mirador.concepts.explain.TokenNames;
import mirador.concepts.text.Messages;
import mirador.concepts.vit.TokenVectors;
import mirador.site.model.BakedClip;

/** The five steps of section 1.3; without a model their shapes, which are published. */
final class ClipStepsWidget implements StaticWidget {
  /** Width of the tokens of ViT-B/32 (Radford et al. 2021, table 20). */
  private static final int WIDTH = 768;

  private static final int STEPS = 5;

  @Override
  public String name() {
    return "clip-steps";
  }

  /** What the live widget says until its CLIP is ready. */
  @Override
  public String result(WidgetContext context) {
    return ClipStepsWords.pending(
        context.messages(),
        patch(context),
        context.settings().integer("layer"),
        context.picture(image(context)).name());
  }

  @Override
  public Markup html(WidgetContext context) {
    return Markup.group(
        context
            .clip()
            .map(clip -> baked(context, clip))
            .orElseGet(() -> list(context.messages(), ClipConfig.VIT_B_32, WIDTH)),
        RealClip.needs(context));
  }

  private static Markup baked(WidgetContext context, BakedClip clip) {
    Messages messages = context.messages();
    ImageSteps steps = clip.steps(context.picture(image(context)));
    ClipConfig config = clip.model().config();
    int patch = Math.min(patch(context), config.imageTokens() - 2);
    int layer = Math.min(context.settings().integer("layer"), config.visionLayers());
    int width = steps.patches().map(TokenVectors::width).orElse(WIDTH);
    Markup list = list(messages, config, width);
    List<Markup> parts = new ArrayList<>(List.of(list));
    steps
        .positions()
        .ifPresent(
            positions -> {
              parts.add(Markup.of("p", ClipStepsWords.positions(messages, positions, patch)));
              parts.add(places(messages, positions, patch, config.grid()));
            });
    return RealClip.baked(
        context,
        messages.get(
            "clip-steps.baked",
            TokenNames.patch(patch),
            context.picture(image(context)).name(),
            ClipStepsWords.result(messages, steps, patch, layer)),
        parts.toArray(Markup[]::new));
  }

  private static Markup list(Messages messages, ClipConfig config, int width) {
    Markup list = Markup.of("ol").classes("clip-step-list");
    for (int step = 1; step <= STEPS; step++) {
      list.add(Markup.of("li", ClipStepsWords.step(messages, step, config, width)));
    }
    return list;
  }

  private static Markup places(Messages messages, TokenVectors positions, int patch, int side) {
    double[] cosines = positions.cosines(patch + 1);
    double[][] values = new double[side][side];
    List<Markup> headings = new ArrayList<>();
    for (int i = 0; i < side; i++) {
      headings.add(Markup.of("span", i));
      System.arraycopy(cosines, 1 + i * side, values[i], 0, side);
    }
    return MatrixHtml.plain(
        messages.get("clip-steps.positions.label", TokenNames.patch(patch)),
        messages.get("clip-steps.corner"),
        headings,
        headings,
        values,
        ValueRange.of(values),
        2);
  }

  private static int patch(WidgetContext context) {
    return context.settings().integer("patch");
  }

  private static String image(WidgetContext context) {
    return context.settings().picture("image");
  }
}
