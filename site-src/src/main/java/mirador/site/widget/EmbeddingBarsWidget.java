package mirador.site.widget;

import mirador.concepts.course.Notebook;
import mirador.concepts.explain.EmbeddingBarsWords;
import mirador.concepts.retrieval.Cosine;
import mirador.concepts.symbolic.SymbolicEmbedder;
import mirador.concepts.symbolic.SymbolicEmbedding;
import mirador.concepts.symbolic.Vocabulary;
import mirador.concepts.text.Numbers;

/** The vector of a caption beside that of a picture (notebook cell 2.2b). */
final class EmbeddingBarsWidget implements StaticWidget {
  @Override
  public String name() {
    return "embedding-bars";
  }

  @Override
  public String result(WidgetContext context) {
    String id = context.settings().picture("image");
    return EmbeddingBarsWords.result(
        context.messages(), text(context), SymbolicEmbedder.image(id), context.picture(id).name());
  }

  @Override
  public Markup html(WidgetContext context) {
    SymbolicEmbedding text = text(context);
    SymbolicEmbedding image = SymbolicEmbedder.image(context.settings().picture("image"));
    return Markup.group(
        MarkedHtml.of(caption(context), "bars-caption"),
        table(context, text.vector(), image.vector()),
        Markup.of("p", EmbeddingBarsWords.height(context.messages(), text, true))
            .classes("bars-note"),
        Markup.of("p", EmbeddingBarsWords.height(context.messages(), image, false))
            .classes("bars-note"));
  }

  private static Markup table(WidgetContext context, double[] text, double[] image) {
    String id = context.settings().picture("image");
    Markup head =
        Markup.of("tr")
            .add(
                head(context, "embedding-bars.head.word"),
                Markup.of("th")
                    .with("scope", "col")
                    .add(
                        Markup.of("span", context.messages().get("embedding-bars.head.text"))
                            .classes("text-token")),
                Markup.of("th")
                    .with("scope", "col")
                    .add(
                        Markup.of("span")
                            .classes("bars-picture")
                            .add(
                                context.thumbnail(id),
                                Markup.of("span", context.picture(id).name()))),
                head(context, "embedding-bars.head.product").classes("number"));
    Markup body = Markup.of("tbody");
    for (int i = 0; i < text.length; i++) {
      double product = text[i] * image[i];
      Markup row =
          Markup.of("tr")
              .add(
                  Markup.of("th", Vocabulary.NOTEBOOK.words().get(i))
                      .classes("bars-word")
                      .with("scope", "row")
                      .with("lang", "en"),
                  bar("bar-text", text[i]),
                  bar("bar-image", image[i]),
                  Markup.of("td", Numbers.fixed(product, product == 0 ? 0 : 2)).classes("number"));
      body.add(product == 0 ? row : row.classes("bars-shared"));
    }
    Markup sum =
        Markup.of("tr")
            .add(
                Markup.of("th", context.messages().get("embedding-bars.sum"))
                    .with("scope", "row")
                    .with("colspan", 3),
                Markup.of("td", Numbers.fixed(Cosine.of(text, image), 2)).classes("number"));
    return Markup.of("table")
        .classes("bars")
        .add(
            Markup.of("caption", context.messages().get("embedding-bars.table"))
                .classes("visually-hidden"),
            Markup.of("thead").add(head),
            body,
            Markup.of("tfoot").add(sum));
  }

  private static Markup head(WidgetContext context, String key) {
    return Markup.of("th", context.messages().get(key)).with("scope", "col");
  }

  private static Markup bar(String kind, double value) {
    return Markup.of("td").add(BarHtml.of(kind, value, value == 0 ? 0 : 2));
  }

  private static String caption(WidgetContext context) {
    return Notebook.CAPTIONS.get(context.settings().picture("caption"));
  }

  private static SymbolicEmbedding text(WidgetContext context) {
    return SymbolicEmbedder.text(caption(context));
  }
}
