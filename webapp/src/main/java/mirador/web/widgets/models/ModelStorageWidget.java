package mirador.web.widgets.models;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.explain.ModelStorageWords;
import mirador.concepts.inference.ModelOffer;
import mirador.web.dom.Dom;
import mirador.web.store.KeptModel;
import mirador.web.store.ModelBar;
import mirador.web.store.ModelKey;
import mirador.web.store.ModelStore;
import mirador.web.widget.Widget;
import mirador.web.widget.WidgetFrame;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.Node;

/** What this browser keeps of the real models, to be deleted, and where to get them. */
public final class ModelStorageWidget implements Widget {
  private final ModelStore store = ModelStore.shared();
  private final HTMLElement list = Dom.el("ul", "kept-models");
  private final HTMLElement room = Dom.el("p", "model-room");
  private WidgetFrame frame;
  private List<KeptModel> shown = List.of();
  private ModelKey asked;
  private boolean looked;

  @Override
  public void build(WidgetFrame frame) {
    this.frame = frame;
    room.setHidden(true);
    List<Node> contents = new ArrayList<>();
    contents.add(list);
    for (ModelOffer offer : store.offers()) {
      if (offer.miniature()) {
        continue;
      }
      String lightest = offer.variants().get(0).name();
      contents.add(new ModelBar(frame, offer.name(), () -> lightest).element());
    }
    contents.add(room);
    contents.add(Dom.text("p", "model-stays", frame.say("model-storage.stays")));
    frame.lay(contents.toArray(new Node[0]));
    store.follow(this::changed);
    store.look(
        () -> {
          looked = true;
          frame.refresh();
        });
  }

  private void changed() {
    if (store.kept() != shown) {
      frame.refresh();
    }
  }

  @Override
  public void update() {
    shown = store.kept();
    long bytes = 0;
    Dom.clear(list);
    for (KeptModel kept : shown) {
      bytes += kept.bytes();
      list.appendChild(item(kept));
    }
    Dom.show(list, !shown.isEmpty());
    if (looked) {
      frame.result(ModelStorageWords.result(frame.messages(), store.offers(), shown.size(), bytes));
    }
    store.room(
        (usage, quota, persisted) -> {
          Dom.setText(
              room,
              frame.say(
                  persisted ? "store.room.safe" : "store.room",
                  ModelStorageWords.megabytes(usage),
                  ModelStorageWords.megabytes(quota)));
          room.setHidden(false);
        });
  }

  private HTMLElement item(KeptModel kept) {
    HTMLElement item =
        Dom.el(
            "li",
            "kept-model",
            Dom.text(
                "p",
                "kept-title",
                frame.say("store.kept.title", kept.title(), kept.key().variant())),
            Dom.text("p", "kept-facts", facts(kept)));
    if (kept.key().equals(asked)) {
      item.appendChild(confirmation(kept));
    } else {
      HTMLElement buttons = Dom.el("div", "model-buttons");
      if (kept.complete()) {
        buttons.appendChild(button("store.kept.check", kept, () -> check(kept.key())));
      }
      buttons.appendChild(button("store.kept.delete", kept, () -> ask(kept.key())));
      item.appendChild(buttons);
    }
    return item;
  }

  private HTMLElement button(String key, KeptModel kept, Runnable action) {
    return Dom.button(frame.say(key, kept.title(), kept.key().variant()), "", action);
  }

  private void check(ModelKey key) {
    frame.error("");
    store.verify(key, frame::refresh, frame::error);
  }

  private String facts(KeptModel kept) {
    String amount =
        kept.complete()
            ? ModelStorageWords.megabytes(kept.bytes())
            : ModelStorageWords.progress(frame.messages(), kept.bytes(), kept.total());
    String facts =
        kept.complete()
            ? frame.say("store.kept.complete", amount, kept.from(), kept.checked())
            : frame.say("store.kept.partial", amount, kept.from());
    return kept.inMemory() ? facts + " " + frame.say("store.kept.memory") : facts;
  }

  private void ask(ModelKey key) {
    asked = key;
    frame.refresh();
    HTMLElement yes = Dom.find(list, ".kept-sure button");
    if (yes != null) {
      yes.focus();
    }
  }

  private HTMLElement confirmation(KeptModel kept) {
    HTMLElement sure =
        Dom.el(
            "div",
            "kept-sure",
            Dom.text("p", "", frame.say("store.kept.sure")),
            Dom.button(
                frame.say("store.kept.yes", ModelStorageWords.megabytes(kept.bytes())),
                "",
                () -> {
                  asked = null;
                  store.delete(kept.key(), frame::refresh);
                }),
            Dom.button(frame.say("store.bar.cancel"), "action", () -> ask(null)));
    sure.setAttribute("role", "group");
    return sure;
  }
}
