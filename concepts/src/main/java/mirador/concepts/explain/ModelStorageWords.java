package mirador.concepts.explain;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.inference.ModelOffer;
import mirador.concepts.inference.ModelOffer.Origin;
import mirador.concepts.text.Messages;
import mirador.concepts.text.Numbers;

/** What models weigh, where they come from and what the browser keeps of them. */
public final class ModelStorageWords {
  private static final double MEGABYTE = 1e6;
  private static final int SMALL = 10;
  private static final int LARGE = 10_000;

  private ModelStorageWords() {}

  /** How much is kept; when it is nothing, what there is to get. */
  public static String result(Messages messages, List<ModelOffer> offers, int models, long bytes) {
    return models == 0
        ? messages.get("model-storage.result.none") + " " + offered(messages, offers)
        : messages.get("model-storage.result", models, megabytes(bytes));
  }

  /** What there is to get. */
  public static String offered(Messages messages, List<ModelOffer> offers) {
    if (offers.isEmpty()) {
      return messages.get("model-storage.no-offer");
    }
    List<String> sentences = new ArrayList<>();
    int miniatures = 0;
    for (ModelOffer offer : offers) {
      if (offer.miniature()) {
        miniatures++;
        sentences.add(
            messages.get(
                "model-storage.miniature",
                offer.title(),
                megabytes(offer.variants().get(0).bytes())));
        continue;
      }
      sentences.add(
          messages.get(
              "model-storage.offer",
              offer.title(),
              megabytes(offer.variants().get(0).bytes()),
              origins(messages, offer.origins())));
    }
    if (miniatures < offers.size()) {
      sentences.add(
          messages.get(
              miniatures > 0
                  ? "model-storage.others-when-asked"
                  : "model-storage.only-when-asked"));
    }
    return String.join(" ", sentences);
  }

  /** Where a model comes from. */
  public static String origins(Messages messages, List<Origin> origins) {
    List<String> names = new ArrayList<>();
    for (Origin origin : origins) {
      names.add(origin(messages, origin));
    }
    return String.join(", ", names);
  }

  /** What a server is called: its host, or the site itself. */
  public static String origin(Messages messages, Origin origin) {
    return origin.kind().equals(Origin.SITE)
        ? messages.get("model-storage.this-site")
        : origin.host();
  }

  /** A weight in megabytes of a million bytes: «155 MB», «1.4 MB»; in gigabytes from 10 on. */
  public static String megabytes(long bytes) {
    return bytes < LARGE * MEGABYTE
        ? Numbers.fixed(bytes / MEGABYTE, digits(bytes)) + " MB"
        : Numbers.fixed(bytes / MEGABYTE / 1000, 0) + " GB";
  }

  /** How much of a whole has come: «44 de 155 MB». */
  public static String progress(Messages messages, long done, long total) {
    return messages.get(
        "model-storage.progress", Numbers.fixed(done / MEGABYTE, digits(total)), megabytes(total));
  }

  private static int digits(long bytes) {
    return bytes < SMALL * MEGABYTE ? 1 : 0;
  }
}
