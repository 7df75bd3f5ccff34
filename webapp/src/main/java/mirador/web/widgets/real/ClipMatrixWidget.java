package mirador.web.widgets.real;

import java.util.Map;
import java.util.Optional;
import mirador.concepts.clip.MatrixView;
import mirador.concepts.explain.ClipMatrixWords;
import mirador.concepts.retrieval.SimilarityMatrix;
import mirador.concepts.text.Numbers;
import mirador.concepts.text.Words;
import mirador.web.course.PictureShelf;
import mirador.web.dom.Dom;
import mirador.web.widget.DataTable;
import mirador.web.widget.Widget;
import mirador.web.widget.WidgetFrame;
import mirador.web.widgets.clip.Captions;
import org.teavm.jso.dom.html.HTMLElement;

/** CLIP's own matrix of the page's captions and pictures beside the symbolic one (section 2.3). */
public final class ClipMatrixWidget implements Widget {
  private static final int NAMED_LENGTH = 60;

  private final HTMLElement explained = Dom.el("p", "cell-explained");
  private WidgetFrame frame;
  private ClipPart clip;
  private MatrixPair pair;
  private SimilarityMatrix symbolic;
  private Optional<SimilarityMatrix> real = Optional.empty();

  @Override
  public void build(WidgetFrame frame) {
    this.frame = frame;
    clip = new ClipPart(frame);
    pair = new MatrixPair(frame, clip, this::explain);
    explained.setAttribute("aria-live", "polite");
    HTMLElement hint = Dom.text("p", "widget-hint", frame.say("clip-matrix.hint"));
    frame.lay(clip.bar(), clip.status(), pair.element(), explained, hint);
    frame
        .controls()
        .choice(
            "view", frame.say("clip-matrix.view"), view -> frame.say("clip-matrix.view." + view));
    frame.table(this::table);
    frame.follow(Captions.TOPIC);
  }

  @Override
  public void update() {
    clip.begin();
    Map<String, String> captions = Captions.all();
    MatrixView view = view();
    symbolic = SimilarityMatrix.symbolic(captions);
    real = clip.matrix(captions);
    pair.show(captions, symbolic, real, view);
    Dom.show(explained, real.isPresent());
    if (real.isPresent()) {
      pair.pointAgain();
      frame.result(
          ClipMatrixWords.result(
              frame.messages(), symbolic, real.get(), PictureShelf.shared()::name));
    } else if (!clip.isReady()) {
      frame.result(ClipMatrixWords.pending(frame.messages(), symbolic, view));
    }
  }

  private MatrixView view() {
    return MatrixView.of(frame.settings().choice("view"));
  }

  private void explain(int row, int column) {
    if (real.isPresent()) {
      SimilarityMatrix matrix = real.get();
      Dom.setText(
          explained,
          ClipMatrixWords.cell(
              frame.messages(),
              Words.shorten(Captions.of(matrix.rows().get(row)), NAMED_LENGTH),
              PictureShelf.shared().name(matrix.columns().get(column)),
              matrix.values(),
              clip.logitScale(),
              row,
              column));
    }
  }

  private DataTable table() {
    DataTable table =
        new DataTable(
            frame.say("clip-matrix.table"),
            frame.say("similarity-matrix.corner"),
            frame.say("clip-matrix.symbolic"),
            frame.say("clip-matrix.view." + view().setting()));
    double[][] values =
        real.map(matrix -> view().of(matrix.values(), clip.logitScale())).orElse(null);
    for (int i = 0; i < symbolic.rows().size(); i++) {
      for (int j = 0; j < symbolic.columns().size(); j++) {
        table.row(
            frame.say(
                "clip-matrix.table.pair",
                PictureShelf.shared().name(symbolic.rows().get(i)),
                PictureShelf.shared().name(symbolic.columns().get(j))),
            Numbers.fixed(symbolic.values()[i][j], 4),
            values == null ? "" : Numbers.fixed(values[i][j], 4));
      }
    }
    return table;
  }
}
