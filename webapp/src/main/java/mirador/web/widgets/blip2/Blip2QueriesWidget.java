package mirador.web.widgets.blip2;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.blip2.Blip2Config;
import mirador.concepts.blip2.QueryView;
import mirador.concepts.blip2.VisualQueries;
import mirador.concepts.blip2.WordSources;
import mirador.concepts.course.Notebook;
import mirador.concepts.course.WidgetSettings;
import mirador.concepts.explain.Blip2QueriesWords;
import mirador.concepts.explain.ClipAttentionWords;
import mirador.concepts.explain.TokenNames;
import mirador.concepts.explain.WrittenWords;
import mirador.concepts.generation.GenerationSettings;
import mirador.concepts.tensor.FloatTensor;
import mirador.concepts.vit.AttentionView;
import mirador.web.course.CoursePicture;
import mirador.web.dom.Dom;
import mirador.web.widget.Controls;
import mirador.web.widget.DataTable;
import mirador.web.widget.Widget;
import mirador.web.widget.WidgetFrame;
import mirador.web.widgets.ShownPicture;
import mirador.web.widgets.real.MapChooser;
import mirador.web.widgets.real.ShownCrop;
import mirador.web.widgets.real.WeightTable;
import mirador.web.widgets.vit.CropView;
import org.teavm.jso.dom.html.HTMLDocument;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.NodeList;

/**
 * What each query of the Q-Former looks at, how alike the queries are, and which of them a word
 * leans on (notebook cell 4.2).
 */
public final class Blip2QueriesWidget implements Widget {
  private final HTMLElement told = Dom.el("p", "attention-told");
  private final HTMLElement high = Dom.el("span", "");
  private final HTMLElement sources = Dom.el("p", "query-sources");
  private WidgetFrame frame;
  private Blip2Part blip2;
  private Looking looking;
  private CropView view;
  private ShownCrop crop;
  private MapChooser heads;
  private MapChooser queries;
  private QueryMatrix matrix;
  private WrittenText text;
  private QueryBars bars;
  private HTMLElement look;
  private HTMLElement write;
  private HTMLElement toStrongest;
  private HTMLElement crops;
  private HTMLElement scale;
  private HTMLElement all;
  private HTMLElement inside;
  private HTMLElement words;
  private HTMLElement word;
  private HTMLElement layerField;
  private HTMLElement mixField;
  private HTMLElement queryField;
  private HTMLElement matrixField;
  private HTMLElement depthField;
  private CoursePicture shown;
  private VisualQueries seen;
  private int strongest = 1;
  private int pointed = -1;

  @Override
  public void build(WidgetFrame frame) {
    this.frame = frame;
    blip2 = new Blip2Part(frame, this::stop);
    looking = new Looking(frame);
    look = Dom.button(frame.say("blip2-queries.look"), "primary", () -> looking.start(shown));
    write = Dom.button(frame.say("blip2-queries.write"), "", this::write);
    HTMLElement hint = Dom.text("p", "widget-hint", frame.say("blip2-queries.keys"));
    hint.setId(frame.id() + "-keys");
    view = new CropView(hint.getId(), new Pointing());
    crop = new ShownCrop(view);
    told.setAttribute("aria-live", "polite");
    HTMLElement bar = Dom.el("span", "attention-scale-bar");
    bar.setAttribute("aria-hidden", "true");
    scale = Dom.el("p", "matrix-scale", Dom.text("span", "", "0 %"), bar, high);
    crops = Dom.el("div", "", view.element(), scale, told, hint);
    buildInside();
    frame.lay(
        blip2.model().bar(),
        blip2.model().baked(),
        Dom.el("div", "model-buttons", look, write),
        blip2.model().status(),
        blip2.model().mark(),
        Dom.el("div", "attention-panels", crops, all),
        inside);
    buildControls();
    frame.table(this::table);
    Dom.on(HTMLDocument.current(), "mirador:theme", this::draw);
  }

  private void buildInside() {
    heads =
        new MapChooser(
            frame.say("blip2-queries.heads"), head -> frame.set("mix", String.valueOf(head + 1)));
    queries =
        new MapChooser(
            frame.say("blip2-queries.queries"),
            query -> frame.set("query", String.valueOf(query + 1)));
    Dom.toggleClass(queries.element(), "query-choice", true);
    matrix = new QueryMatrix(frame);
    text = new WrittenText(frame, frame::refresh);
    bars = new QueryBars(frame.say("blip2-queries.bars"));
    toStrongest = Dom.button("", "", () -> frame.set("query", String.valueOf(strongest)));
    sources.setAttribute("aria-live", "polite");
    word = Dom.el("div", "", sources, bars.element(), toStrongest);
    all = panel("blip2-queries.queries", queries.element());
    words = panel("blip2-queries.words", text.element(), word);
    inside =
        Dom.el(
            "div",
            "query-panels",
            panel("blip2-queries.heads", heads.element()),
            words,
            panel("blip2-queries.matrix.label", matrix.element()));
  }

  private HTMLElement panel(String title, HTMLElement... content) {
    return Dom.el(
        "div",
        "query-panel",
        Dom.text("p", "panel-title", frame.say(title)),
        Dom.el("div", "", content));
  }

  private void buildControls() {
    frame.controls().picture("image");
    queryField =
        frame
            .controls()
            .slider("query", "Query", query -> Blip2QueriesWords.query(Integer.parseInt(query)));
    layerField = frame.controls().slider("layer", frame.say("blip2-queries.layer"), v -> v);
    mixField =
        frame
            .controls()
            .choice(
                "mix",
                frame.say("clip-attention.mix"),
                mix -> ClipAttentionWords.mix(frame.messages(), mix));
    matrixField =
        frame
            .controls()
            .choice(
                "matrix",
                frame.say("blip2-queries.matrix.choice"),
                choice -> frame.say("blip2-queries.matrix." + choice));
    depthField =
        frame
            .controls()
            .slider(
                "depth",
                frame.say("blip2-queries.depth.label"),
                depth -> depth.equals("0") ? frame.say("blip2-queries.depth.all") : depth);
  }

  private void stop() {
    looking.stop();
    blip2.writing().stop();
  }

  private void write() {
    blip2.writing().start(shown, null, GenerationSettings.greedy(Notebook.CAPTION_TOKENS));
  }

  @Override
  public void update() {
    ShownPicture.load(frame, frame.settings().picture("image"), this::shown);
  }

  @Override
  public void reset() {
    pointed = -1;
    blip2.writing().forget();
  }

  private void shown(CoursePicture picture) {
    Writing writing = blip2.writing();
    if (shown != null && shown.canvas() != picture.canvas()) {
      stop();
    }
    shown = picture;
    if (writing.state() != Writing.State.NONE && !writing.isOf(picture)) {
      writing.forget();
    }
    blip2.begin();
    seen = looking.of(picture);
    if (seen == null && blip2.beginsWith(picture)) {
      looking.start(picture);
    }
    boolean baked = blip2.model().showBakedOf(picture);
    boolean working = looking.isWorking() || writing.isWorking();
    blip2.model().say(looking.isWorking() ? looking.status() : status(writing), working);
    Dom.show(look, blip2.isReady() && seen == null);
    Dom.show(write, seen != null);
    Dom.setDisabled(look, working);
    Dom.setDisabled(write, working);
    Dom.show(crops, !baked);
    Dom.show(all, seen != null);
    Dom.show(inside, seen != null);
    for (HTMLElement field : List.of(layerField, mixField, queryField, matrixField, depthField)) {
      Dom.show(field, seen != null);
    }
    crop.show(picture, blip2.config().preprocessing(), blip2.config().patchSize(), this::draw);
    frame.result(result(picture.name(), baked));
  }

  private String status(Writing writing) {
    return writing.status().isEmpty() ? looking.status() : writing.status();
  }

  private String result(String name, boolean baked) {
    if (seen != null) {
      return Blip2QueriesWords.result(frame.messages(), seen, blip2.config(), present());
    }
    if (blip2.isReady()) {
      return frame.say("blip2-queries.ready", name);
    }
    return baked
        ? Blip2QueriesWords.baked(frame.messages(), name)
        : Blip2QueriesWords.pending(frame.messages(), wanted(), name);
  }

  private QueryView wanted() {
    WidgetSettings settings = frame.settings();
    return new QueryView(
        settings.integer("layer"), settings.choice("mix"), settings.integer("query"));
  }

  private QueryView present() {
    return wanted().fitted(seen, blip2.config());
  }

  private void draw() {
    Dom.show(scale, seen != null);
    if (view.grid() == null) {
      return;
    }
    if (seen == null) {
      view.show(new double[0], -1, frame.say("blip2-queries.canvas.crop"));
      tell();
      return;
    }
    limit();
    QueryView now = present();
    double[] patches = AttentionView.patches(now.looks(seen, blip2.config()));
    view.show(
        patches,
        -1,
        frame.say(
            "clip-attention.canvas",
            Blip2QueriesWords.query(now.query()),
            Blip2QueriesWords.place(frame.messages(), now)));
    Dom.setText(high, ClipAttentionWords.percent(CropView.greatest(patches)) + " %");
    showMaps(now);
    showWords(now);
    matrix.show(seen, now, frame.settings().choice("matrix"));
    tell();
  }

  /** The controls offer no more than the model has. */
  private void limit() {
    Blip2Config config = blip2.config();
    Controls controls = frame.controls();
    controls.limit(queryField, seen.queries());
    controls.limit(
        layerField, (QueryView.crossLayers(seen) - 1) * config.crossAttentionEvery() + 1);
    controls.limit(depthField, config.languageLayers());
    NodeList<? extends HTMLElement> options = mixField.querySelectorAll("option");
    for (int i = 0; i < options.getLength(); i++) {
      options.get(i).setHidden(i > QueryView.heads(seen));
    }
  }

  private void showMaps(QueryView now) {
    List<String> headNames = new ArrayList<>();
    List<double[]> ofHeads = new ArrayList<>();
    for (int head = 1; head <= QueryView.heads(seen); head++) {
      String mix = String.valueOf(head);
      headNames.add(ClipAttentionWords.mix(frame.messages(), mix));
      ofHeads.add(AttentionView.patches(now.with(mix).looks(seen, blip2.config())));
    }
    int side = view.grid().columns();
    heads.show(headNames, ofHeads, side, now.isHead() ? now.head() - 1 : -1);
    List<String> queryNames = new ArrayList<>();
    List<double[]> ofQueries = new ArrayList<>();
    for (int query = 1; query <= seen.queries(); query++) {
      queryNames.add(Blip2QueriesWords.query(query));
      ofQueries.add(AttentionView.patches(now.of(query).looks(seen, blip2.config())));
    }
    queries.show(queryNames, ofQueries, side, now.query() - 1);
  }

  private void showWords(QueryView now) {
    Writing writing = blip2.writing();
    text.show(writing.tokens());
    int chosen = text.chosen();
    FloatTensor attention = chosen < 0 ? null : writing.told().get(chosen).attention();
    Dom.show(words, !writing.tokens().isEmpty());
    Dom.show(word, attention != null);
    if (attention == null) {
      return;
    }
    int depth = frame.settings().integer("depth");
    WordSources from = WordSources.of(attention, seen.queries(), depth);
    strongest = from.strongest();
    String token = WrittenWords.token(frame.messages(), writing.tokens(), chosen);
    Dom.setText(sources, Blip2QueriesWords.sources(frame.messages(), token, from, depth));
    bars.show(from.queries(), now.query());
    Dom.setText(
        toStrongest, frame.say("blip2-queries.strongest", Blip2QueriesWords.query(strongest)));
    Dom.show(toStrongest, strongest != now.query());
  }

  /** What is told of the patch pointed at. */
  private void tell() {
    String said = "";
    if (seen != null && pointed >= 0) {
      QueryView now = present();
      double[] row = now.looks(seen, blip2.config());
      said = Blip2QueriesWords.weight(frame.messages(), now.query(), pointed + 1, row[pointed + 1]);
    } else if (pointed >= 0) {
      said = TokenNames.patch(pointed);
    }
    Dom.setText(told, said);
  }

  private DataTable table() {
    if (seen == null) {
      return WeightTable.empty(frame, frame.say("blip2-queries.table.empty"));
    }
    QueryView now = present();
    return WeightTable.of(
        frame,
        Blip2QueriesWords.query(now.query()),
        Blip2QueriesWords.place(frame.messages(), now),
        blip2.config().grid(),
        now.looks(seen, blip2.config()));
  }

  /** The patches are pointed at and read, not chosen: a query looks, not a patch. */
  private final class Pointing implements CropView.Listener {
    @Override
    public void pointed(int patch) {
      pointed = patch;
      tell();
    }

    @Override
    public void chosen(int patch) {
      pointed = patch;
      tell();
    }
  }
}
