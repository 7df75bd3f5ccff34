package mirador.web.widgets.real;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import mirador.concepts.text.Numbers;
import mirador.web.dom.Dom;
import mirador.web.widget.WidgetFrame;
import mirador.web.widgets.Thumbnail;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.file.Blob;

/** Pictures in their order, a page of them at a time; each can be pressed. */
final class RankedPictures {
  private static final int PAGE = 12;

  private final HTMLElement list = Dom.el("ol", "ranking");
  private final HTMLElement span = Dom.el("span", "");
  private final HTMLElement previous;
  private final HTMLElement next;
  private final HTMLElement pages;
  private final HTMLElement element;
  private final List<Hit> hits = new ArrayList<>();
  private final WidgetFrame frame;
  private final IntConsumer onChoose;
  private List<Entry> entries = List.of();
  private int first;

  /**
   * A picture in the order.
   *
   * @param index of the picture in its collection
   * @param id of a course picture, or "" when {@code thumbnail} is its picture
   * @param chosen whether its texts are shown
   */
  record Entry(int index, String name, String id, Blob thumbnail, double score, boolean chosen) {}

  /**
   * An empty list.
   *
   * @param onChoose hears the index of a picture that was pressed
   */
  RankedPictures(WidgetFrame frame, IntConsumer onChoose) {
    this.frame = frame;
    this.onChoose = onChoose;
    list.setAttribute("aria-label", frame.say("clip-retrieval.ranking"));
    span.setAttribute("role", "status");
    previous = Dom.button(frame.say("clip-retrieval.previous"), "", () -> turn(-PAGE));
    next = Dom.button(frame.say("clip-retrieval.next"), "", () -> turn(PAGE));
    pages = Dom.el("div", "clip-pages", previous, span, next);
    element = Dom.el("div", "", list, pages);
  }

  HTMLElement element() {
    return element;
  }

  /** Goes to the first page at the next {@link #show}. */
  void restart() {
    first = 0;
  }

  void show(List<Entry> all) {
    entries = all;
    first = Math.min(first, Math.max(0, (all.size() - 1) / PAGE * PAGE));
    int last = Math.min(all.size(), first + PAGE);
    while (hits.size() < last - first) {
      Hit hit = new Hit();
      hits.add(hit);
      list.appendChild(hit.element);
    }
    for (int i = 0; i < hits.size(); i++) {
      hits.get(i).show(first + i < last ? all.get(first + i) : null);
    }
    list.getStyle().setProperty("counter-reset", "place " + first);
    Dom.show(pages, all.size() > PAGE);
    Dom.setText(span, frame.say("clip-retrieval.page", first + 1, last, all.size()));
    Dom.setDisabled(previous, first == 0);
    Dom.setDisabled(next, last == all.size());
  }

  private void turn(int by) {
    first = Math.max(0, first + by);
    show(entries);
  }

  /** A place of the page. */
  private final class Hit {
    private final HTMLElement image = Dom.el("img", "thumbnail");
    private final HTMLElement figure = Dom.el("span", "");
    private final HTMLElement button;
    private final HTMLElement fill = Dom.el("span", "bar-fill");
    private final HTMLElement value = Dom.el("span", "bar-value");
    private final HTMLElement element;
    private Thumbnail thumbnail;
    private Entry entry;

    Hit() {
      image.setAttribute("alt", "");
      button =
          Dom.button(
              "",
              "clip-hit",
              () -> {
                if (entry != null) {
                  onChoose.accept(entry.index());
                }
              });
      element =
          Dom.el(
              "li",
              "hit",
              Dom.el("span", "", image, figure),
              Dom.el("span", "hit-words", button, Dom.el("span", "bar bar-score", fill, value)));
    }

    void show(Entry shown) {
      Dom.show(element, shown != null);
      Blob file = shown == null ? null : shown.thumbnail();
      if (entry == null || entry.thumbnail() != file) {
        SmallPicture.show(image, file);
      }
      entry = shown;
      if (shown == null) {
        return;
      }
      Dom.show(image, file != null);
      Dom.show(figure, file == null);
      if (file == null) {
        if (thumbnail == null) {
          thumbnail = new Thumbnail(frame);
          figure.appendChild(thumbnail.element());
        }
        thumbnail.show(shown.id());
      }
      Dom.setText(button, shown.name());
      button.setAttribute("aria-pressed", shown.chosen() ? "true" : "false");
      button.setAttribute("aria-label", frame.say("clip-retrieval.texts.choose", shown.name()));
      boolean scored = !Double.isNaN(shown.score());
      Dom.show(value, scored);
      double share = scored ? Math.max(0, Math.min(1, shown.score())) : 0;
      fill.getStyle().setProperty("width", share * 100 + "%");
      Dom.setText(value, scored ? Numbers.fixed(shown.score(), 3) : "");
    }
  }
}
