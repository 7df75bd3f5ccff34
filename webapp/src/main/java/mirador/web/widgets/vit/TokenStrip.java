package mirador.web.widgets.vit;

import java.util.function.IntConsumer;
import mirador.concepts.vit.PatchGrid;
import mirador.web.canvas.Surface;
import mirador.web.course.CoursePicture;
import mirador.web.dom.Dom;
import org.teavm.jso.canvas.CanvasRenderingContext2D;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * The patches of a picture in one row, the way a Transformer gets them. Only those in sight are
 * drawn, so that ten thousand tokens move as easily as ten.
 */
final class TokenStrip {
  private static final double SIDE = 52;
  private static final double STEP = 60;
  private static final double TOP = 5;
  private static final double LABEL = 74;
  private static final double HEIGHT = 82;

  private final HTMLElement scroller = Dom.el("div", "token-scroll");
  private final HTMLElement track = Dom.el("div", "token-track");
  private final Surface surface = new Surface("token-canvas", "");
  private CoursePicture picture;
  private PatchGrid grid;
  private int chosen;

  /**
   * @param label of the strip as a control: a slider over the tokens
   * @param choose hears of a click and of the keys
   * @param point hears of the token under the mouse
   */
  TokenStrip(String label, IntConsumer choose, IntConsumer point) {
    track.appendChild(surface.element());
    scroller.appendChild(track);
    scroller.setAttribute("tabindex", "0");
    scroller.setAttribute("role", "slider");
    scroller.setAttribute("aria-label", label);
    scroller.setAttribute("aria-valuemin", "0");
    surface.element().setAttribute("aria-hidden", "true");
    surface.onResize(this::draw);
    Dom.on(scroller, "scroll", this::draw);
    Dom.on(surface.element(), "click", (Event event) -> tell(event, choose));
    Dom.on(surface.element(), "pointermove", (Event event) -> tell(event, point));
    Dom.on(
        scroller,
        "keydown",
        (Event event) -> {
          if (grid != null && grid.count() > 0 && GridKeys.moves(Dom.key(event))) {
            event.preventDefault();
            choose.accept(GridKeys.target(Dom.key(event), grid, chosen));
          }
        });
  }

  HTMLElement element() {
    return scroller;
  }

  /**
   * Shows the tokens of a picture.
   *
   * @param words what the chosen token is, for a screen reader
   */
  void show(CoursePicture picture, PatchGrid grid, int chosen, String words) {
    boolean moved = grid.count() > 0 && (chosen != this.chosen || !grid.equals(this.grid));
    this.picture = picture;
    this.grid = grid;
    this.chosen = chosen;
    track.getStyle().setProperty("width", length() + "px");
    scroller.setAttribute("aria-valuemax", Integer.toString(Math.max(0, grid.count() - 1)));
    scroller.setAttribute("aria-valuenow", Integer.toString(Math.max(0, chosen)));
    scroller.setAttribute("aria-valuetext", words);
    if (moved) {
      reveal();
    }
    draw();
  }

  private double length() {
    return grid.count() * STEP + STEP - SIDE;
  }

  /** Scrolls as little as needed until the chosen token is wholly in sight. */
  private void reveal() {
    double left = chosen * STEP;
    double room = scroller.getClientWidth();
    double seen = scroller.getScrollLeft();
    if (left < seen) {
      scroller.setScrollLeft((int) Math.max(0, left - STEP));
    } else if (left + 2 * STEP > seen + room) {
      scroller.setScrollLeft((int) (left + 2 * STEP - room));
    }
  }

  private void tell(Event event, IntConsumer listener) {
    if (grid == null) {
      return;
    }
    int index = (int) ((surface.x(event) + scroller.getScrollLeft() - (STEP - SIDE) / 2) / STEP);
    if (index >= 0 && index < grid.count()) {
      listener.accept(index);
    }
  }

  private void draw() {
    double room = scroller.getClientWidth();
    if (picture == null || room < 1) {
      return;
    }
    surface.element().getStyle().setProperty("width", room + "px");
    CanvasRenderingContext2D g = surface.begin(room, HEIGHT);
    double start = scroller.getScrollLeft() - (STEP - SIDE);
    int first = (int) Math.max(0, start / STEP);
    int last = (int) Math.min(grid.count() - 1, (start + room) / STEP);
    String edge = Surface.colour("--patch");
    String mark = Surface.colour("--accent");
    String text = Surface.colour("--text");
    g.setFont(Surface.font(14));
    g.setTextAlign("center");
    Surface.smooth(g, grid.patch() > SIDE);
    for (int i = first; i <= last; i++) {
      double x = i * STEP - start;
      int side = grid.patch();
      g.drawImage(picture.canvas(), grid.x(i), grid.y(i), side, side, x, TOP, SIDE, SIDE);
      g.setLineWidth(i == chosen ? 4 : 2);
      g.setStrokeStyle(i == chosen ? mark : edge);
      g.strokeRect(x, TOP, SIDE, SIDE);
      g.setFillStyle(i == chosen ? mark : text);
      g.fillText("P" + i, x + SIDE / 2, LABEL, STEP);
    }
  }
}
