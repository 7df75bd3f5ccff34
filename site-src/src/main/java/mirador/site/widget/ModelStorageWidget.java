package mirador.site.widget;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.explain.ModelStorageWords;
import mirador.concepts.inference.ModelOffer;
import mirador.concepts.text.Messages;

/** What the offered models weigh and where they come from. */
final class ModelStorageWidget implements StaticWidget {
  @Override
  public String name() {
    return "model-storage";
  }

  @Override
  public String result(WidgetContext context) {
    return ModelStorageWords.offered(context.messages(), context.models());
  }

  @Override
  public Markup html(WidgetContext context) {
    Messages messages = context.messages();
    Markup stays = Markup.of("p", messages.get("model-storage.stays"));
    if (context.models().isEmpty()) {
      return stays;
    }
    List<List<String>> rows = new ArrayList<>();
    for (ModelOffer offer : context.models()) {
      for (ModelOffer.Variant variant : offer.variants()) {
        rows.add(
            List.of(
                offer.title(),
                variant.name(),
                ModelStorageWords.megabytes(variant.bytes()),
                ModelStorageWords.origins(messages, offer.origins())));
      }
    }
    return Markup.group(
        Tables.of(
            messages.get("model-storage.table"),
            List.of(
                messages.get("model-storage.column.model"),
                messages.get("model-storage.column.variant"),
                messages.get("model-storage.column.size"),
                messages.get("model-storage.column.from")),
            rows),
        stays);
  }
}
