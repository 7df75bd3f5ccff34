package mirador.web.store;

import java.util.function.Supplier;
import mirador.concepts.explain.ModelStorageWords;
import mirador.concepts.inference.ModelOffer;
import mirador.web.dom.Dom;
import mirador.web.store.ModelState.Phase;
import mirador.web.widget.WidgetFrame;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * Which model answers in a widget: the small one, with a button for the large one that says what
 * changes; or the large one's {@link ModelBar}, with a way back. Where a course has no small model
 * of an architecture, widgets lay the {@link ModelBar} alone.
 */
public final class ModelChoiceBar {
  private final ModelStore store = ModelStore.shared();
  private final WidgetFrame frame;
  private final ModelChoice choice;
  private final ModelOffer miniature;
  private final ModelBar largeBar;
  private final HTMLElement line = Dom.el("p", "model-line");
  private final HTMLElement where = Dom.el("p", "model-count");
  private final HTMLElement how;
  private final HTMLElement problem = Dom.el("p", "widget-error");
  private final HTMLElement start;
  private final HTMLElement use;
  private final HTMLElement changes = Dom.el("p", "model-needs");
  private final HTMLElement meanwhile = Dom.el("p", "model-count");
  private final HTMLElement small;
  private final HTMLElement large;
  private final HTMLElement element;

  /**
   * A bar that follows the choice from now on, and has what was chosen started.
   *
   * @param variant of the large model that is fetched when none is here
   */
  public ModelChoiceBar(WidgetFrame frame, ModelChoice choice, Supplier<String> variant) {
    this.frame = frame;
    this.choice = choice;
    this.miniature = choice.miniature();
    largeBar = choice.large() == null ? null : new ModelBar(frame, choice.large().name(), variant);
    line.setAttribute("role", "status");
    line.setAttribute("tabindex", "-1");
    problem.setAttribute("role", "alert");
    start = Dom.button("", "", choice::startMiniature);
    use = Dom.button("", "", this::useLarge);
    how =
        Dom.el(
            "details",
            "model-others",
            Dom.text("summary", "", frame.say("model-choice.how")),
            where);
    small =
        Dom.el(
            "div",
            "model-bar",
            line,
            problem,
            Dom.el("div", "model-buttons", start, use),
            changes,
            how);
    small.setAttribute("role", "group");
    small.setAttribute("aria-label", miniature.title());
    large = Dom.el("div", "model-choice-large");
    if (largeBar != null) {
      Dom.setText(changes, frame.say("model-choice.changes." + miniature.architecture()));
      HTMLElement back =
          Dom.button(frame.say("model-choice.back", miniature.title()), "", this::useMiniature);
      large.appendChild(largeBar.element());
      large.appendChild(Dom.el("div", "model-buttons", back, meanwhile));
    }
    element = Dom.el("div", "model-choice", small, large);
    store.follow(this::show);
    choice.follow(this::show);
    show();
    choice.begin();
  }

  public HTMLElement element() {
    return element;
  }

  private void useLarge() {
    choice.chooseLarge();
    // Of a very large one its needs are read first.
    if (!largeBar.isLarge()) {
      largeBar.press();
    }
    Dom.find(large, ".model-line").focus();
  }

  private void useMiniature() {
    choice.useMiniature();
    line.focus();
  }

  private void show() {
    boolean isLarge = choice.isLarge();
    ModelState state = store.state(miniature.name());
    boolean ready = state.phase() == Phase.READY;
    Dom.show(small, !isLarge);
    Dom.show(large, isLarge);
    Dom.toggleClass(small, "model-ready", ready);
    setText(line, sentence(state));
    setText(where, ready ? state.text() : "");
    Dom.show(how, ready);
    setText(problem, state.phase() == Phase.FAILED ? state.text() : "");
    Dom.setText(
        start,
        state.phase() == Phase.FAILED
            ? frame.say("store.bar.retry", miniature.title())
            : frame.say("model-choice.start", miniature.title()));
    Dom.show(start, isIdle(state));
    Dom.show(use, largeBar != null);
    Dom.show(changes, largeBar != null);
    if (largeBar != null) {
      Dom.setText(use, useWords());
      setText(meanwhile, ready ? frame.say("model-choice.meanwhile", miniature.title()) : "");
    }
  }

  /** Whether it neither works nor is about to. */
  private static boolean isIdle(ModelState state) {
    return state.phase() == Phase.FAILED
        || state.phase() == Phase.PARTIAL
        || state.phase() == Phase.KEPT
        || (state.phase() == Phase.ABSENT && ModelChoice.savesData());
  }

  private String sentence(ModelState state) {
    String weight = ModelStorageWords.megabytes(miniature.variants().get(0).bytes());
    return switch (state.phase()) {
      case READY -> frame.say("model-choice.ready", miniature.title());
      case FAILED -> frame.say("model-choice.failed", miniature.title());
      case KEPT, PARTIAL -> frame.say("model-choice.idle", miniature.title(), weight);
      case ABSENT ->
          ModelChoice.savesData()
              ? frame.say("model-choice.saving", miniature.title(), weight)
              : frame.say("model-choice.starting", miniature.title(), weight);
      default -> frame.say("model-choice.starting", miniature.title(), weight);
    };
  }

  private String useWords() {
    String title = choice.large().title();
    ModelState state = store.state(choice.large().name());
    if (store.canStart(state.key()) || state.phase() == Phase.READY) {
      return frame.say("model-choice.use.here", title);
    }
    String weight = ModelStorageWords.megabytes(largeBar.weight());
    return largeBar.from().isEmpty() || largeBar.isLarge()
        ? frame.say("model-choice.use.how", title, weight)
        : frame.say("model-choice.use", title, weight, largeBar.from());
  }

  /** An unchanged line is left alone, so that it is not read aloud again. */
  private static void setText(HTMLElement element, String text) {
    if (!Dom.textOf(element).equals(text)) {
      Dom.setText(element, text);
    }
    Dom.show(element, !text.isEmpty());
  }
}
