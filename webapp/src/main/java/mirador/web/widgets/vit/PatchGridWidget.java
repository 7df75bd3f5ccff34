package mirador.web.widgets.vit;

import mirador.concepts.explain.PatchGridWords;
import mirador.concepts.text.Numbers;
import mirador.concepts.vit.PatchGrid;
import mirador.web.canvas.Surface;
import mirador.web.course.CoursePicture;
import mirador.web.dom.Dom;
import mirador.web.widget.DataTable;
import mirador.web.widget.Widget;
import mirador.web.widget.WidgetFrame;
import mirador.web.widgets.ShownPicture;
import org.teavm.jso.canvas.CanvasRenderingContext2D;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * The grid of patches over a picture, with its counts; pointing at a patch, or moving over them
 * with the arrow keys, links it to its token (notebook cells 1.1a and 1.1b).
 */
public final class PatchGridWidget implements Widget {
  private final Surface surface = new Surface("picture-canvas", "");
  private final Surface lens = new Surface("patch-lens", "");
  private final HTMLElement token = Dom.text("p", "patch-token", "");
  private TokenStrip strip;
  private WidgetFrame frame;
  private CoursePicture picture;
  private PatchGrid grid;
  private int pointed;

  @Override
  public void build(WidgetFrame frame) {
    this.frame = frame;
    strip = new TokenStrip(frame.say("patch-grid.strip"), this::show, this::show);
    HTMLElement linked = Dom.el("div", "patch-linked", lens.element(), token);
    surface.element().setAttribute("tabindex", "0");
    surface.element().setAttribute("aria-describedby", frame.id() + "-keys");
    HTMLElement keys = Dom.text("p", "widget-hint", frame.say("patch-grid.keys"));
    keys.setId(frame.id() + "-keys");
    frame.lay(surface.element(), keys, linked, strip.element());
    token.setAttribute("aria-live", "polite");
    frame.controls().picture("image");
    frame.controls().slider("patch", frame.say("patch-grid.patch"), v -> frame.say("px", v));
    frame.table(this::table);
    surface.onResize(this::draw);
    Dom.on(surface.element(), "pointermove", this::point);
    Dom.on(surface.element(), "pointerdown", this::point);
    Dom.on(surface.element(), "keydown", this::move);
  }

  @Override
  public void update() {
    ShownPicture.load(
        frame,
        frame.settings().picture("image"),
        loaded -> {
          picture = loaded;
          grid =
              new PatchGrid(picture.height(), picture.width(), frame.settings().integer("patch"));
          pointed = Math.max(0, Math.min(pointed, grid.count() - 1));
          frame.result(PatchGridWords.result(frame.messages(), grid));
          draw();
        });
  }

  private void point(Event event) {
    if (grid != null) {
      int index = grid.indexAt((int) surface.x(event), (int) surface.y(event));
      if (index >= 0) {
        show(index);
      }
    }
  }

  private void move(Event event) {
    if (grid != null && grid.count() > 0 && GridKeys.moves(Dom.key(event))) {
      event.preventDefault();
      show(GridKeys.target(Dom.key(event), grid, pointed));
    }
  }

  /** Links a patch and its token, whichever of the two was pointed at. */
  private void show(int index) {
    if (index != pointed) {
      pointed = index;
      draw();
    }
  }

  private void draw() {
    if (picture == null) {
      return;
    }
    CanvasRenderingContext2D g = surface.begin(picture.width(), picture.height());
    g.drawImage(picture.canvas(), 0, 0);
    GridPainter.rest(g, picture, grid);
    GridPainter.lines(g, grid, surface.hairline());
    if (grid.count() > 0) {
      GridPainter.frame(g, grid, pointed, surface.hairline());
      Magnified.patch(lens, picture, grid, pointed);
    }
    String words =
        grid.count() > 0
            ? PatchGridWords.patch(frame.messages(), grid, pointed)
            : PatchGridWords.none(frame.messages(), grid);
    Dom.setText(token, words);
    lens.label(words);
    strip.show(picture, grid, pointed, words);
    Dom.show(lens.element(), grid.count() > 0);
    Dom.show(strip.element(), grid.count() > 0);
    surface.label(frame.say("patch-grid.label") + ": " + picture.alt());
  }

  private DataTable table() {
    DataTable table =
        new DataTable(
            frame.say("patch-grid.table"),
            frame.say("patch-grid.table.token"),
            frame.say("patch-grid.table.row"),
            frame.say("patch-grid.table.column"),
            "x",
            "y");
    for (int i = 0; grid != null && i < grid.count(); i++) {
      table.row(
          "P" + i,
          Numbers.integer(i / grid.columns()),
          Numbers.integer(i % grid.columns()),
          Numbers.integer(grid.x(i)),
          Numbers.integer(grid.y(i)));
    }
    return table;
  }
}
