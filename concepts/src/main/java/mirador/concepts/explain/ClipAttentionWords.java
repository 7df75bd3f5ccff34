package mirador.concepts.explain;

import mirador.concepts.text.Messages;
import mirador.concepts.text.Numbers;
import mirador.concepts.vit.AttentionMaps;
import mirador.concepts.vit.AttentionView;

/** Where CLIP's image encoder looks (sections 1.0 and 1.3 of the notebook). */
public final class ClipAttentionWords {
  private static final int NAMED = 3;

  private ClipAttentionWords() {}

  /** What there will be to see, before CLIP is there. */
  public static String pending(Messages messages, AttentionView view, String picture) {
    return messages.get(
        "clip-attention.pending", TokenNames.of(view.from()), picture, place(messages, view, 0));
  }

  /** What stands below while CLIP is not there, when the site has brought results of it. */
  public static String baked(Messages messages, String picture) {
    return messages.get("clip-attention.baked", picture);
  }

  /** From where the token takes most, and how much. */
  public static String result(Messages messages, AttentionMaps maps, AttentionView view) {
    double[] row = view.row(maps);
    double[] patches = AttentionView.patches(row);
    int[] top = AttentionView.top(patches, NAMED, view.from() - 1);
    String place = place(messages, view, maps.heads());
    String most = TokenNames.list(messages, top, patches, 1, 100);
    String even = percent(1.0 / row.length);
    double own = row[view.from()];
    if (view.from() == 0) {
      return messages.get(
          "clip-attention.result.cls", place, percent(own), percent(1 - own), most, even);
    }
    return messages.get(
        "clip-attention.result.patch",
        place,
        TokenNames.of(view.from()),
        percent(own),
        percent(row[0]),
        most,
        even);
  }

  /** Which part of the attention a view shows: «la capa 12, media de las 12 cabezas». */
  public static String place(Messages messages, AttentionView view, int heads) {
    if (view.isHead()) {
      return messages.get("clip-attention.place.head", view.layer(), view.head());
    }
    if (view.mix().equals(AttentionView.ROLLOUT)) {
      return messages.get("clip-attention.place.rollout", view.layer());
    }
    return heads == 0
        ? messages.get("clip-attention.place.mean", view.layer())
        : messages.get("clip-attention.place.mean-of", view.layer(), heads);
  }

  /** What a choice of heads is called. */
  public static String mix(Messages messages, String mix) {
    return mix.equals(AttentionView.MEAN) || mix.equals(AttentionView.ROLLOUT)
        ? messages.get("clip-attention.mix." + mix)
        : messages.get("clip-attention.mix.head", mix);
  }

  /** How much one token takes from another. */
  public static String weight(Messages messages, int from, int to, double weight) {
    return messages.get(
        "clip-attention.weight", TokenNames.of(from), TokenNames.of(to), percent(weight));
  }

  /** A weight in percent, without the sign. */
  public static String percent(double weight) {
    return Numbers.fixed(100 * weight, 1);
  }
}
