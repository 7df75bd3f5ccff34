package mirador.web.widgets.clip;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.course.Notebook;
import mirador.concepts.explain.QueryRetrievalWords;
import mirador.concepts.retrieval.Ranking;
import mirador.concepts.retrieval.Scored;
import mirador.concepts.symbolic.SymbolicEmbedder;
import mirador.concepts.symbolic.SymbolicEmbedding;
import mirador.concepts.text.Numbers;
import mirador.web.course.PictureShelf;
import mirador.web.dom.Dom;
import mirador.web.widget.Widget;
import mirador.web.widget.WidgetFrame;
import mirador.web.widgets.Thumbnail;
import org.teavm.jso.dom.html.HTMLElement;

/** A search box over the three pictures (notebook cell 2.2d). */
public final class QueryRetrievalWidget implements Widget {
  private final HTMLElement marked = Dom.el("p", "query-marked text-token");
  private final HTMLElement list = Dom.el("ol", "ranking");
  private final HTMLElement ties = Dom.el("p", "careful-note");
  private final List<Hit> hits = new ArrayList<>();
  private WidgetFrame frame;
  private OwnPicturesNote own;

  @Override
  public void build(WidgetFrame frame) {
    this.frame = frame;
    own = new OwnPicturesNote(frame);
    marked.setAttribute("lang", "en");
    for (int i = 0; i < Notebook.PICTURES.size(); i++) {
      Hit hit = new Hit();
      hits.add(hit);
      list.appendChild(hit.element);
    }
    frame.lay(marked, list, ties, own.element());
    HTMLElement query = frame.controls().text("query", frame.say("query-retrieval.query"));
    Dom.find(query, "input").setAttribute("lang", "en");
    frame
        .controls()
        .slider(
            "k",
            frame.say("query-retrieval.k"),
            k -> frame.say("query-retrieval.first", Integer.parseInt(k)));
  }

  @Override
  public void update() {
    String query = frame.settings().text("query");
    SymbolicEmbedding text = SymbolicEmbedder.text(query);
    List<Scored> ranking = Ranking.retrieve(query, hits.size());
    int k = frame.settings().integer("k");
    MarkedText.show(marked, query);
    Dom.show(marked, !query.isBlank());
    for (int i = 0; i < hits.size(); i++) {
      Hit hit = hits.get(i);
      Scored scored = ranking.get(i);
      Dom.show(hit.element, i < k);
      frame.part(() -> hit.show(scored, text));
    }
    String tied = QueryRetrievalWords.ties(frame.messages(), ranking);
    Dom.setText(ties, tied);
    Dom.show(ties, !tied.isEmpty());
    own.update();
    frame.result(
        QueryRetrievalWords.result(
            frame.messages(), query, text, ranking, PictureShelf.shared()::name));
  }

  /** One picture of the ranking. */
  private final class Hit {
    private final Thumbnail thumbnail = new Thumbnail(frame);
    private final HTMLElement name = Dom.el("span", "hit-name");
    private final HTMLElement fill = Dom.el("span", "bar-fill");
    private final HTMLElement score = Dom.el("span", "bar-value");
    private final HTMLElement shared = Dom.el("span", "hit-shared");
    private final HTMLElement element =
        Dom.el(
            "li",
            "hit",
            thumbnail.element(),
            Dom.el(
                "span", "hit-words", name, Dom.el("span", "bar bar-score", fill, score), shared));

    void show(Scored scored, SymbolicEmbedding text) {
      thumbnail.show(scored.name());
      Dom.setText(name, PictureShelf.shared().name(scored.name()));
      fill.getStyle().setProperty("width", Math.min(1, scored.score()) * 100 + "%");
      Dom.setText(score, Numbers.fixed(scored.score(), 2));
      SymbolicEmbedding image = SymbolicEmbedder.image(scored.name());
      Dom.setText(shared, QueryRetrievalWords.shared(frame.messages(), text, image));
    }
  }
}
