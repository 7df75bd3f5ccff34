package mirador.web.widgets.real;

import java.util.List;
import mirador.concepts.explain.ClipRetrievalWords;
import mirador.web.dom.Dom;
import mirador.web.store.PickedFiles;
import mirador.web.store.PickedFiles.Picked;
import mirador.web.widget.WidgetFrame;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.html.HTMLElement;

/** Where own pictures are given, and how they are coming in. */
final class CollectionPanel {
  private static final int NAMED = 20;

  private final PictureCollection collection;
  private final WidgetFrame frame;
  private final HTMLElement filesField;
  private final HTMLElement folderField;
  private final HTMLElement waiting;
  private final HTMLElement progress = Dom.el("progress", "");
  private final HTMLElement count = Dom.el("p", "");
  private final HTMLElement present = Dom.el("p", "clip-present");
  private final HTMLElement problem = Dom.el("p", "widget-error");
  private final HTMLElement note = Dom.el("p", "careful-note");
  private final HTMLElement skippedTitle = Dom.el("summary", "");
  private final HTMLElement skippedList = Dom.el("p", "");
  private final HTMLElement skipped = Dom.el("details", "", skippedTitle, skippedList);
  private final HTMLElement cancel;
  private final HTMLElement restore;
  private final HTMLElement forgotten = Dom.el("span", "");
  private final HTMLElement element;
  private boolean cancelled;

  /**
   * A panel.
   *
   * @param restored is run when the learner goes back to the course's pictures
   */
  CollectionPanel(WidgetFrame frame, PictureCollection collection, Runnable restored) {
    this.frame = frame;
    this.collection = collection;
    filesField = field(false);
    folderField = field(true);
    waiting = Dom.text("p", "widget-hint", frame.say("clip-retrieval.waiting"));
    progress.setAttribute("aria-label", frame.say("clip-retrieval.progress.label"));
    count.setAttribute("role", "status");
    problem.setAttribute("role", "alert");
    forgotten.setAttribute("role", "status");
    cancel =
        Dom.button(
            frame.say("clip-retrieval.cancel"),
            "",
            () -> {
              collection.cancel();
              cancelled = true;
              frame.refresh();
            });
    restore = Dom.button(frame.say("clip-retrieval.restore"), "", restored);
    HTMLElement forget =
        Dom.button(
            frame.say("clip-retrieval.forget"),
            "",
            () ->
                EmbeddingStore.clear(
                    () -> Dom.setText(forgotten, frame.say("clip-retrieval.forgotten"))));
    element =
        Dom.el(
            "div",
            "clip-collection",
            Dom.text("p", "", frame.say("clip-retrieval.drop")),
            Dom.el(
                "div",
                "clip-fields",
                frame.controls().wrap(frame.say("clip-retrieval.folder"), "folder", folderField),
                frame.controls().wrap(frame.say("clip-retrieval.files"), "files", filesField)),
            waiting,
            progress,
            count,
            present,
            problem,
            note,
            skipped,
            Dom.el("div", "clip-buttons", cancel, restore, forget, forgotten),
            Dom.text("p", "widget-hint", frame.say("clip-retrieval.how-long")));
    Dom.on(element, "dragover", Event::preventDefault);
    Dom.on(
        element,
        "drop",
        event -> {
          event.preventDefault();
          PickedFiles.dropped(event, this::take);
        });
  }

  HTMLElement element() {
    return element;
  }

  private HTMLElement field(boolean folder) {
    HTMLElement field = Dom.el("input", "");
    field.setAttribute("type", "file");
    field.setAttribute("multiple", "");
    if (folder) {
      field.setAttribute("webkitdirectory", "");
    } else {
      field.setAttribute("accept", "image/*");
    }
    Dom.on(field, "change", () -> take(PickedFiles.chosen(field)));
    return field;
  }

  private void take(List<Picked> files) {
    if (!files.isEmpty() && !folderField.hasAttribute("disabled")) {
      cancelled = false;
      Dom.setText(forgotten, "");
      collection.take(files);
      frame.refresh();
    }
  }

  /** Shows how the collection is; cheap enough for every file. */
  void show(boolean ready) {
    boolean running = collection.isRunning();
    Dom.setDisabled(filesField, !ready);
    Dom.setDisabled(folderField, !ready);
    Dom.show(waiting, !ready);
    Dom.show(progress, running);
    int done = collection.remembered() + collection.computed() + collection.skipped().size();
    progress.setAttribute("max", Integer.toString(Math.max(1, collection.total())));
    progress.setAttribute("value", Integer.toString(done));
    setText(
        count,
        collection.total() == 0
            ? ""
            : ClipRetrievalWords.progress(
                frame.messages(),
                done - collection.skipped().size(),
                collection.total(),
                collection.remembered(),
                collection.computed()));
    setText(
        present,
        collection.present().isEmpty()
            ? ""
            : frame.say("clip-retrieval.busy", collection.present()));
    setText(problem, collection.problem());
    String careful =
        collection.isNotKept()
            ? frame.say("clip-retrieval.not-kept")
            : cancelled ? frame.say("clip-retrieval.cancelled") : "";
    setText(note, careful);
    List<String> names = collection.skipped();
    Dom.show(skipped, !names.isEmpty());
    if (!names.isEmpty()) {
      Dom.setText(skippedTitle, frame.say("clip-retrieval.skipped", names.size()));
      String more = names.size() > NAMED ? " …" : "";
      Dom.setText(
          skippedList, String.join(", ", names.subList(0, Math.min(NAMED, names.size()))) + more);
    }
    Dom.show(cancel, running);
    Dom.show(restore, !running && collection.total() > 0);
  }

  private static void setText(HTMLElement place, String text) {
    if (!Dom.textOf(place).equals(text)) {
      Dom.setText(place, text);
    }
    Dom.show(place, !text.isEmpty());
  }
}
