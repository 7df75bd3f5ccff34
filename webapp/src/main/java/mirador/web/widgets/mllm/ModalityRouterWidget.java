package mirador.web.widgets.mllm;

import java.util.List;
import mirador.concepts.drawing.RouterDiagram;
import mirador.concepts.explain.ModalityRouterWords;
import mirador.concepts.mllm.ModalityRouter;
import mirador.concepts.mllm.Route;
import mirador.concepts.text.Highlight;
import mirador.web.dom.Dom;
import mirador.web.dom.Drawings;
import mirador.web.widget.DataTable;
import mirador.web.widget.Widget;
import mirador.web.widget.WidgetFrame;
import org.teavm.jso.JSBody;
import org.teavm.jso.dom.events.Event;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.Node;

/**
 * The way of a modality through encoder, adapter and language model, lit in a diagram of them all
 * (notebook cells 4.1 and 4.2-r).
 */
public final class ModalityRouterWidget implements Widget {
  private final HTMLElement diagram = Dom.el("div", "router-diagram");
  private final HTMLElement line = Dom.text("code", "router-printed", "");
  private final HTMLElement remark = Dom.text("p", "router-remark", "");
  private WidgetFrame frame;

  @Override
  public void build(WidgetFrame frame) {
    this.frame = frame;
    HTMLElement printed =
        Dom.el(
            "p",
            "router-line-box",
            Dom.text("span", "small-label", frame.say("modality-router.line")),
            line);
    frame.lay(diagram, printed, remark);
    frame
        .controls()
        .choice(
            "modality",
            frame.say("modality-router.modality"),
            modality -> ModalityRouterWords.name(frame.messages(), modality));
    frame.table(this::table);
    // Pointing at a row is a shortcut; the menu does the same from the keyboard.
    Dom.on(diagram, "click", this::choose);
  }

  private void choose(Event event) {
    String name = doorAt(event);
    if (!name.isEmpty()) {
      frame.set("modality", name);
    }
  }

  @Override
  public void update() {
    String chosen = frame.settings().choice("modality");
    frame.result(ModalityRouterWords.result(frame.messages(), chosen));
    Node[] drawings = new Node[2]; // the style sheet shows the one that fits
    frame.part(
        () ->
            drawings[0] = Drawings.of(RouterDiagram.wide(frame.messages(), modalities(), chosen)));
    frame.part(
        () -> {
          drawings[1] = Drawings.of(RouterDiagram.tall(frame.messages(), modalities(), chosen));
          Dom.replaceChildren(diagram, drawings);
        });
    print(ModalityRouterWords.line(chosen));
    Dom.setText(remark, ModalityRouterWords.remark(frame.messages(), chosen));
  }

  /** Shows the line so that it breaks between words, never inside an arrow. */
  private void print(String printed) {
    Dom.clear(line);
    for (Highlight.Piece piece : Highlight.of(printed, List.of(ModalityRouterWords.ARROW))) {
      line.appendChild(Dom.text("span", piece.marked() ? "arrow" : "", piece.text()));
    }
  }

  private DataTable table() {
    DataTable table =
        new DataTable(
            frame.say("modality-router.table"),
            frame.say("modality-router.modality"),
            frame.say("modality-router.encoder"),
            frame.say("modality-router.output"));
    for (String modality : modalities()) {
      Route route = ModalityRouter.route(modality);
      table.row(
          ModalityRouterWords.name(frame.messages(), modality), route.encoder(), route.output());
    }
    return table;
  }

  private List<String> modalities() {
    return frame.settings().widget().setting("modality").orElseThrow().choices();
  }

  @JSBody(
      params = {"event"},
      script =
          "var row = event.target.closest && event.target.closest('[data-modality]');"
              + "return row ? row.getAttribute('data-modality') : '';")
  private static native String doorAt(Event event);
}
