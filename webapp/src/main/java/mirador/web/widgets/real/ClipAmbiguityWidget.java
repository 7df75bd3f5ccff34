package mirador.web.widgets.real;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mirador.concepts.clip.MatrixView;
import mirador.concepts.explain.AmbiguityExperimentWords;
import mirador.concepts.explain.ClipAmbiguityWords;
import mirador.concepts.retrieval.Cosine;
import mirador.concepts.retrieval.SimilarityMatrix;
import mirador.web.course.PictureShelf;
import mirador.web.dom.Dom;
import mirador.web.widget.DataTable;
import mirador.web.widget.Widget;
import mirador.web.widget.WidgetFrame;
import mirador.web.widgets.clip.Captions;
import org.teavm.jso.dom.html.HTMLElement;

/** Two captions nearly alike before the nine words and before CLIP (notebook cell 2.5). */
public final class ClipAmbiguityWidget implements Widget {
  private final HTMLElement margins = Dom.el("div", "matrix-scroll");
  private final HTMLElement between = Dom.el("p", "widget-hint");
  private WidgetFrame frame;
  private ClipPart clip;
  private MatrixPair pair;
  private SimilarityMatrix symbolic;
  private Optional<SimilarityMatrix> real = Optional.empty();

  @Override
  public void build(WidgetFrame frame) {
    this.frame = frame;
    clip = new ClipPart(frame);
    pair = new MatrixPair(frame, clip, (row, column) -> {});
    frame.lay(clip.bar(), clip.status(), pair.element(), margins, between);
    frame.controls().text("cat", frame.say("ambiguity-experiment.cat"));
    frame.controls().text("puppy", frame.say("ambiguity-experiment.puppy"));
    frame.table(this::margins);
    frame.follow(Captions.TOPIC);
  }

  @Override
  public void update() {
    clip.begin();
    Map<String, String> captions = new LinkedHashMap<>(Captions.all());
    captions.put("cat", frame.settings().text("cat"));
    captions.put("puppy", frame.settings().text("puppy"));
    symbolic = SimilarityMatrix.symbolic(captions);
    real = clip.matrix(captions);
    pair.show(captions, symbolic, real, MatrixView.COSINE);
    Dom.replaceChildren(margins, margins().element());
    List<Integer> rows = List.of(symbolic.rows().indexOf("cat"), symbolic.rows().indexOf("puppy"));
    Dom.show(between, real.isPresent());
    if (real.isPresent()) {
      Dom.setText(between, between(captions));
      frame.result(
          ClipAmbiguityWords.result(
              frame.messages(), symbolic, real.get(), rows, PictureShelf.shared()::name));
    } else if (!clip.isReady()) {
      frame.result(
          ClipAmbiguityWords.pending(
              frame.messages(), symbolic, rows, PictureShelf.shared()::name));
    }
  }

  private String between(Map<String, String> captions) {
    Map<String, double[]> texts = clip.texts(captions.values()).orElseThrow();
    return ClipAmbiguityWords.between(
        frame.messages(),
        Cosine.of(texts.get(captions.get("cat")), texts.get(captions.get("puppy"))));
  }

  private DataTable margins() {
    DataTable table =
        new DataTable(
            frame.say("clip-ambiguity.margins"),
            frame.say("clip-ambiguity.margins.text"),
            frame.say("clip-ambiguity.margins.symbolic"),
            frame.say("clip-ambiguity.margins.real"));
    for (int i = 0; i < symbolic.rows().size(); i++) {
      table.row(
          PictureShelf.shared().name(symbolic.rows().get(i)),
          margin(symbolic, i),
          real.isPresent() ? margin(real.get(), i) : "…");
    }
    return table;
  }

  private String margin(SimilarityMatrix matrix, int row) {
    return AmbiguityExperimentWords.margin(
        frame.messages(), matrix, row, ClipAmbiguityWords.DIGITS);
  }
}
