package mirador.web.widgets.clip;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.explain.EmbeddingBarsWords;
import mirador.concepts.retrieval.Cosine;
import mirador.concepts.symbolic.SymbolicEmbedder;
import mirador.concepts.symbolic.SymbolicEmbedding;
import mirador.concepts.symbolic.Vocabulary;
import mirador.concepts.text.Numbers;
import mirador.concepts.text.Words;
import mirador.web.course.PictureShelf;
import mirador.web.dom.Dom;
import mirador.web.widget.Widget;
import mirador.web.widget.WidgetFrame;
import mirador.web.widgets.Thumbnail;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * The vector of a caption beside that of a picture, one row for each word of the vocabulary, and
 * the products whose sum is their similarity (notebook cell 2.2b).
 */
public final class EmbeddingBarsWidget implements Widget {
  private static final int NAMED_LENGTH = 44;

  private final List<Row> rows = new ArrayList<>();
  private final HTMLElement caption = Dom.el("p", "bars-caption");
  private final HTMLElement pictureName = Dom.el("span", "");
  private final HTMLElement sum = Dom.el("td", "number");
  private final HTMLElement textNote = Dom.el("p", "bars-note");
  private final HTMLElement imageNote = Dom.el("p", "bars-note");
  private WidgetFrame frame;
  private Thumbnail thumbnail;
  private OwnPicturesNote own;

  @Override
  public void build(WidgetFrame frame) {
    this.frame = frame;
    thumbnail = new Thumbnail(frame);
    own = new OwnPicturesNote(frame);
    caption.setAttribute("lang", "en");
    frame.lay(caption, table(), textNote, imageNote, own.element());
    frame
        .controls()
        .choice(
            "caption",
            frame.say("embedding-bars.caption"),
            id -> id + ": " + Words.shorten(Captions.of(id), NAMED_LENGTH));
    frame.controls().picture("image");
    frame.follow(Captions.TOPIC);
  }

  @Override
  public void update() {
    String id = frame.settings().picture("image");
    String text = Captions.of(frame.settings().picture("caption"));
    SymbolicEmbedding ofText = SymbolicEmbedder.text(text);
    SymbolicEmbedding ofImage = SymbolicEmbedder.image(id);
    MarkedText.show(caption, text);
    Dom.toggleClass(caption, "bars-caption-empty", text.isBlank());
    thumbnail.show(id);
    Dom.setText(pictureName, PictureShelf.shared().name(id));
    double[] a = ofText.vector();
    double[] b = ofImage.vector();
    for (int i = 0; i < rows.size(); i++) {
      rows.get(i).show(a[i], b[i]);
    }
    Dom.setText(sum, Numbers.fixed(Cosine.of(a, b), 2));
    Dom.setText(textNote, EmbeddingBarsWords.height(frame.messages(), ofText, true));
    Dom.setText(imageNote, EmbeddingBarsWords.height(frame.messages(), ofImage, false));
    own.update();
    frame.result(
        EmbeddingBarsWords.result(
            frame.messages(), ofText, ofImage, PictureShelf.shared().name(id)));
  }

  private HTMLElement table() {
    HTMLElement textHead =
        Dom.el("th", "", Dom.text("span", "text-token", frame.say("embedding-bars.head.text")));
    HTMLElement imageHead =
        Dom.el("th", "", Dom.el("span", "bars-picture", thumbnail.element(), pictureName));
    HTMLElement head =
        Dom.el(
            "tr",
            "",
            Dom.text("th", "", frame.say("embedding-bars.head.word")),
            textHead,
            imageHead,
            Dom.text("th", "number", frame.say("embedding-bars.head.product")));
    for (int i = 0; i < 4; i++) {
      ((HTMLElement) head.getChildNodes().get(i)).setAttribute("scope", "col");
    }
    HTMLElement body = Dom.el("tbody", "");
    for (String word : Vocabulary.NOTEBOOK.words()) {
      Row row = new Row(word);
      rows.add(row);
      body.appendChild(row.element);
    }
    HTMLElement sumHead = Dom.text("th", "", frame.say("embedding-bars.sum"));
    sumHead.setAttribute("scope", "row");
    sumHead.setAttribute("colspan", "3");
    HTMLElement table =
        Dom.el(
            "table",
            "bars",
            Dom.text("caption", "visually-hidden", frame.say("embedding-bars.table")),
            Dom.el("thead", "", head),
            body,
            Dom.el("tfoot", "", Dom.el("tr", "", sumHead, sum)));
    return table;
  }

  /** One word of the vocabulary. */
  private static final class Row {
    private final Bar text = new Bar("bar-text");
    private final Bar image = new Bar("bar-image");
    private final HTMLElement product = Dom.el("td", "number");
    private final HTMLElement element;

    Row(String word) {
      HTMLElement head = Dom.text("th", "bars-word", word);
      head.setAttribute("scope", "row");
      head.setAttribute("lang", "en");
      element = Dom.el("tr", "", head, text.element, image.element, product);
    }

    void show(double inText, double inImage) {
      text.show(inText);
      image.show(inImage);
      double value = inText * inImage;
      Dom.setText(product, Numbers.fixed(value, value == 0 ? 0 : 2));
      Dom.toggleClass(element, "bars-shared", value != 0);
    }
  }

  /** One component as a bar with its number. */
  private static final class Bar {
    private final HTMLElement fill = Dom.el("span", "bar-fill");
    private final HTMLElement value = Dom.el("span", "bar-value");
    private final HTMLElement element;

    Bar(String kind) {
      element = Dom.el("td", "", Dom.el("span", "bar " + kind, fill, value));
    }

    void show(double component) {
      fill.getStyle().setProperty("width", component * 100 + "%");
      Dom.setText(value, Numbers.fixed(component, component == 0 ? 0 : 2));
    }
  }
}
