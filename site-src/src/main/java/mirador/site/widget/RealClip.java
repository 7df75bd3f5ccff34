package mirador.site.widget;

import java.util.Optional;
import mirador.concepts.explain.ModelStorageWords;
import mirador.concepts.explain.Provenance;
import mirador.concepts.inference.ModelOffer;

/** What static widgets of CLIP share: marks of provenance, and what a reader needs to go on. */
final class RealClip {
  private static final String MODEL = "clip-vit-base-patch32";

  private RealClip() {}

  /**
   * The mark over a result: a word and a sign.
   *
   * @param model which one, or ""
   */
  static Markup mark(WidgetContext context, Provenance provenance, String model) {
    return Markup.of("p", provenance.text(context.messages(), model))
        .classes(provenance.cssClass());
  }

  /**
   * What CLIP computed while the site was built, under its mark; the live widget keeps it until the
   * page's own CLIP is ready.
   *
   * @throws java.util.NoSuchElementException when there is no CLIP at build time
   */
  static Markup baked(WidgetContext context, String sentence, Markup... content) {
    return Markup.of("div")
        .classes("baked")
        .with("data-baked", "")
        .add(
            mark(context, Provenance.BAKED, context.clip().orElseThrow().title()),
            Markup.of("p", sentence))
        .add(content);
  }

  /** Says what the widget needs to compute here; the live widget lays the model's bar instead. */
  static Markup needs(WidgetContext context) {
    Optional<ModelOffer> offer =
        context.models().stream().filter(one -> one.name().equals(MODEL)).findFirst();
    String text =
        offer
            .map(
                model ->
                    context
                        .messages()
                        .get(
                            "real-clip.needs",
                            model.title(),
                            ModelStorageWords.megabytes(model.variants().get(0).bytes())))
            .orElseGet(() -> context.messages().get("real-clip.not-offered", "CLIP"));
    return Markup.of("p", text).classes("clip-needs");
  }
}
