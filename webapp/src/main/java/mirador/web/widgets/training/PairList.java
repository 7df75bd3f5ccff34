package mirador.web.widgets.training;

import java.util.List;
import java.util.function.IntPredicate;
import mirador.web.dom.Dom;
import mirador.web.widget.WidgetFrame;
import org.teavm.jso.dom.html.HTMLElement;

/** All pairs of a training, folded away: picture, what the tower sees of it, caption. */
final class PairList {
  private final WidgetFrame frame;
  private final HTMLElement summary = Dom.el("summary", "");
  private final HTMLElement list = Dom.el("ol", "training-pairs");
  private final HTMLElement element;

  PairList(WidgetFrame frame) {
    this.frame = frame;
    HTMLElement hint = Dom.text("p", "widget-hint", frame.say("contrastive-training.pairs.hint"));
    element = Dom.el("details", "training-data", summary, hint, list);
  }

  HTMLElement element() {
    return element;
  }

  void show(List<ShownPair> pairs, IntPredicate unseen) {
    Dom.setText(summary, frame.say("contrastive-training.pairs", pairs.size()));
    Dom.clear(list);
    for (int i = 0; i < pairs.size(); i++) {
      ShownPair pair = pairs.get(i);
      HTMLElement caption = Dom.text("span", "text-token matrix-caption", pair.caption());
      caption.setAttribute("lang", pair.language());
      HTMLElement item = Dom.el("li", "", pair.thumbnail(), pair.pixels(), caption);
      if (unseen.test(i)) {
        item.appendChild(
            Dom.text("span", "training-unseen", frame.say("contrastive-training.pair.unseen")));
      }
      list.appendChild(item);
    }
  }
}
