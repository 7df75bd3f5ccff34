package mirador.web.widgets.real;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mirador.concepts.clip.ClipModel;
import mirador.concepts.clip.PromptTemplates;
import mirador.concepts.clip.ZeroShot;
import mirador.concepts.colour.ValueRange;
import mirador.concepts.explain.ClipZeroShotWords;
import mirador.concepts.text.Numbers;
import mirador.web.course.PictureShelf;
import mirador.web.dom.Dom;
import mirador.web.widget.DataTable;
import mirador.web.widget.Widget;
import mirador.web.widget.WidgetFrame;
import mirador.web.widgets.HeatMap;
import mirador.web.widgets.Thumbnail;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * A classifier without training: the learner writes classes and chooses templates, CLIP says how
 * likely each class is for a picture; a second view compares the templates (section 2.3).
 */
public final class ClipZeroShotWidget implements Widget {
  private static final int MOST_SHOWN = 7;

  private final HTMLElement problem = Dom.el("p", "careful-note");
  private final HTMLElement texts = Dom.el("ul", "piece-strip");
  private final HTMLElement more = Dom.el("p", "widget-hint");
  private final HTMLElement rows = Dom.el("tbody", "");
  private final HTMLElement scale = Dom.el("p", "");
  private final HTMLElement comparison = Dom.el("p", "");
  private final HTMLElement compared = Dom.el("div", "clip-panel");
  private WidgetFrame frame;
  private ClipPart clip;
  private Thumbnail thumbnail;
  private HTMLElement panel;
  private HTMLElement templates;
  private HTMLElement compare;
  private HeatMap heat;
  private ZeroShot result;
  private boolean comparing;

  @Override
  public void build(WidgetFrame frame) {
    this.frame = frame;
    clip = new ClipPart(frame);
    thumbnail = new Thumbnail(frame);
    heat = new HeatMap(say("comparison"), 3).corner(say("corner"));
    compare = Dom.button(say("compare"), "", this::compare);
    compared.appendChild(comparison);
    compared.appendChild(heat.element());
    problem.setAttribute("role", "status");
    panel = Dom.el("div", "clip-panel", clip.mark(), chart(), scale, compare, compared);
    texts.setAttribute("aria-label", say("texts"));
    HTMLElement title = Dom.text("p", "matrix-title", say("texts"));
    HTMLElement asked =
        Dom.el(
            "div", "zero-shot-asked", thumbnail.element(), Dom.el("div", "", title, texts, more));
    frame.lay(clip.bar(), clip.status(), problem, asked, clip.baked(), panel);
    frame.controls().picture("image");
    language(frame.controls().lines("classes", say("classes"), 5));
    frame
        .controls()
        .choice(
            "template",
            say("template"),
            name -> ClipZeroShotWords.template(frame.messages(), name));
    templates =
        frame
            .controls()
            .lines("templates", frame.say("clip-zero-shot.templates", ClipModel.PLACE), 3);
    language(templates);
    frame.table(this::table);
  }

  private static void language(HTMLElement field) {
    Dom.find(field, "textarea").setAttribute("lang", "en");
  }

  private HTMLElement chart() {
    HTMLElement head = Dom.el("tr", "");
    for (String column : List.of("class", "probability", "cosine")) {
      HTMLElement cell = Dom.text("th", "", say("head." + column));
      cell.setAttribute("scope", "col");
      head.appendChild(cell);
    }
    HTMLElement caption = Dom.text("caption", "visually-hidden", say("chart"));
    return Dom.el("table", "zero-shot", caption, Dom.el("thead", "", head), rows);
  }

  @Override
  public void update() {
    clip.begin();
    String name = frame.settings().choice("template");
    List<String> classes = PromptTemplates.lines(frame.settings().text("classes"));
    List<String> chosen = PromptTemplates.of(name, frame.settings().text("templates"));
    String wrong = ClipZeroShotWords.problem(frame.messages(), classes, chosen);
    Dom.setText(problem, wrong);
    Dom.show(problem, !wrong.isEmpty());
    showTexts(wrong.isEmpty() ? PromptTemplates.texts(classes, chosen) : List.of());
    thumbnail.show(frame.settings().picture("image"));
    Dom.show(templates, name.equals(PromptTemplates.OWN));
    if (!clip.isReady()) {
      result = null;
      frame.result(frame.say("clip-zero-shot.waiting"));
    } else if (wrong.isEmpty()) {
      classify(classes, chosen);
    }
    Dom.show(panel, result != null);
  }

  /** The first of the texts that the picture is compared with, as CLIP reads them. */
  private void showTexts(List<String> all) {
    Dom.clear(texts);
    for (String text : all.subList(0, Math.min(MOST_SHOWN, all.size()))) {
      HTMLElement pill = Dom.text("span", "text-token", text);
      pill.setAttribute("lang", "en");
      texts.appendChild(Dom.el("li", "", pill));
    }
    int hidden = all.size() - MOST_SHOWN;
    Dom.show(more, hidden > 0);
    Dom.setText(more, frame.say("clip-zero-shot.more", Math.max(0, hidden)));
  }

  private void classify(List<String> classes, List<String> chosen) {
    Optional<Map<String, double[]>> images = clip.pictures();
    Optional<Map<String, double[]>> found = clip.texts(PromptTemplates.texts(classes, chosen));
    if (images.isEmpty() || found.isEmpty()) {
      return;
    }
    String picture = frame.settings().picture("image");
    double[] image = images.get().get(picture);
    result = ZeroShot.of(image, classes, chosen, found.get()::get, clip.logitScale());
    showBars();
    Dom.setText(scale, ClipZeroShotWords.scale(frame.messages(), result, clip.logitScale()));
    frame.result(
        ClipZeroShotWords.result(frame.messages(), PictureShelf.shared().name(picture), result));
    Dom.show(compare, !comparing);
    Dom.show(compared, comparing && showComparison(classes, image));
  }

  private void showBars() {
    Dom.clear(rows);
    for (int position : result.order()) {
      HTMLElement pill = Dom.text("span", "text-token", result.classes().get(position));
      pill.setAttribute("lang", "en");
      HTMLElement name = Dom.el("th", "", pill);
      name.setAttribute("scope", "row");
      HTMLElement fill = Dom.el("span", "bar-fill");
      fill.getStyle().setProperty("width", result.probability(position) * 100 + "%");
      HTMLElement value =
          Dom.text("span", "bar-value", ClipZeroShotWords.probability(result, position));
      rows.appendChild(
          Dom.el(
              "tr",
              "",
              name,
              Dom.el("td", "", Dom.el("span", "bar bar-score", fill, value)),
              Dom.text("td", "", Numbers.fixed(result.cosine(position), 3))));
    }
  }

  private void compare() {
    comparing = true;
    frame.refresh();
    heat.element().setAttribute("tabindex", "-1");
    heat.element().focus();
  }

  /** Whether all texts of all templates are embedded, and are shown now. */
  private boolean showComparison(List<String> classes, double[] image) {
    List<String> names = new ArrayList<>();
    List<ZeroShot> results = new ArrayList<>();
    for (String name : PromptTemplates.NAMES) {
      List<String> each = PromptTemplates.of(name, frame.settings().text("templates"));
      if (!ClipZeroShotWords.problem(frame.messages(), classes, each).isEmpty()) {
        continue; // the learner is still writing them
      }
      Optional<Map<String, double[]>> found = clip.texts(PromptTemplates.texts(classes, each));
      if (found.isEmpty()) {
        return false;
      }
      names.add(name);
      results.add(ZeroShot.of(image, classes, each, found.get()::get, clip.logitScale()));
    }
    List<HTMLElement> heads = new ArrayList<>();
    for (String name : names) {
      heads.add(Dom.text("span", "", ClipZeroShotWords.template(frame.messages(), name)));
    }
    List<HTMLElement> lines = new ArrayList<>();
    double[][] values = new double[classes.size()][names.size()];
    for (int i = 0; i < classes.size(); i++) {
      lines.add(Dom.text("span", "text-token matrix-caption", classes.get(i)));
      for (int j = 0; j < names.size(); j++) {
        values[i][j] = results.get(j).probability(i);
      }
    }
    heat.head(lines, heads);
    heat.show(values, ValueRange.UNIT);
    Dom.setText(comparison, ClipZeroShotWords.comparison(frame.messages(), names, results));
    return true;
  }

  @Override
  public void reset() {
    comparing = false;
  }

  private DataTable table() {
    DataTable table =
        new DataTable(say("chart"), say("head.class"), say("head.probability"), say("head.cosine"));
    if (result != null) {
      for (int position : result.order()) {
        table.row(
            result.classes().get(position),
            Numbers.fixed(result.probability(position), 6),
            Numbers.fixed(result.cosine(position), 6));
      }
    }
    return table;
  }

  private String say(String key) {
    return frame.say("clip-zero-shot." + key);
  }
}
