package mirador.web.widgets.clip;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.colour.ValueRange;
import mirador.concepts.explain.SimilarityMatrixWords;
import mirador.concepts.retrieval.SimilarityMatrix;
import mirador.concepts.symbolic.SymbolicEmbedder;
import mirador.concepts.text.Numbers;
import mirador.concepts.text.Words;
import mirador.web.course.PictureShelf;
import mirador.web.dom.Dom;
import mirador.web.widget.DataTable;
import mirador.web.widget.Widget;
import mirador.web.widget.WidgetFrame;
import mirador.web.widgets.HeatMap;
import org.teavm.jso.dom.html.HTMLElement;

/** The cosines of every caption with every picture, and the sum behind each (cell 2.2c). */
public final class SimilarityMatrixWidget implements Widget {
  private static final int NAMED_LENGTH = 60;

  private final HTMLElement sum = Dom.el("p", "cell-explained");
  private WidgetFrame frame;
  private HeatMap heat;
  private MatrixHeads heads;
  private OwnPicturesNote own;
  private SimilarityMatrix matrix;

  @Override
  public void build(WidgetFrame frame) {
    this.frame = frame;
    own = new OwnPicturesNote(frame);
    heads = new MatrixHeads(frame);
    heat =
        new HeatMap(frame.say("similarity-matrix.label"), 2)
            .corner(frame.say("similarity-matrix.corner"))
            .markDiagonal()
            .onPoint(this::explain);
    heat.head(heads.rows(), heads.columns());
    sum.setAttribute("aria-live", "polite");
    HTMLElement hint = Dom.text("p", "widget-hint", frame.say("similarity-matrix.hint"));
    frame.lay(heat.element(), sum, hint, own.element());
    frame.table(this::table);
    frame.follow(Captions.TOPIC);
  }

  @Override
  public void update() {
    matrix = SimilarityMatrix.symbolic(Captions.all());
    heads.update(Captions.all());
    heat.show(matrix.values(), ValueRange.UNIT);
    heat.point(Math.max(0, heat.pointedRow()), Math.max(0, heat.pointedColumn()));
    own.update();
    frame.result(SimilarityMatrixWords.result(frame.messages(), matrix));
  }

  @Override
  public void reset() {
    heat.point(0, 0);
  }

  private void explain(int row, int column) {
    String caption = Captions.of(matrix.rows().get(row));
    String id = matrix.columns().get(column);
    Dom.setText(
        sum,
        SimilarityMatrixWords.cell(
            frame.messages(),
            Words.shorten(caption, NAMED_LENGTH),
            PictureShelf.shared().name(id),
            SymbolicEmbedder.text(caption),
            SymbolicEmbedder.image(id)));
  }

  private DataTable table() {
    List<String> header = new ArrayList<>();
    header.add(frame.say("similarity-matrix.corner"));
    for (String id : matrix.columns()) {
      header.add(PictureShelf.shared().name(id));
    }
    DataTable table = new DataTable(frame.say("similarity-matrix.label"), header);
    for (int i = 0; i < matrix.rows().size(); i++) {
      List<String> cells = new ArrayList<>();
      cells.add(frame.say("quoted", Captions.of(matrix.rows().get(i))));
      for (double value : matrix.values()[i]) {
        cells.add(Numbers.fixed(value, 4));
      }
      table.row(cells);
    }
    return table;
  }
}
