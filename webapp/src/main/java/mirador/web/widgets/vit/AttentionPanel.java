package mirador.web.widgets.vit;

import mirador.concepts.explain.ConvAttentionWords;
import mirador.concepts.image.Picture;
import mirador.concepts.vit.ColourSimilarity;
import mirador.concepts.vit.PatchGrid;
import mirador.concepts.vit.Patches;
import mirador.concepts.vit.ReceptiveField;
import mirador.web.canvas.Surface;
import mirador.web.dom.Dom;
import mirador.web.widget.WidgetFrame;
import org.teavm.jso.canvas.CanvasRenderingContext2D;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.html.HTMLCanvasElement;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * A chosen patch and every patch one layer of attention lets it reach, lit by how alike their mean
 * colours are; and the square that some layers of convolution reach.
 */
final class AttentionPanel {
  private final WidgetFrame frame;
  private final HTMLElement root = Dom.el("div", "conv-panel");
  private final Surface surface = new Surface("picture-canvas", "");
  private final HTMLElement words = Dom.text("p", "conv-similarity", "");
  private final HTMLElement field = Dom.text("p", "conv-field", "");
  private HTMLCanvasElement pixels;
  private Picture picture;
  private PatchGrid grid;
  private String alt = "";
  private double[] similarities = new double[0];
  private int chosen;
  private int pointed = -1;
  private int side = 3;

  AttentionPanel(WidgetFrame frame) {
    this.frame = frame;
    words.setAttribute("aria-live", "polite");
    root.appendChild(Dom.text("p", "panel-title", frame.say("conv-attention.attention")));
    root.appendChild(surface.element());
    root.appendChild(words);
    root.appendChild(field);
    root.appendChild(Dom.text("p", "widget-hint", frame.say("conv-attention.honest")));
    surface.element().setAttribute("tabindex", "0");
    surface.onResize(this::draw);
    Dom.on(surface.element(), "pointermove", (Event event) -> point(event, false));
    Dom.on(surface.element(), "pointerdown", (Event event) -> point(event, true));
    Dom.on(
        surface.element(),
        "pointerleave",
        () -> {
          pointed = -1;
          draw();
        });
    Dom.on(surface.element(), "keydown", this::move);
  }

  HTMLElement element() {
    return root;
  }

  int chosen() {
    return chosen;
  }

  /** The chosen patch against every one: (patches). */
  double[] similarities() {
    return similarities;
  }

  void picture(Picture picture, String alt) {
    this.picture = picture;
    this.alt = alt;
    pixels = Surface.canvasOf(picture.width(), picture.height(), picture.rgb());
    grid = Patches.grid(picture, ConvAttentionWords.PATCH);
    reset();
  }

  void layers(int layers) {
    side = ReceptiveField.side(layers);
    draw();
  }

  void reset() {
    choose(ConvAttentionWords.startPatch(grid));
  }

  private void choose(int patch) {
    pointed = -1;
    chosen = patch;
    similarities = grid.count() == 0 ? new double[0] : ColourSimilarity.row(picture, grid, chosen);
    draw();
  }

  private void point(Event event, boolean choosing) {
    if (grid == null) {
      return;
    }
    int patch = grid.indexAt((int) surface.x(event), (int) surface.y(event));
    if (patch >= 0 && choosing) {
      choose(patch);
    } else if (patch != pointed) {
      pointed = patch;
      draw();
    }
  }

  private void move(Event event) {
    if (grid != null && grid.count() > 0 && GridKeys.moves(Dom.key(event))) {
      event.preventDefault();
      choose(GridKeys.target(Dom.key(event), grid, chosen));
    }
  }

  private void draw() {
    if (picture == null) {
      return;
    }
    CanvasRenderingContext2D g = surface.begin(picture.width(), picture.height());
    g.drawImage(pixels, 0, 0);
    surface.label(frame.say("conv-attention.attention.label", chosen) + " " + alt);
    if (grid.count() == 0) {
      return;
    }
    double hairline = surface.hairline();
    double[] shown = ConvAttentionWords.shown(similarities);
    veil(g, shown);
    lines(g, shown, hairline);
    GridPainter.frame(g, grid, chosen, hairline);
    if (pointed >= 0 && pointed != chosen) {
      GridPainter.frame(g, grid, pointed, hairline / 2);
    }
    field(g, hairline);
    int other = pointed >= 0 ? pointed : nearest();
    Dom.setText(
        words, ConvAttentionWords.similarity(frame.messages(), chosen, other, similarities[other]));
    Dom.setText(field, frame.say("conv-attention.field", side));
  }

  /** The less alike a patch, the more it is covered. */
  private void veil(CanvasRenderingContext2D g, double[] shown) {
    g.setFillStyle(Surface.colour("--sunken"));
    for (int i = 0; i < shown.length; i++) {
      g.setGlobalAlpha(ConvAttentionWords.veil(shown[i]));
      g.fillRect(grid.x(i), grid.y(i), grid.patch(), grid.patch());
    }
    g.setGlobalAlpha(1);
  }

  /** A line to every patch: one layer reaches them all. */
  private void lines(CanvasRenderingContext2D g, double[] shown, double hairline) {
    g.setStrokeStyle(Surface.colour("--attention"));
    g.setLineWidth(1.5 * hairline);
    double half = grid.patch() / 2.0;
    for (int i = 0; i < shown.length; i++) {
      g.setGlobalAlpha(0.1 + 0.7 * shown[i] * shown[i]);
      g.beginPath();
      g.moveTo(grid.x(chosen) + half, grid.y(chosen) + half);
      g.lineTo(grid.x(i) + half, grid.y(i) + half);
      g.stroke();
    }
    g.setGlobalAlpha(1);
  }

  private void field(CanvasRenderingContext2D g, double hairline) {
    double left = grid.x(chosen) + (grid.patch() - side) / 2.0;
    double top = grid.y(chosen) + (grid.patch() - side) / 2.0;
    g.setStrokeStyle(Surface.colour("--grid-under"));
    g.setLineWidth(6 * hairline);
    g.strokeRect(left, top, side, side);
    g.setStrokeStyle(Surface.colour("--flash"));
    g.setLineWidth(3 * hairline);
    g.strokeRect(left, top, side, side);
  }

  /** The most alike of the others. */
  private int nearest() {
    int best = chosen == 0 && grid.count() > 1 ? 1 : 0;
    for (int i = 0; i < similarities.length; i++) {
      if (i != chosen && similarities[i] > similarities[best]) {
        best = i;
      }
    }
    return best;
  }
}
