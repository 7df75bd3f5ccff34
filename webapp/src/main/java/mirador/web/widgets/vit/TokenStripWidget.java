package mirador.web.widgets.vit;

import mirador.concepts.explain.PatchGridWords;
import mirador.concepts.explain.TokenStripWords;
import mirador.concepts.text.Numbers;
import mirador.concepts.vit.PatchGrid;
import mirador.concepts.vit.Patches;
import mirador.web.canvas.Surface;
import mirador.web.course.CoursePicture;
import mirador.web.dom.Dom;
import mirador.web.widget.DataTable;
import mirador.web.widget.Widget;
import mirador.web.widget.WidgetFrame;
import mirador.web.widgets.ShownPicture;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * The whole sequence of tokens of a picture; the chosen one unfolds into its vector (notebook cell
 * 1.1c).
 */
public final class TokenStripWidget implements Widget {
  private final Surface lens = new Surface("patch-lens", "");
  private final HTMLElement order = Dom.text("p", "token-order", "");
  private final HTMLElement detail = Dom.el("div", "token-detail");
  private WidgetFrame frame;
  private TokenStrip strip;
  private VectorView vector;
  private HTMLElement previous;
  private HTMLElement next;
  private CoursePicture picture;
  private PatchGrid grid;
  private int token;

  @Override
  public void build(WidgetFrame frame) {
    this.frame = frame;
    strip = new TokenStrip(frame.say("token-strip.strip"), this::choose, index -> {});
    vector = new VectorView(frame, this::drawLens);
    order.setAttribute("aria-live", "polite");
    previous =
        Dom.button(frame.say("token-strip.previous"), "control-button", () -> choose(token - 1));
    next = Dom.button(frame.say("token-strip.next"), "control-button", () -> choose(token + 1));
    HTMLElement steps = Dom.el("div", "token-steps", previous, next);
    HTMLElement chosen =
        Dom.el("div", "patch-linked", lens.element(), Dom.el("div", "", order, steps));
    detail.appendChild(chosen);
    detail.appendChild(vector.element());
    frame.lay(strip.element(), Dom.text("p", "widget-hint", frame.say("token-strip.keys")), detail);
    frame.controls().picture("image");
    frame.controls().slider("patch", frame.say("patch-grid.patch"), v -> frame.say("px", v));
    frame.table(this::table);
    lens.onResize(this::drawLens);
  }

  @Override
  public void update() {
    ShownPicture.load(
        frame,
        frame.settings().picture("image"),
        loaded -> {
          picture = loaded;
          grid = Patches.grid(picture.pixels(), frame.settings().integer("patch"));
          // An address may ask for more tokens than this picture has.
          token = Math.max(0, Math.min(frame.settings().integer("token"), grid.count() - 1));
          boolean any = grid.count() > 0;
          Dom.show(strip.element(), any);
          Dom.show(detail, any);
          frame.result(TokenStripWords.result(frame.messages(), grid, token));
          if (any) {
            show();
          }
        });
  }

  private void show() {
    strip.show(picture, grid, token, PatchGridWords.patch(frame.messages(), grid, token));
    Dom.setText(order, TokenStripWords.order(frame.messages(), grid, token));
    Dom.setDisabled(previous, token == 0);
    Dom.setDisabled(next, token == grid.count() - 1);
    vector.show(Patches.flatten(picture.pixels(), grid, token), grid.patch());
    drawLens();
  }

  private void choose(int index) {
    if (index >= 0 && index < grid.count()) {
      frame.set("token", Integer.toString(index));
    }
  }

  /** The patch large; while its vector is open, the pixels on show stand out. */
  private void drawLens() {
    if (picture == null || grid.count() == 0) {
      return;
    }
    vector.mark(Magnified.patch(lens, picture, grid, token), lens.hairline());
    lens.label(PatchGridWords.patch(frame.messages(), grid, token));
  }

  private DataTable table() {
    DataTable table =
        new DataTable(
            frame.say("token-strip.table"),
            frame.say("patch-grid.table.token"),
            frame.say("patch-grid.table.row"),
            frame.say("patch-grid.table.column"),
            frame.say("token-strip.table.colour"));
    for (int i = 0; grid != null && i < Math.min(grid.count(), DataTable.MOST_ROWS); i++) {
      int[] mean = Patches.meanColour(picture.pixels(), grid, i);
      table.row(
          "P" + i,
          Numbers.integer(i / grid.columns()),
          Numbers.integer(i % grid.columns()),
          mean[0] + ", " + mean[1] + ", " + mean[2]);
    }
    return table.of(grid == null ? 0 : grid.count());
  }
}
