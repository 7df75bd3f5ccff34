package mirador.web.widgets.real;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mirador.concepts.colour.ValueRange;
import mirador.concepts.course.Notebook;
import mirador.concepts.explain.ClipLanguagesWords;
import mirador.concepts.retrieval.SimilarityMatrix;
import mirador.concepts.text.Numbers;
import mirador.concepts.tokenizer.TokenWords;
import mirador.web.course.PictureShelf;
import mirador.web.dom.Dom;
import mirador.web.model.Answer;
import mirador.web.model.ClipService.Tokens;
import mirador.web.model.ModelProblem;
import mirador.web.widget.DataTable;
import mirador.web.widget.Widget;
import mirador.web.widget.WidgetFrame;
import mirador.web.widgets.HeatMap;
import mirador.web.widgets.clip.Captions;
import mirador.web.widgets.clip.MatrixHeads;
import org.teavm.jso.dom.html.HTMLElement;

/** The same pictures with captions in English and in Spanish: cosines, ranks and tokens. */
public final class ClipLanguagesWidget implements Widget {
  private static final int SHOWN_LENGTH = 80;

  private final Map<String, Tokens> tokens = new HashMap<>();
  private final HTMLElement pairs = Dom.el("ul", "caption-pairs");
  private final HTMLElement places = Dom.el("div", "matrix-scroll");
  private final HTMLElement cost = Dom.el("p", "");
  private final HTMLElement strips = Dom.el("div", "piece-strips");
  private WidgetFrame frame;
  private ClipPart clip;
  private HTMLElement panel;
  private Side english;
  private Side spanish;
  private boolean tokensAsked;

  /** The captions of one language. */
  private final class Side {
    private final MatrixHeads heads;
    private final HeatMap heat;
    private final HTMLElement element;
    private Map<String, String> captions;
    private SimilarityMatrix matrix;

    Side(String language, String code) {
      heads = new MatrixHeads(frame);
      heat =
          new HeatMap(frame.say("clip-languages.matrix." + language), 3)
              .corner(frame.say("clip-languages.corner"))
              .markDiagonal();
      heads.rows().forEach(row -> row.setAttribute("lang", code));
      heat.head(heads.rows(), heads.columns());
      HTMLElement title = Dom.text("p", "matrix-title", frame.say("clip-languages." + language));
      element = Dom.el("div", "matrix-side", title, heat.element());
    }

    void show(ValueRange range) {
      heads.update(captions);
      heat.show(matrix.values(), range);
    }
  }

  @Override
  public void build(WidgetFrame frame) {
    this.frame = frame;
    clip = new ClipPart(frame);
    english = new Side("english", "en");
    spanish = new Side("spanish", "es");
    panel =
        Dom.el(
            "div",
            "clip-panel",
            clip.mark(),
            Dom.el("div", "matrix-pair", english.element, spanish.element),
            places,
            cost,
            strips);
    HTMLElement why = Dom.text("p", "widget-hint", frame.say("clip-languages.why"));
    frame.lay(clip.bar(), clip.status(), clip.baked(), pairs, panel, why);
    for (String id : Notebook.PICTURES) {
      HTMLElement field = frame.controls().text(id, frame.say("clip-languages.caption." + id));
      Dom.find(field, "input").setAttribute("lang", "es");
    }
    frame.table(this::table);
    frame.follow(Captions.TOPIC);
    clip.service().follow(tokens::clear);
  }

  @Override
  public void update() {
    clip.begin();
    english.captions = Captions.all();
    spanish.captions = new LinkedHashMap<>();
    for (String id : Notebook.PICTURES) {
      spanish.captions.put(id, frame.settings().text(id));
    }
    // One question for both, so that the second does not wait for an update of its own.
    List<String> all = new ArrayList<>(english.captions.values());
    all.addAll(spanish.captions.values());
    if (!clip.isReady()) {
      english.matrix = null;
      frame.result(frame.say("clip-languages.waiting"));
    } else if (clip.texts(all).isPresent()) {
      Optional<SimilarityMatrix> first = clip.matrix(english.captions);
      Optional<SimilarityMatrix> second = clip.matrix(spanish.captions);
      if (first.isPresent() && second.isPresent()) {
        english.matrix = first.get();
        spanish.matrix = second.get();
        show();
        askTokens(all);
      }
    }
    Dom.show(panel, english.matrix != null);
    Dom.show(pairs, english.matrix == null);
    showPairs();
  }

  /** What will be compared; the matrices say it themselves. */
  private void showPairs() {
    Dom.clear(pairs);
    for (String id : Notebook.PICTURES) {
      pairs.appendChild(
          Dom.el(
              "li",
              "",
              pill(english.captions.get(id), "en"),
              pill(spanish.captions.get(id), "es")));
    }
  }

  private static HTMLElement pill(String caption, String language) {
    HTMLElement pill =
        Dom.text("span", "text-token matrix-caption", Captions.shown(caption, SHOWN_LENGTH));
    pill.setAttribute("lang", language);
    return pill;
  }

  private void show() {
    ValueRange range = ValueRange.of(english.matrix.values());
    for (double[] row : spanish.matrix.values()) {
      for (double value : row) {
        range = range.with(value);
      }
    }
    english.show(range);
    spanish.show(range);
    DataTable table =
        new DataTable(
            frame.say("clip-languages.places"),
            frame.say("ambiguity-experiment.margins.text"),
            frame.say("clip-languages.english"),
            frame.say("clip-languages.spanish"));
    for (int i = 0; i < Notebook.PICTURES.size(); i++) {
      table.row(
          PictureShelf.shared().name(Notebook.PICTURES.get(i)),
          ClipLanguagesWords.place(frame.messages(), english.matrix, i),
          ClipLanguagesWords.place(frame.messages(), spanish.matrix, i));
    }
    Dom.replaceChildren(places, table.element());
    frame.result(
        ClipLanguagesWords.result(
            frame.messages(), english.matrix, spanish.matrix, PictureShelf.shared()::name));
  }

  /** Asks for one text's tokens after the other, and shows all when the last has come. */
  private void askTokens(List<String> texts) {
    if (tokensAsked) {
      return;
    }
    for (String text : texts) {
      if (!tokens.containsKey(text)) {
        tokensAsked = true;
        clip.service()
            .tokens(
                text,
                new Answer<>() {
                  @Override
                  public void done(Tokens found) {
                    tokensAsked = false;
                    tokens.put(text, found);
                    frame.refresh();
                  }

                  @Override
                  public void failed(ModelProblem problem) {
                    tokensAsked = false; // the line under the bar says what is wrong
                  }
                });
        return;
      }
    }
    showTokens();
  }

  private void showTokens() {
    Dom.clear(strips);
    List<Integer> inEnglish = new ArrayList<>();
    List<Integer> inSpanish = new ArrayList<>();
    for (String id : Notebook.PICTURES) {
      inEnglish.add(showStrip(english.captions.get(id), "en"));
      inSpanish.add(showStrip(spanish.captions.get(id), "es"));
    }
    Dom.setText(cost, ClipLanguagesWords.tokens(frame.messages(), inEnglish, inSpanish));
  }

  /** Shows a text's pieces; gives the number of its tokens. */
  private int showStrip(String text, String language) {
    Tokens found = tokens.get(text);
    List<List<String>> words = TokenWords.of(found.tokens());
    HTMLElement list = Dom.el("ul", "piece-strip");
    list.setAttribute("lang", language);
    list.setAttribute("aria-label", frame.say("clip-languages.strip", text));
    for (List<String> word : words) {
      HTMLElement item = Dom.el("li", "");
      item.setAttribute("title", ClipLanguagesWords.word(frame.messages(), word));
      word.forEach(piece -> item.appendChild(Dom.text("span", "text-token", piece)));
      list.appendChild(item);
    }
    strips.appendChild(list);
    int count = found.ids().size();
    strips.appendChild(
        Dom.text(
            "p",
            "widget-hint",
            ClipLanguagesWords.pieces(frame.messages(), count, words, found.cut().size())));
    return count;
  }

  private DataTable table() {
    List<String> header = new ArrayList<>();
    header.add(frame.say("clip-languages.corner"));
    Notebook.PICTURES.forEach(id -> header.add(PictureShelf.shared().name(id)));
    DataTable table = new DataTable(frame.say("clip-languages.table"), header);
    if (english.matrix != null) {
      addRows(table, english);
      addRows(table, spanish);
    }
    return table;
  }

  private void addRows(DataTable table, Side side) {
    for (int i = 0; i < side.matrix.rows().size(); i++) {
      List<String> cells = new ArrayList<>();
      cells.add(frame.say("quoted", side.captions.get(side.matrix.rows().get(i))));
      for (double value : side.matrix.values()[i]) {
        cells.add(Numbers.fixed(value, 6));
      }
      table.row(cells);
    }
  }
}
