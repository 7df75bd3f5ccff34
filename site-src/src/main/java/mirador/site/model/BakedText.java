package mirador.site.model;

import java.util.List;
import mirador.concepts.blip2.WrittenToken;

/**
 * What BLIP-2 wrote while the site was built.
 *
 * @param text without white space around it
 * @param ended whether it ended by itself
 */
public record BakedText(String text, boolean ended, List<WrittenToken> tokens) {
  public BakedText {
    tokens = List.copyOf(tokens);
  }
}
