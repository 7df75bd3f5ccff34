package mirador.site.widget;

import mirador.concepts.text.Numbers;

/** A share from 0 to 1 as a bar with its number. */
final class BarHtml {
  private BarHtml() {}

  /**
   * A bar.
   *
   * @param kind its class: "bar-text", "bar-image" or "bar-score"
   * @param digits decimals of the number; a 0 is written alone when there are none to show
   */
  static Markup of(String kind, double share, int digits) {
    return of(kind, share, Numbers.fixed(share, digits));
  }

  /** A bar with words of its own. */
  static Markup of(String kind, double share, String value) {
    Markup drawing =
        Markup.svg(100, 10)
            .with("preserveAspectRatio", "none")
            .with("aria-hidden", "true")
            .add(Markup.of("rect").with("width", Math.min(1, share) * 100).with("height", 10));
    return Markup.of("span")
        .classes("bar " + kind)
        .add(drawing, Markup.of("span", value).classes("bar-value"));
  }
}
