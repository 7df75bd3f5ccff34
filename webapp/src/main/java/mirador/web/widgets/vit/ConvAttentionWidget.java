package mirador.web.widgets.vit;

import java.util.Map;
import mirador.concepts.course.WidgetSettings;
import mirador.concepts.explain.ConvAttentionWords;
import mirador.concepts.image.Kernel;
import mirador.concepts.image.Picture;
import mirador.concepts.image.Shrink;
import mirador.concepts.text.Numbers;
import mirador.concepts.vit.PatchGrid;
import mirador.concepts.vit.Patches;
import mirador.web.course.CoursePicture;
import mirador.web.dom.Dom;
import mirador.web.widget.DataTable;
import mirador.web.widget.Widget;
import mirador.web.widget.WidgetFrame;
import mirador.web.widgets.ShownPicture;

/**
 * A 3 x 3 kernel that slides over the picture, beside all that one layer of attention reaches
 * (notebook cell 1.0). Both work on a small copy, whose single pixels can be seen.
 */
public final class ConvAttentionWidget implements Widget {
  private WidgetFrame frame;
  private ConvolutionPanel convolution;
  private AttentionPanel attention;
  private CoursePicture picture;
  private Picture small;

  @Override
  public void build(WidgetFrame frame) {
    this.frame = frame;
    convolution = new ConvolutionPanel(frame, this::ownWeights);
    attention = new AttentionPanel(frame);
    frame.lay(Dom.el("div", "conv-panels", convolution.element(), attention.element()));
    frame.controls().picture("image");
    frame
        .controls()
        .choice(
            "kernel",
            frame.say("conv-attention.kernel"),
            choice -> ConvAttentionWords.kernel(frame.messages(), choice));
    frame.controls().slider("layers", frame.say("conv-attention.layers"), v -> v + " × (3 × 3)");
    frame.table(this::table);
  }

  @Override
  public void update() {
    ShownPicture.load(
        frame,
        frame.settings().picture("image"),
        loaded -> {
          if (picture == null || loaded.pixels() != picture.pixels()) {
            picture = loaded;
            small = Shrink.toFit(loaded.pixels(), ConvAttentionWords.SIDE);
            convolution.picture(Shrink.toGrey(small));
            attention.picture(small, loaded.alt());
          }
          int layers = frame.settings().integer("layers");
          convolution.kernel(kernel());
          attention.layers(layers);
          frame.result(
              ConvAttentionWords.result(
                  frame.messages(), Patches.grid(small, ConvAttentionWords.PATCH), layers));
        });
  }

  @Override
  public void reset() {
    convolution.reset();
    attention.reset();
  }

  private Kernel kernel() {
    return ConvAttentionWords.chosen(
        frame.settings().choice("kernel"), frame.settings().numbers("weights"));
  }

  private void ownWeights(double[] weights) {
    frame.set(Map.of("kernel", "own", "weights", WidgetSettings.written(weights)));
  }

  private DataTable table() {
    DataTable table =
        new DataTable(
            frame.say("conv-attention.table", attention.chosen()),
            "Patch",
            frame.say("patch-grid.table.row"),
            frame.say("patch-grid.table.column"),
            frame.say("conv-attention.table.similarity"));
    double[] similarities = attention.similarities();
    PatchGrid grid = small == null ? null : Patches.grid(small, ConvAttentionWords.PATCH);
    for (int i = 0; grid != null && i < similarities.length; i++) {
      table.row(
          "P" + i,
          Numbers.integer(i / grid.columns()),
          Numbers.integer(i % grid.columns()),
          Numbers.fixed(similarities[i], 2));
    }
    return table;
  }
}
