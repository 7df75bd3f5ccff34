package mirador.site.widget;

import java.util.List;
import mirador.concepts.explain.QueryRetrievalWords;
import mirador.concepts.retrieval.Ranking;
import mirador.concepts.retrieval.Scored;
import mirador.concepts.symbolic.SymbolicEmbedder;
import mirador.concepts.symbolic.SymbolicEmbedding;

/** What a search over the pictures finds (notebook cell 2.2d). */
final class QueryRetrievalWidget implements StaticWidget {
  @Override
  public String name() {
    return "query-retrieval";
  }

  @Override
  public String result(WidgetContext context) {
    return QueryRetrievalWords.result(
        context.messages(),
        query(context),
        SymbolicEmbedder.text(query(context)),
        ranking(context),
        id -> context.picture(id).name());
  }

  @Override
  public Markup html(WidgetContext context) {
    SymbolicEmbedding text = SymbolicEmbedder.text(query(context));
    List<Scored> ranking = ranking(context);
    Markup list = Markup.of("ol").classes("ranking");
    for (Scored scored : ranking.subList(0, context.settings().integer("k"))) {
      list.add(hit(context, scored, text));
    }
    Markup play = Markup.group(MarkedHtml.of(query(context), "query-marked text-token"), list);
    String ties = QueryRetrievalWords.ties(context.messages(), ranking);
    return ties.isEmpty() ? play : play.add(Markup.of("p", ties).classes("careful-note"));
  }

  private static Markup hit(WidgetContext context, Scored scored, SymbolicEmbedding text) {
    String shared =
        QueryRetrievalWords.shared(context.messages(), text, SymbolicEmbedder.image(scored.name()));
    Markup words =
        Markup.of("span")
            .classes("hit-words")
            .add(
                Markup.of("span", context.picture(scored.name()).name()).classes("hit-name"),
                BarHtml.of("bar-score", scored.score(), 2),
                Markup.of("span", shared).classes("hit-shared"));
    return Markup.of("li").classes("hit").add(context.thumbnail(scored.name()), words);
  }

  private static String query(WidgetContext context) {
    return context.settings().text("query");
  }

  private static List<Scored> ranking(WidgetContext context) {
    return Ranking.retrieve(query(context), context.pictures().size());
  }
}
