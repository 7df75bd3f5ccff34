package mirador.site.widget;

import java.util.Optional;
import mirador.concepts.explain.ModelStorageWords;
import mirador.concepts.explain.Provenance;
import mirador.concepts.inference.ModelOffer;

/** What static widgets of any real model share: marks of provenance, and what it needs. */
final class RealModel {
  private RealModel() {}

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
   * What a model computed while the site was built, under its mark; the live widget keeps it until
   * the page's own model is ready; beside what the small model says it keeps that of a large one.
   *
   * @param model which one
   */
  static Markup baked(WidgetContext context, String model, String sentence, Markup... content) {
    return Markup.of("div")
        .classes("baked")
        .with("data-baked", isMiniature(context, model) ? "miniature" : "")
        .add(mark(context, Provenance.BAKED, model), Markup.of("p", sentence))
        .add(content);
  }

  private static boolean isMiniature(WidgetContext context, String model) {
    return context.models().stream().anyMatch(one -> one.miniature() && one.title().equals(model));
  }

  /** The offer of this name. */
  static Optional<ModelOffer> offer(WidgetContext context, String model) {
    return context.models().stream().filter(one -> one.name().equals(model)).findFirst();
  }

  /**
   * Says which small model a widget starts with, and which large one it can be changed for; the
   * live widget lays the models' bar instead.
   */
  static Markup startsBy(WidgetContext context, ModelOffer small, Optional<ModelOffer> large) {
    String text =
        context
            .messages()
            .get(
                "real-model.starts",
                small.title(),
                ModelStorageWords.megabytes(small.variants().get(0).bytes()));
    return needs(
        large
            .map(
                model ->
                    text
                        + " "
                        + context
                            .messages()
                            .get(
                                "real-model.change",
                                model.title(),
                                ModelStorageWords.megabytes(model.variants().get(0).bytes())))
            .orElse(text));
  }

  /** Says what a widget needs to compute here; the live widget lays the model's bar instead. */
  static Markup needs(String text) {
    return Markup.of("p", text).classes("clip-needs");
  }
}
