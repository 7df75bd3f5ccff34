package mirador.web;

import mirador.web.model.ModelServices;
import mirador.web.page.Turns;
import mirador.web.widget.Mounter;
import mirador.web.widgets.ModelCatalogue;

/**
 * The entry point of the page's second script: real models and their widgets. It comes later than
 * {@link Main} or not at all; everything else on the page is there and alive by then.
 */
public final class ModelsMain {
  private ModelsMain() {}

  public static void main(String[] args) {
    Turns.add(ModelServices::serve);
    Turns.add(() -> Mounter.mountAll(ModelCatalogue.all()));
  }
}
