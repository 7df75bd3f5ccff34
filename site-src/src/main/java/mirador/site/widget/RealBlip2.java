package mirador.site.widget;

import java.util.List;
import java.util.Optional;
import mirador.concepts.blip2.WrittenToken;
import mirador.concepts.explain.ModelStorageWords;
import mirador.concepts.explain.WrittenWords;
import mirador.concepts.inference.ModelOffer;
import mirador.concepts.text.Messages;
import mirador.site.model.KnownModel;

/** What static widgets of BLIP-2 share. */
final class RealBlip2 {
  private RealBlip2() {}

  /**
   * What BLIP-2 computed while the site was built.
   *
   * @throws java.util.NoSuchElementException when there is no BLIP-2 at build time
   */
  static Markup baked(WidgetContext context, String sentence, Markup... content) {
    return RealModel.baked(context, context.blip2().orElseThrow().title(), sentence, content);
  }

  /** Says what it needs to run here. */
  static Markup needs(WidgetContext context) {
    Optional<ModelOffer> offer = RealModel.offer(context, KnownModel.BLIP2);
    Optional<ModelOffer> miniature = context.miniature("blip2");
    if (miniature.isPresent()) {
      return RealModel.startsBy(context, miniature.get(), offer);
    }
    return RealModel.needs(
        offer
            .map(model -> needs(context.messages(), model))
            .orElseGet(() -> context.messages().get("real-clip.not-offered", "BLIP-2")));
  }

  private static String needs(Messages messages, ModelOffer model) {
    List<ModelOffer.Variant> variants = model.variants();
    return messages.get(
        "real-blip2.needs",
        model.title(),
        ModelStorageWords.megabytes(variants.get(0).bytes()),
        ModelStorageWords.megabytes(variants.get(variants.size() - 1).bytes()));
  }

  /** A text token by token, each with its probability. */
  static Markup pills(Messages messages, List<WrittenToken> tokens) {
    Markup pills = Markup.of("ol").classes("token-pills");
    for (int i = 0; i < tokens.size(); i++) {
      Markup pill =
          Markup.of("span")
              .classes("text-token token-pill")
              .add(
                  Markup.of("span", WrittenWords.token(messages, tokens, i))
                      .with("lang", tokens.get(i).end() ? "" : "en"));
      String probability = WrittenWords.probability(messages, tokens.get(i));
      if (!probability.isEmpty()) {
        pill.add(Markup.of("span", probability).classes("token-probability"));
      }
      pills.add(Markup.of("li").add(pill));
    }
    return pills;
  }
}
