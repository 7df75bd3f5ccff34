package mirador.web.widgets.real;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mirador.concepts.course.Notebook;
import mirador.concepts.explain.ClipRetrievalWords;
import mirador.concepts.retrieval.Ranking;
import mirador.concepts.retrieval.Scored;
import mirador.concepts.retrieval.SimilarityMatrix;
import mirador.concepts.text.Numbers;
import mirador.web.course.PictureShelf;
import mirador.web.dom.Dom;
import mirador.web.widget.DataTable;
import mirador.web.widget.Widget;
import mirador.web.widget.WidgetFrame;
import mirador.web.widgets.clip.Captions;
import mirador.web.widgets.clip.MetricsTables;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * Search with CLIP, both ways: over the course's pictures and captions, or over any number of own
 * pictures (notebook cells 2.2d, 2.3, 2.4).
 */
public final class ClipRetrievalWidget implements Widget {
  private static final int TEXTS_SHOWN = 5;
  private static final int SHOWN_LENGTH = 80;

  private final HTMLElement live = Dom.el("div", "clip-live");
  private final HTMLElement textsTitle = Dom.el("p", "matrix-title");
  private final HTMLElement textsList = Dom.el("ol", "clip-texts");
  private final HTMLElement texts = Dom.el("div", "", textsTitle, textsList);
  private WidgetFrame frame;
  private ClipPart clip;
  private PictureCollection collection;
  private CollectionPanel panel;
  private MeasurePanel measure;
  private RankedPictures ranked;
  private MetricsTables figureMetrics;
  private List<Candidate> candidates = List.of();
  private double[] scores = {};
  private String shownQuery = "";
  private int chosen = -1;

  /** A picture that can be found. */
  private static final class Candidate {
    private final String id;
    private final PictureCollection.Item item;
    private final double[] embedding;

    /** One of the course, by its id, or an own one. */
    Candidate(String id, PictureCollection.Item item, double[] embedding) {
      this.id = id;
      this.item = item;
      this.embedding = embedding;
    }

    String name() {
      return item == null ? PictureShelf.shared().name(id) : item.name();
    }
  }

  @Override
  public void build(WidgetFrame frame) {
    this.frame = frame;
    clip = new ClipPart(frame);
    collection = new PictureCollection(this::arrived);
    panel = new CollectionPanel(frame, collection, this::restore);
    measure = new MeasurePanel(frame);
    ranked = new RankedPictures(frame, this::choose);
    figureMetrics = new MetricsTables(frame, 3);
    textsTitle.setAttribute("role", "status");
    live.appendChild(clip.mark());
    live.appendChild(ranked.element());
    live.appendChild(texts);
    live.appendChild(figureMetrics.element());
    frame.lay(clip.bar(), clip.status(), clip.baked(), live, panel.element(), measure.element());
    frame.controls().text("query", frame.say("clip-retrieval.query"));
    frame
        .controls()
        .choice(
            "captions",
            frame.say("clip-retrieval.captions"),
            source -> frame.say("clip-retrieval.captions." + source));
    frame.table(this::table);
    frame.follow(Captions.TOPIC);
  }

  @Override
  public void update() {
    clip.begin();
    String query = frame.settings().text("query");
    if (collection.isOutdated()) {
      collection.clear();
    }
    boolean own = collection.total() > 0;
    List<PictureCollection.Item> items = collection.items();
    panel.show(clip.isReady());
    measure.show(collection.isRunning() ? List.of() : items, clip.isReady());
    Dom.show(live, clip.isReady());
    Dom.show(figureMetrics.element(), !own);
    if (!clip.isReady()) {
      frame.result(ClipRetrievalWords.pending(frame.messages(), query));
      return;
    }
    Optional<List<Candidate>> found = own ? Optional.of(candidates(items)) : figures();
    Optional<Map<String, double[]>> text =
        query.isBlank() ? Optional.of(Map.of()) : clip.texts(List.of(query));
    if (!own) {
      clip.matrix(Captions.all()).ifPresent(this::showMetrics);
    }
    if (found.isPresent() && text.isPresent()) {
      rank(query, found.get(), text.get().get(query));
    }
    showTexts();
  }

  @Override
  public void reset() {
    restore();
  }

  private void restore() {
    collection.clear();
    measure.forget();
    chosen = -1;
    frame.refresh();
  }

  /** After every file; the list is made anew when all are there. */
  private void arrived() {
    if (collection.isRunning()) {
      panel.show(clip.isReady());
    } else {
      chosen = -1;
      frame.refresh();
    }
  }

  private static List<Candidate> candidates(List<PictureCollection.Item> items) {
    List<Candidate> candidates = new ArrayList<>();
    for (PictureCollection.Item item : items) {
      candidates.add(new Candidate("", item, item.embedding()));
    }
    return candidates;
  }

  private Optional<List<Candidate>> figures() {
    return clip.pictures()
        .map(
            pictures -> {
              List<Candidate> candidates = new ArrayList<>();
              for (Map.Entry<String, double[]> picture : pictures.entrySet()) {
                candidates.add(new Candidate(picture.getKey(), null, picture.getValue()));
              }
              return candidates;
            });
  }

  private void rank(String query, List<Candidate> found, double[] text) {
    if (!query.equals(shownQuery) || found.size() != candidates.size()) {
      ranked.restart();
      shownQuery = query;
    }
    candidates = found;
    scores = new double[found.size()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = text == null ? 0 : CollectionMetrics.dot(text, found.get(i).embedding);
    }
    List<RankedPictures.Entry> entries = new ArrayList<>();
    List<Scored> ranking = new ArrayList<>();
    for (int place : order()) {
      Candidate one = found.get(place);
      ranking.add(new Scored(one.name(), scores[place]));
      entries.add(
          new RankedPictures.Entry(
              place,
              one.name(),
              one.id,
              one.item == null ? null : one.item.thumbnail(),
              text == null ? Double.NaN : scores[place],
              place == chosen));
    }
    ranked.show(entries);
    if (!ranking.isEmpty()) {
      frame.result(ClipRetrievalWords.result(frame.messages(), query, ranking, picture -> picture));
    }
  }

  private int[] order() {
    return Ranking.order(scores);
  }

  private void showMetrics(SimilarityMatrix cosines) {
    figureMetrics.show(cosines.transposed().values(), Notebook.PICTURES);
  }

  private void choose(int index) {
    chosen = index == chosen ? -1 : index;
    frame.refresh();
  }

  /** The texts of the page, and of the collection when it has been measured, for one picture. */
  private void showTexts() {
    boolean any = chosen >= 0 && chosen < candidates.size();
    Dom.show(texts, any);
    if (!any) {
      return;
    }
    Optional<Map<String, double[]>> known = clip.texts(Captions.all().values());
    if (known.isEmpty()) {
      return;
    }
    Map<String, double[]> all = new LinkedHashMap<>(known.get());
    CollectionMetrics metrics = measure.metrics();
    if (metrics != null) {
      for (int i = 0; i < metrics.captions().size(); i++) {
        all.put(metrics.captions().get(i), metrics.texts().get(i));
      }
    }
    Candidate picture = candidates.get(chosen);
    Dom.setText(textsTitle, frame.say("clip-retrieval.texts", picture.name()));
    Dom.clear(textsList);
    for (Scored text : Ranking.retrieve(picture.embedding, all, TEXTS_SHOWN)) {
      textsList.appendChild(
          Dom.el(
              "li",
              "",
              Dom.text(
                  "span", "text-token matrix-caption", Captions.shown(text.name(), SHOWN_LENGTH)),
              Dom.text("span", "number", " " + Numbers.fixed(text.score(), 3))));
    }
  }

  private DataTable table() {
    DataTable table =
        new DataTable(
            frame.say("clip-retrieval.ranking"),
            frame.say("clip-retrieval.place"),
            frame.say("clip-retrieval.picture"),
            frame.say("clip-retrieval.cosine"));
    int place = 1;
    for (int index : clip.isReady() ? order() : new int[0]) {
      table.row(
          Numbers.integer(place++), candidates.get(index).name(), Numbers.fixed(scores[index], 4));
    }
    return table;
  }
}
