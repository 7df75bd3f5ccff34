package mirador.site.widget;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.explain.ConvAttentionWords;
import mirador.concepts.image.Convolution;
import mirador.concepts.image.Kernel;
import mirador.concepts.image.Picture;
import mirador.concepts.image.Shrink;
import mirador.concepts.text.Messages;
import mirador.concepts.vit.ColourSimilarity;
import mirador.concepts.vit.PatchGrid;
import mirador.concepts.vit.Patches;
import mirador.concepts.vit.ReceptiveField;

/** What a kernel makes of the picture, and what a patch's attention reaches (notebook cell 1.0). */
final class ConvAttentionWidget implements StaticWidget {
  @Override
  public String name() {
    return "conv-attention";
  }

  @Override
  public String result(WidgetContext context) {
    return ConvAttentionWords.result(
        context.messages(), grid(small(context)), context.settings().integer("layers"));
  }

  @Override
  public Markup html(WidgetContext context) {
    return Markup.of("div")
        .classes("conv-panels")
        .add(convolution(context), attention(context, small(context)));
  }

  private static Markup convolution(WidgetContext context) {
    Messages messages = context.messages();
    Kernel kernel =
        ConvAttentionWords.chosen(
            context.settings().choice("kernel"), context.settings().numbers("weights"));
    Picture grey = Shrink.toGrey(small(context));
    int x = ConvAttentionWords.startX(grey);
    int y = ConvAttentionWords.startY(grey);
    int[] window = Convolution.window(grey, x, y, 0);
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < window.length; i++) {
      double weight = kernel.weights()[i];
      rows.add(
          List.of(
              (i / Kernel.SIDE - 1) + ", " + (i % Kernel.SIDE - 1),
              Integer.toString(window[i]),
              ConvAttentionWords.weight(weight),
              ConvAttentionWords.weight(weight * window[i])));
    }
    return Markup.of("div")
        .add(
            Markup.of("p", messages.get("conv-attention.convolution")).classes("panel-title"),
            Markup.of("img")
                .classes("pixel-picture")
                .with("src", PngData.address(Convolution.apply(grey, kernel)))
                .with("alt", ConvAttentionWords.kernel(messages, kernel.name()))
                .with("width", grey.width())
                .with("height", grey.height()),
            Tables.of(
                messages.get("conv-attention.window", x, y),
                List.of(
                    messages.get("conv-attention.offset"),
                    messages.get("conv-attention.pixel"),
                    messages.get("conv-attention.weight"),
                    messages.get("conv-attention.product")),
                rows),
            Markup.of(
                "p", ConvAttentionWords.sum(messages, Convolution.at(grey, kernel, x, y, 0))));
  }

  private static Markup attention(WidgetContext context, Picture small) {
    PatchGrid grid = grid(small);
    Markup panel =
        Markup.of("div")
            .add(
                Markup.of("p", context.messages().get("conv-attention.attention"))
                    .classes("panel-title"));
    if (grid.count() == 0) {
      return panel;
    }
    int chosen = ConvAttentionWords.startPatch(grid);
    double[] likeness = ConvAttentionWords.shown(ColourSimilarity.row(small, grid, chosen));
    Markup drawing =
        Markup.svg(small.width(), small.height())
            .classes("picture-overlay")
            .with("aria-hidden", "true");
    for (int i = 0; i < grid.count(); i++) {
      drawing.add(
          Markup.of("rect")
              .classes(i == chosen ? "reach-chosen" : "reach-patch")
              .with("x", grid.x(i))
              .with("y", grid.y(i))
              .with("width", grid.patch())
              .with("height", grid.patch())
              .with("fill-opacity", ConvAttentionWords.veil(likeness[i])));
    }
    int side = ReceptiveField.side(context.settings().integer("layers"));
    double centre = (grid.patch() - side) / 2.0;
    drawing.add(
        Markup.of("rect")
            .classes("reach-field")
            .with("x", grid.x(chosen) + centre)
            .with("y", grid.y(chosen) + centre)
            .with("width", side)
            .with("height", side));
    return panel.add(
        Markup.of("div")
            .classes("picture-stack")
            .add(context.image(context.settings().picture("image")), drawing),
        Markup.of("p", context.messages().get("conv-attention.honest")).classes("widget-hint"));
  }

  private static Picture small(WidgetContext context) {
    return Shrink.toFit(
        context.picture(context.settings().picture("image")).pixels(), ConvAttentionWords.SIDE);
  }

  private static PatchGrid grid(Picture small) {
    return Patches.grid(small, ConvAttentionWords.PATCH);
  }
}
