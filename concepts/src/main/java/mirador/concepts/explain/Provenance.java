package mirador.concepts.explain;

import mirador.concepts.text.Messages;

/** Where a shown number comes from. Every result of a model carries one of these marks. */
public enum Provenance {
  /** The model of this page computed it. */
  LIVE("live"),
  /** The model computed it while the site was built. */
  BAKED("baked"),
  /** The model of nine words computed it. */
  SYMBOLIC("symbolic");

  private final String code;

  Provenance(String code) {
    this.code = code;
  }

  /** Its classes in the style sheet: they give it its colour and its sign. */
  public String cssClass() {
    return "provenance provenance-" + code;
  }

  /**
   * What the mark says: «precalculado · clip-vit-base-patch32, int8».
   *
   * @param model which one, or "" where one would not say more
   */
  public String text(Messages messages, String model) {
    String name = messages.get("provenance." + code);
    return model.isEmpty() ? name : messages.get("provenance.of", name, model);
  }
}
