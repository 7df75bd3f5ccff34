package mirador.web.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import mirador.concepts.explain.ModelStorageWords;
import mirador.concepts.inference.ModelNeeds;
import mirador.concepts.inference.ModelOffer;
import mirador.web.course.CourseData;
import mirador.web.dom.Dom;
import mirador.web.store.ModelState.Phase;
import mirador.web.widget.WidgetFrame;
import org.teavm.jso.JSBody;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * One line about one model, with what can be done now: fetch it, go on, cancel, take it from a
 * folder, start it. Widgets that use a model lay it above their play area; several bars of the same
 * model say the same.
 */
public final class ModelBar {
  /** From so many bytes on a model's needs are told. */
  private static final long LARGE = 1_000_000_000;

  private final ModelStore store = ModelStore.shared();
  private final WidgetFrame frame;
  private final String model;
  private final ModelOffer offer;
  private final Supplier<String> variant;
  private final HTMLElement line = Dom.el("p", "model-line");
  private final HTMLElement count = Dom.el("p", "model-count");
  private final HTMLElement progress = Dom.el("progress", "");
  private final HTMLElement needs = Dom.el("p", "model-needs");
  private final HTMLElement note = Dom.el("p", "model-note");
  private final HTMLElement problem = Dom.el("p", "widget-error");
  private final HTMLElement buttons = Dom.el("div", "model-buttons");
  private final HTMLElement others = Dom.el("details", "model-others");
  private final HTMLElement cancel;
  private final HTMLElement start;
  private final List<Fetch> fetches = new ArrayList<>();
  private final HTMLElement element;
  private double free = Double.MAX_VALUE;

  /** A button that gets the model from somewhere; its words change with what is missing. */
  private record Fetch(HTMLElement button, String words, String from, Runnable action) {}

  /**
   * A bar that follows the store from now on.
   *
   * @param model by the name under which the course offers it
   * @param variant that is fetched when none is here
   */
  public ModelBar(WidgetFrame frame, String model, Supplier<String> variant) {
    this.frame = frame;
    this.model = model;
    this.offer = store.offer(model);
    this.variant = variant;
    line.setAttribute("role", "status");
    line.setAttribute("tabindex", "-1");
    note.setAttribute("role", "status");
    problem.setAttribute("role", "alert");
    progress.setAttribute("aria-label", say("store.bar.progress", offer.title()));
    cancel = Dom.button(say("store.bar.cancel"), "", () -> store.cancel(model));
    start = Dom.button("", "primary", () -> store.start(model));
    buttons.appendChild(start);
    if (CourseData.fromFile()) {
      addFetch(buttons, "store.bar.load", say("store.packs"), () -> store.fetchPacks(model));
    }
    buildOthers();
    if (fetches.isEmpty()) {
      others.setAttribute("open", "");
    }
    buttons.appendChild(cancel);
    element =
        Dom.el("div", "model-bar", line, count, progress, needs, note, problem, buttons, others);
    element.setAttribute("role", "group");
    element.setAttribute("aria-label", offer.title());
    Dom.on(element, "dragover", Event::preventDefault);
    Dom.on(element, "drop", this::drop);
    store.follow(this::show);
    show();
    store.room(
        (usage, quota, persisted) -> {
          free = quota - usage;
          show();
        });
  }

  public HTMLElement element() {
    return element;
  }

  /** From where its first button gets the model; "" when there is no such button. */
  String from() {
    return fetches.isEmpty() ? "" : fetches.get(0).from();
  }

  /** Bytes of the variant that is fetched when none is here. */
  long weight() {
    return bytes();
  }

  /** Whether its needs are told before anything is fetched or started. */
  boolean isLarge() {
    return bytes() >= LARGE;
  }

  /** Does what its first button does now. */
  void press() {
    ModelState state = store.state(model);
    if (store.canStart(state.key())) {
      store.start(model);
    } else if (!state.busy() && !fetches.isEmpty()) {
      fetches.get(0).action().run();
    }
  }

  private void addFetch(HTMLElement place, String words, String from, Runnable action) {
    HTMLElement button = Dom.button("", fetches.isEmpty() ? "primary" : "", action);
    fetches.add(new Fetch(button, words, from, action));
    place.appendChild(button);
  }

  private void buildOthers() {
    HTMLElement body = Dom.el("div", "model-others-body");
    for (ModelOffer.Origin origin : offer.origins()) {
      addFetch(
          fetches.isEmpty() ? buttons : body,
          "store.bar.fetch",
          ModelStorageWords.origin(frame.messages(), origin),
          () -> store.fetch(model, variant.get(), origin));
    }
    others.appendChild(Dom.text("summary", "", say("store.bar.others")));
    body.appendChild(Dom.text("p", "", say("store.bar.folder.how", model)));
    body.appendChild(picker("folder", true));
    body.appendChild(picker("files", false));
    others.appendChild(body);
  }

  private HTMLElement picker(String name, boolean folder) {
    HTMLElement field = Dom.el("input", "");
    field.setAttribute("type", "file");
    field.setAttribute("multiple", "");
    if (folder) {
      field.setAttribute("webkitdirectory", "");
    }
    Dom.on(field, "change", () -> take(Browser.chosen(field)));
    return frame.controls().wrap(say("store.bar." + name), name + "-" + model, field);
  }

  private void drop(Event event) {
    event.preventDefault();
    Browser.dropped(event, this::take);
  }

  private void take(Browser.Given given) {
    if (!given.files().isEmpty()) {
      store.take(model, given);
    }
  }

  private void show() {
    boolean focused = hasFocus(element);
    ModelState state = store.state(model);
    boolean busy = state.busy();
    boolean here = state.phase() == Phase.KEPT || state.phase() == Phase.READY;
    boolean complete = here || isComplete(state.key());
    Dom.toggleClass(element, "model-ready", state.phase() == Phase.READY);
    setText(line, sentence(state));
    setText(count, state.phase() == Phase.DOWNLOADING && state.done() >= 0 ? amount(state) : "");
    setText(needs, busy || state.phase() == Phase.READY ? "" : needs(state, complete));
    setText(note, state.note());
    setText(problem, state.phase() == Phase.FAILED ? state.text() : "");
    Dom.show(progress, busy);
    progress(progress, busy && state.done() >= 0 ? state.done() : -1, state.total());
    Dom.setText(
        start, say(state.phase() == Phase.FAILED ? "store.bar.retry" : "store.bar.start", title()));
    Dom.show(start, !busy && store.canStart(state.key()) && state.phase() != Phase.READY);
    for (Fetch fetch : fetches) {
      Dom.setText(fetch.button(), label(fetch, state));
      Dom.show(fetch.button(), !busy && !complete && state.phase() != Phase.UNKNOWN);
    }
    Dom.show(others, !busy && !complete);
    Dom.show(cancel, busy);
    if (focused) {
      keepFocus(element, line);
    }
  }

  private boolean isComplete(ModelKey key) {
    for (KeptModel kept : store.kept()) {
      if (kept.key().equals(key)) {
        return kept.complete();
      }
    }
    return false;
  }

  private String sentence(ModelState state) {
    return switch (state.phase()) {
      case UNKNOWN -> say("store.bar.unknown");
      case ABSENT -> say("store.bar.absent", title());
      case PARTIAL -> say("store.bar.partial", title(), amount(state));
      case DOWNLOADING ->
          say(state.done() < 0 ? "store.bar.asking" : "store.bar.download", title());
      case KEPT ->
          say(
              "store.bar.kept",
              title(),
              state.key().variant(),
              ModelStorageWords.megabytes(state.total()));
      case CHECKING -> say("store.bar.check", title());
      case LOADING -> say("store.bar.load.weights", title());
      case COMPILING -> say("store.bar.compile", title());
      case WARMING_UP -> say("store.bar.warm-up", title());
      case RUNNING -> say("store.bar.run", title());
      case READY -> say("store.bar.ready", title(), state.text());
      case FAILED -> say("store.bar.failed", title());
    };
  }

  /** What a large model needs of this machine, told before anything of it is fetched or started. */
  private String needs(ModelState state, boolean complete) {
    String chosen = state.key().variant().isEmpty() ? variant.get() : state.key().variant();
    ModelNeeds of = Offers.needs(new ModelKey(model, chosen));
    if (of == null || of.disk() < LARGE) {
      return "";
    }
    String words =
        say(
            "store.needs",
            ModelStorageWords.megabytes(of.disk()),
            ModelStorageWords.megabytes(of.memory()));
    if (!complete && !CourseData.fromFile() && of.disk() > free) {
      words += " " + say("store.needs.room", ModelStorageWords.megabytes((long) free));
    }
    return words + " " + say("store.needs." + DeviceMemory.tier(of).code());
  }

  private String title() {
    return offer.title();
  }

  private String amount(ModelState state) {
    return ModelStorageWords.progress(frame.messages(), state.done(), state.total());
  }

  private String label(Fetch fetch, ModelState state) {
    boolean partial = state.done() > 0 && state.total() > state.done();
    return partial
        ? say(
            "store.bar.resume",
            ModelStorageWords.megabytes(state.total() - state.done()),
            fetch.from())
        : say(fetch.words(), title(), ModelStorageWords.megabytes(bytes()), fetch.from());
  }

  private long bytes() {
    for (ModelOffer.Variant one : offer.variants()) {
      if (one.name().equals(variant.get())) {
        return one.bytes();
      }
    }
    throw new IllegalStateException(model + " has no variant \"" + variant.get() + "\".");
  }

  /** An unchanged line is left alone, so that it is not read aloud again. */
  private static void setText(HTMLElement element, String text) {
    if (!Dom.textOf(element).equals(text)) {
      Dom.setText(element, text);
    }
    Dom.show(element, !text.isEmpty());
  }

  private String say(String key, Object... args) {
    return frame.say(key, args);
  }

  private static void progress(HTMLElement progress, long done, long total) {
    if (done < 0) {
      progress.removeAttribute("value");
    } else {
      progress.setAttribute("max", Long.toString(total));
      progress.setAttribute("value", Long.toString(done));
    }
  }

  @JSBody(
      params = {"element"},
      script = "return element.contains(document.activeElement);")
  private static native boolean hasFocus(HTMLElement element);

  /** A pressed button that has gone hands its focus on. */
  @JSBody(
      params = {"element", "line"},
      script =
          "if (element.contains(document.activeElement) && !document.activeElement.closest('[hidden]'))"
              + " return; var next = element.querySelector('button:not([hidden])');"
              + "if (next && !next.closest('details')) next.focus(); else line.focus();")
  private static native void keepFocus(HTMLElement element, HTMLElement line);
}
