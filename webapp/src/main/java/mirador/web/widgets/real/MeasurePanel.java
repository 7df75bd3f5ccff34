package mirador.web.widgets.real;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mirador.concepts.explain.ClipRetrievalWords;
import mirador.concepts.text.FileNames;
import mirador.concepts.text.Numbers;
import mirador.concepts.text.Words;
import mirador.web.dom.Dom;
import mirador.web.model.ModelProblem;
import mirador.web.widget.DataTable;
import mirador.web.widget.WidgetFrame;
import mirador.web.widgets.clip.MetricsTables;
import org.teavm.jso.dom.html.HTMLElement;

/** Where the captions of own pictures come from, and how well CLIP searches with them. */
final class MeasurePanel {
  private static final int LONGEST = 200_000;
  private static final int MISSES = 10;

  private final WidgetFrame frame;
  private final HTMLElement how = Dom.el("p", "widget-hint");
  private final HTMLElement area;
  private final HTMLElement areaField;
  private final HTMLElement measure;
  private final HTMLElement cancel;
  private final HTMLElement progress = Dom.el("p", "");
  private final HTMLElement problem = Dom.el("p", "widget-error");
  private final HTMLElement same = Dom.el("p", "careful-note");
  private final HTMLElement sentence = Dom.el("p", "clip-metrics");
  private final HTMLElement misses = Dom.el("div", "matrix-scroll");
  private final MetricsTables tables;
  private final HTMLElement element;
  private List<PictureCollection.Item> items = List.of();
  private List<PictureCollection.Item> measured = List.of();
  private CollectionMetrics running;
  private CollectionMetrics done;

  MeasurePanel(WidgetFrame frame) {
    this.frame = frame;
    tables = new MetricsTables(frame, 3);
    area = Dom.el("textarea", "");
    area.setAttribute("rows", "5");
    area.setAttribute("maxlength", Integer.toString(LONGEST));
    area.setAttribute("spellcheck", "false");
    areaField = frame.controls().wrap(frame.say("clip-retrieval.captions.area"), "list", area);
    Dom.on(area, "input", this::forget);
    measure = Dom.button(frame.say("clip-retrieval.measure"), "primary", this::begin);
    cancel = Dom.button(frame.say("clip-retrieval.cancel"), "", this::stop);
    progress.setAttribute("role", "status");
    problem.setAttribute("role", "alert");
    sentence.setAttribute("role", "status");
    element =
        Dom.el(
            "div",
            "clip-measure",
            how,
            areaField,
            Dom.el("div", "clip-buttons", measure, cancel, progress),
            problem,
            same,
            sentence,
            tables.element(),
            misses);
    forget();
  }

  HTMLElement element() {
    return element;
  }

  /** The measurement of these very pictures, or null. */
  CollectionMetrics metrics() {
    return done;
  }

  /** Shows what can be measured of these pictures. */
  void show(List<PictureCollection.Item> items, boolean ready) {
    if (!items.equals(this.items)) {
      this.items = items;
      forget();
    }
    String source = source();
    Dom.setText(how, frame.say("clip-retrieval.captions.how." + source));
    Dom.show(areaField, source.equals("list"));
    boolean can = ready && !source.equals("none") && !items.isEmpty();
    Dom.show(measure, can && running == null);
    Dom.show(cancel, running != null);
    Dom.show(tables.element(), done != null);
    Dom.show(misses, done != null);
  }

  private String source() {
    return frame.settings().choice("captions");
  }

  /** Another source or other captions: what was measured is no longer true. */
  void forget() {
    stop();
    done = null;
    for (HTMLElement place : List.of(problem, same, sentence)) {
      say(place, "");
    }
    Dom.show(tables.element(), false);
    Dom.show(misses, false);
  }

  private void stop() {
    if (running != null) {
      running.cancel();
      running = null;
    }
    Dom.show(cancel, false);
    say(progress, "");
  }

  private void begin() {
    forget();
    List<String> captions = captions();
    if (captions.isEmpty()) {
      return;
    }
    Set<String> different = new HashSet<>(captions);
    int repeated = captions.size() - different.size();
    say(same, repeated == 0 ? "" : frame.say("clip-retrieval.captions.same", repeated));
    List<double[]> images = new ArrayList<>();
    for (PictureCollection.Item item : items) {
      images.add(item.embedding());
    }
    measured = items;
    running = new CollectionMetrics(images, captions, new Heard());
    frame.refresh();
  }

  /** One for each picture; empty when there is none to go on with, which is then said. */
  private List<String> captions() {
    List<String> captions = new ArrayList<>();
    if (source().equals("names")) {
      for (PictureCollection.Item item : items) {
        String caption = FileNames.caption(item.name());
        if (caption.isEmpty()) {
          say(problem, frame.say("clip-retrieval.captions.empty", item.name()));
          return List.of();
        }
        captions.add(caption);
      }
      return captions;
    }
    for (String line : Words.split(Dom.value(area), "\n")) {
      if (!line.isBlank()) {
        captions.add(line.strip());
      }
    }
    if (captions.size() != items.size()) {
      say(problem, frame.say("clip-retrieval.captions.count", captions.size(), items.size()));
      return List.of();
    }
    return captions;
  }

  private final class Heard implements CollectionMetrics.Listener {
    @Override
    public void read(int captions) {
      say(progress, frame.say("clip-retrieval.measuring", captions, measured.size()));
    }

    @Override
    public void done(CollectionMetrics metrics) {
      running = null;
      done = metrics;
      say(progress, "");
      say(
          sentence,
          ClipRetrievalWords.metrics(
              frame.messages(), metrics.textToImage(), metrics.imageToText()));
      tables.show(metrics.textToImage(), metrics.imageToText());
      showMisses(metrics);
      frame.refresh();
    }

    @Override
    public void failed(ModelProblem reason) {
      running = null;
      say(progress, "");
      say(problem, reason.sentence(frame.messages()));
      frame.refresh();
    }
  }

  private void showMisses(CollectionMetrics metrics) {
    DataTable table =
        new DataTable(
            frame.say("clip-retrieval.misses"),
            frame.say("clip-retrieval.misses.caption"),
            frame.say("clip-retrieval.misses.rank"),
            frame.say("clip-retrieval.misses.first"));
    int missed = 0;
    for (int i = 0; i < metrics.captions().size(); i++) {
      if (metrics.textToImage()[i] > 1 && missed++ < MISSES) {
        table.row(
            metrics.captions().get(i),
            Numbers.integer(metrics.textToImage()[i]),
            measured.get(metrics.first(i)).name());
      }
    }
    Dom.clear(misses);
    if (missed > 0) {
      misses.appendChild(table.of(missed).element());
    }
  }

  private static void say(HTMLElement place, String text) {
    Dom.setText(place, text);
    Dom.show(place, !text.isEmpty());
  }
}
