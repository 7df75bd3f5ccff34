package mirador.web.widgets.vit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mirador.concepts.course.SettingSpec;
import mirador.concepts.explain.PatchSizeTableWords;
import mirador.concepts.text.Numbers;
import mirador.concepts.vit.Attention;
import mirador.concepts.vit.PatchGrid;
import mirador.web.canvas.Surface;
import mirador.web.course.CoursePicture;
import mirador.web.dom.Dom;
import mirador.web.widget.Widget;
import mirador.web.widget.WidgetFrame;
import mirador.web.widgets.ShownPicture;
import org.teavm.jso.canvas.CanvasRenderingContext2D;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * A table that fills as the learner tries patch sizes, each after a guess (notebook cell 1.2-T1).
 * The guesses are kept for each size of picture, since the counts depend on nothing else.
 */
public final class PatchSizeTableWidget implements Widget {
  private static final String TOPIC = "sizes.";

  private final HTMLElement suggestions = Dom.el("div", "size-suggestions");
  private final HTMLElement size = number();
  private final HTMLElement guess = number();
  private final HTMLElement rows = Dom.el("tbody", "");
  private final HTMLElement table = Dom.el("div", "scroll");
  private final HTMLElement restriction = Dom.text("p", "widget-hint", "");
  private WidgetFrame frame;
  private CoursePicture picture;
  private List<Integer> suggested = List.of();

  @Override
  public void build(WidgetFrame frame) {
    this.frame = frame;
    suggestions.setAttribute("role", "group");
    suggestions.setAttribute("aria-label", frame.say("patch-size-table.suggestions"));
    HTMLElement check = Dom.button(frame.say("patch-size-table.check"), "primary", this::check);
    HTMLElement form =
        Dom.el(
            "div",
            "size-form",
            frame.controls().wrap(frame.say("patch-size-table.size"), "size", size),
            frame.controls().wrap(frame.say("patch-size-table.guess"), "guess", guess),
            check);
    for (HTMLElement field : List.of(size, guess)) {
      Dom.on(
          field,
          "keydown",
          (Event event) -> {
            if (Dom.key(event).equals("Enter")) {
              check();
            }
          });
    }
    buildTable();
    frame.lay(restriction, suggestions, form, table);
    frame.controls().picture("image");
    frame.follow(TOPIC);
  }

  private void buildTable() {
    HTMLElement head = Dom.el("tr", "");
    for (String column : List.of("patch", "guess", "tokens", "values", "crop", "pairs")) {
      HTMLElement cell = Dom.text("th", "", frame.say("patch-size-table.column." + column));
      cell.setAttribute("scope", "col");
      head.appendChild(cell);
    }
    String caption = frame.say("patch-size-table.caption");
    HTMLElement grid =
        Dom.el(
            "table",
            "data-table size-table",
            Dom.text("caption", "", caption),
            Dom.el("thead", "", head),
            rows);
    table.setAttribute("role", "group");
    table.setAttribute("tabindex", "0");
    table.setAttribute("aria-label", caption);
    table.appendChild(grid);
  }

  @Override
  public void update() {
    ShownPicture.load(
        frame,
        frame.settings().picture("image"),
        loaded -> {
          picture = loaded;
          Dom.setText(
              restriction, frame.say("patch-size-table.picture", loaded.width(), loaded.height()));
          List<PatchGrid> tried = new ArrayList<>();
          Dom.clear(rows);
          for (Map.Entry<Integer, Integer> one : guesses().entrySet()) {
            PatchGrid grid = grid(one.getKey());
            tried.add(grid);
            rows.appendChild(row(grid, one.getValue()));
          }
          Dom.show(table, !tried.isEmpty());
          frame.result(PatchSizeTableWords.result(frame.messages(), tried));
          suggest();
        });
  }

  @Override
  public void reset() {
    frame.state().removeAll(prefix());
    Dom.setValue(guess, "");
  }

  /**
   * A button for each size of the lesson, those already tried marked; the next one is filled in.
   */
  private void suggest() {
    List<Integer> sizes = frame.settings().integers("sizes");
    Map<Integer, Integer> tried = guesses();
    Dom.clear(suggestions);
    for (int one : sizes) {
      String label = frame.say("px", one) + (tried.containsKey(one) ? " ✓" : "");
      suggestions.appendChild(
          Dom.button(
              label,
              "control-button",
              () -> {
                Dom.setValue(size, Integer.toString(one));
                guess.focus();
              }));
    }
    if (Dom.value(size).isEmpty() || !sizes.equals(suggested)) {
      next(tried);
    }
    suggested = sizes;
  }

  private void next(Map<Integer, Integer> tried) {
    for (int one : frame.settings().integers("sizes")) {
      if (!tried.containsKey(one)) {
        Dom.setValue(size, Integer.toString(one));
        return;
      }
    }
  }

  private void check() {
    SettingSpec allowed = frame.settings().widget().setting("sizes").orElseThrow();
    int patch = whole(Dom.value(size));
    int guessed = whole(Dom.value(guess));
    if (patch < allowed.min() || patch > allowed.max()) {
      frame.error(frame.say("patch-size-table.size.bad", (int) allowed.min(), (int) allowed.max()));
      size.focus();
    } else if (guessed < 0) {
      frame.error(frame.say("patch-size-table.guess.bad", patch));
      guess.focus();
    } else {
      frame.error("");
      Dom.setValue(guess, "");
      frame.state().put(prefix() + patch, Integer.toString(guessed));
      frame.refresh();
      next(guesses());
      guess.focus();
    }
  }

  /** Size of a patch -> tokens the learner expected, for pictures of the present size. */
  private Map<Integer, Integer> guesses() {
    Map<Integer, Integer> guesses = new TreeMap<>();
    for (Map.Entry<String, String> entry : frame.state().startingWith(prefix()).entrySet()) {
      int patch = whole(entry.getKey().substring(prefix().length()));
      int tokens = whole(entry.getValue());
      if (patch > 0 && tokens >= 0) {
        guesses.put(patch, tokens);
      }
    }
    return guesses;
  }

  private String prefix() {
    return picture == null ? TOPIC + "?" : TOPIC + picture.width() + "x" + picture.height() + ".";
  }

  private HTMLElement row(PatchGrid grid, int guessed) {
    HTMLElement head = Dom.el("th", "", thumbnail(grid), Dom.text("span", "", size(grid)));
    head.setAttribute("scope", "row");
    HTMLElement verdict =
        Dom.text(
            "span",
            guessed == grid.count() ? "verdict-right" : "verdict-careful",
            PatchSizeTableWords.verdict(frame.messages(), guessed, grid));
    return Dom.el(
        "tr",
        "",
        head,
        Dom.el("td", "", verdict),
        Dom.text("td", "", PatchSizeTableWords.count(frame.messages(), grid)),
        Dom.text("td", "", Numbers.integer(grid.valuesPerPatch())),
        Dom.text("td", "", PatchSizeTableWords.crop(frame.messages(), grid)),
        Dom.text("td", "", Numbers.integer(Attention.pairs(grid.count()))));
  }

  private String size(PatchGrid grid) {
    return frame.say("px", grid.patch());
  }

  /** The picture cut at this size, small; the numbers beside it say the same. */
  private HTMLElement thumbnail(PatchGrid grid) {
    Surface surface = new Surface("size-thumbnail", "");
    surface.element().setAttribute("aria-hidden", "true");
    CanvasRenderingContext2D g = surface.begin(grid.width(), grid.height());
    g.drawImage(picture.canvas(), 0, 0);
    GridPainter.rest(g, picture, grid);
    GridPainter.lines(g, grid, grid.width() / 96.0);
    return surface.element();
  }

  private PatchGrid grid(int patch) {
    return new PatchGrid(picture.height(), picture.width(), patch);
  }

  /** A whole number from 0 on, -1 for anything else; spaces between thousands are let pass. */
  private static int whole(String text) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits.append(c);
      } else if (c != ' ' && c != '\u00a0' && c != '\u202f') {
        return -1;
      }
    }
    if (digits.length() == 0 || digits.length() > 8) {
      return -1;
    }
    return Integer.parseInt(digits.toString());
  }

  private static HTMLElement number() {
    HTMLElement field = Dom.el("input", "");
    field.setAttribute("type", "text");
    field.setAttribute("inputmode", "numeric");
    field.setAttribute("autocomplete", "off");
    field.setAttribute("maxlength", "10");
    return field;
  }
}
