package mirador.site.widget;

import java.util.List;
import mirador.concepts.drawing.RouterDiagram;
import mirador.concepts.explain.ModalityRouterWords;
import mirador.concepts.text.Highlight;

/** The way of a modality, lit in the diagram of them all (notebook cells 4.1 and 4.2-r). */
final class ModalityRouterWidget implements StaticWidget {
  @Override
  public String name() {
    return "modality-router";
  }

  @Override
  public String result(WidgetContext context) {
    return ModalityRouterWords.result(context.messages(), modality(context));
  }

  @Override
  public Markup html(WidgetContext context) {
    List<String> all = context.settings().widget().setting("modality").orElseThrow().choices();
    String chosen = modality(context);
    return Markup.group(
        Markup.of("div")
            .classes("router-diagram")
            .add(
                Drawings.of(RouterDiagram.wide(context.messages(), all, chosen)),
                Drawings.of(RouterDiagram.tall(context.messages(), all, chosen))),
        Markup.of("p")
            .classes("router-line-box")
            .add(
                Markup.of("span", context.messages().get("modality-router.line"))
                    .classes("small-label"),
                printed(ModalityRouterWords.line(chosen))),
        Markup.of("p", ModalityRouterWords.remark(context.messages(), chosen))
            .classes("router-remark"));
  }

  /** The line so that it breaks between words, never inside an arrow. */
  private static Markup printed(String line) {
    Markup code = Markup.of("code").classes("router-printed");
    for (Highlight.Piece piece : Highlight.of(line, List.of(ModalityRouterWords.ARROW))) {
      if (piece.marked()) {
        code.add(Markup.of("span", piece.text()).classes("arrow"));
      } else {
        code.text(piece.text());
      }
    }
    return code;
  }

  private static String modality(WidgetContext context) {
    return context.settings().choice("modality");
  }
}
