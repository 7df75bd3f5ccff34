package mirador.concepts.explain;

import mirador.concepts.blip2.Blip2Config;
import mirador.concepts.blip2.QueryView;
import mirador.concepts.blip2.VisualQueries;
import mirador.concepts.blip2.WordSources;
import mirador.concepts.text.Messages;
import mirador.concepts.text.Numbers;
import mirador.concepts.vit.AttentionView;

/** What the queries of the Q-Former look at, and how alike they are (notebook cell 4.2). */
public final class Blip2QueriesWords {
  private static final int NAMED = 3;

  private Blip2QueriesWords() {}

  /** What there will be, before BLIP-2 is there. */
  public static String pending(Messages messages, QueryView view, String picture) {
    return messages.get(
        "blip2-queries.pending", query(view.query()), picture, place(messages, view));
  }

  /** What stands below while BLIP-2 is not there, when the site has brought results of it. */
  public static String baked(Messages messages, String picture) {
    return messages.get("blip2-queries.baked", picture);
  }

  /** From where the query takes most, and which other one it is most like. */
  public static String result(
      Messages messages, VisualQueries queries, Blip2Config config, QueryView view) {
    double[] row = view.looks(queries, config);
    double[] patches = AttentionView.patches(row);
    String most = TokenNames.list(messages, AttentionView.top(patches, NAMED, -1), patches, 1, 100);
    String looks =
        messages.get(
            "blip2-queries.result",
            place(messages, view),
            query(view.query()),
            ClipAttentionWords.percent(row[0]),
            most,
            ClipAttentionWords.percent(1.0 / row.length));
    double[] alike = QueryView.cosines(queries)[view.query() - 1];
    if (alike.length < 2) {
      return looks;
    }
    int nearest = AttentionView.top(alike, 1, view.query() - 1)[0];
    return looks
        + " "
        + messages.get(
            "blip2-queries.nearest",
            query(view.query()),
            query(nearest + 1),
            ClipStepsWords.cosine(alike[nearest]));
  }

  /** What a query is called: «Q5». */
  public static String query(int query) {
    return "Q" + query;
  }

  /** Which part of the attention a view shows: «la capa 11, media de las cabezas». */
  public static String place(Messages messages, QueryView view) {
    return view.isHead()
        ? messages.get("clip-attention.place.head", view.layer(), view.head())
        : messages.get("clip-attention.place.mean", view.layer());
  }

  /** How much the query takes from a token of the picture; 0 is [CLS]. */
  public static String weight(Messages messages, int query, int token, double weight) {
    return messages.get(
        "clip-attention.weight",
        query(query),
        TokenNames.of(token),
        ClipAttentionWords.percent(weight));
  }

  /** What a cell of the matrix of queries tells. */
  public static String cell(Messages messages, String matrix, int row, int column, double value) {
    return matrix.equals("cosine")
        ? messages.get(
            "blip2-queries.cell.cosine", query(row), query(column), Numbers.fixed(value, 2))
        : messages.get(
            "clip-attention.weight", query(row), query(column), ClipAttentionWords.percent(value));
  }

  /** From where the language model took what it needed for one token. */
  public static String sources(Messages messages, String token, WordSources sources, int depth) {
    int strongest = sources.strongest();
    return messages.get(
        "blip2-queries.sources",
        token,
        depth == 0
            ? messages.get("blip2-queries.depth.mean")
            : messages.get("blip2-queries.depth", depth),
        ClipAttentionWords.percent(sources.picture()),
        ClipAttentionWords.percent(sources.begin()),
        ClipAttentionWords.percent(sources.words()),
        query(strongest),
        ClipAttentionWords.percent(sources.queries()[strongest - 1]));
  }
}
