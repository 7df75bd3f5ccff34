package mirador.web.widgets.real;

import java.util.Map;
import java.util.Optional;
import mirador.concepts.clip.MatrixView;
import mirador.concepts.colour.ValueRange;
import mirador.concepts.explain.Provenance;
import mirador.concepts.retrieval.SimilarityMatrix;
import mirador.web.dom.Dom;
import mirador.web.widget.WidgetFrame;
import mirador.web.widgets.HeatMap;
import mirador.web.widgets.clip.MatrixHeads;
import org.teavm.jso.dom.html.HTMLElement;

/** The matrix of the nine words beside that of CLIP, each under its mark, each with its scale. */
final class MatrixPair {
  private final MatrixHeads symbolicHeads;
  private final MatrixHeads realHeads;
  private final HeatMap symbolic;
  private final HeatMap real;
  private final HTMLElement live;
  private final HTMLElement placeholder;
  private final HTMLElement element;
  private final ClipPart clip;
  private boolean shown;

  /**
   * Two empty matrices.
   *
   * @param onPoint hears which cell of CLIP's matrix is pointed at
   */
  MatrixPair(WidgetFrame frame, ClipPart clip, HeatMap.CellAction onPoint) {
    this.clip = clip;
    symbolicHeads = new MatrixHeads(frame);
    realHeads = new MatrixHeads(frame);
    symbolic = heat(frame, "clip-matrix.symbolic", symbolicHeads);
    real = heat(frame, "clip-matrix.real", realHeads).onPoint(onPoint);
    placeholder = Dom.text("p", "ambiguity-hidden", frame.say("clip-matrix.placeholder"));
    live = Dom.el("div", "", clip.mark(), real.element());
    HTMLElement nine =
        Dom.text(
            "p", Provenance.SYMBOLIC.cssClass(), Provenance.SYMBOLIC.text(frame.messages(), ""));
    element =
        Dom.el(
            "div",
            "matrix-pair",
            Dom.el("div", "matrix-side", nine, symbolic.element()),
            Dom.el("div", "matrix-side", clip.baked(), placeholder, live));
  }

  private static HeatMap heat(WidgetFrame frame, String label, MatrixHeads heads) {
    HeatMap heat =
        new HeatMap(frame.say(label), 3)
            .corner(frame.say("similarity-matrix.corner"))
            .markDiagonal();
    heat.head(heads.rows(), heads.columns());
    return heat;
  }

  HTMLElement element() {
    return element;
  }

  /**
   * Shows what is known. While CLIP is computing its matrix before stays, but pale.
   *
   * @param nine the symbolic matrix of the captions, text x image
   * @param cosines of CLIP, text x image
   */
  void show(
      Map<String, String> captions,
      SimilarityMatrix nine,
      Optional<SimilarityMatrix> cosines,
      MatrixView view) {
    symbolicHeads.update(captions);
    symbolic.show(nine.values(), ValueRange.UNIT, 2);
    shown = cosines.isPresent() || (shown && clip.isReady());
    Dom.show(live, shown);
    Dom.toggleClass(live, "stale", cosines.isEmpty());
    Dom.show(placeholder, !shown && !clip.hasBaked());
    if (cosines.isPresent()) {
      double[][] values = view.of(cosines.get().values(), clip.logitScale());
      realHeads.update(captions);
      real.show(values, view.range(values), view.digits());
    }
  }

  /** Points anew at the cell last pointed at, so that what is said of it is not old. */
  void pointAgain() {
    real.point(Math.max(0, real.pointedRow()), Math.max(0, real.pointedColumn()));
  }
}
