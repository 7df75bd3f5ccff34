package mirador.site.widget;

import java.util.Map;
import mirador.concepts.course.Notebook;
import mirador.concepts.explain.CaptionEditorWords;

/** The notebook's three captions with the words that count (notebook cell 2.2a). */
final class CaptionEditorWidget implements StaticWidget {
  @Override
  public String name() {
    return "caption-editor";
  }

  @Override
  public String result(WidgetContext context) {
    return CaptionEditorWords.result(context.messages(), Notebook.CAPTIONS);
  }

  @Override
  public Markup html(WidgetContext context) {
    Markup cards = Markup.of("div").classes("caption-cards");
    for (Map.Entry<String, String> caption : Notebook.CAPTIONS.entrySet()) {
      cards.add(card(context, caption.getKey(), caption.getValue()));
    }
    return cards;
  }

  private static Markup card(WidgetContext context, String id, String caption) {
    String label = context.messages().get("caption-editor.label", context.picture(id).name());
    String gloss = context.messages().get("caption-editor.gloss." + id);
    Markup words =
        Markup.of("div")
            .classes("caption-words")
            .add(
                Markup.of("p").add(Markup.of("strong", label)),
                MarkedHtml.of(caption, "caption-marked"),
                Markup.of("p", CaptionEditorWords.caption(context.messages(), caption))
                    .classes("caption-status"),
                Markup.of("p", context.messages().get("caption-editor.gloss", gloss))
                    .classes("caption-gloss"));
    return Markup.of("div").classes("caption-card").add(context.thumbnail(id), words);
  }
}
