package mirador.site.parse;

import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import java.util.ArrayList;
import java.util.List;
import mirador.site.problem.Place;

/**
 * A piece of Markdown: the body of a page, or a text inside a directive.
 *
 * @param place of its first line
 */
public record Fragment(Place place, String text, Document tree) {
  /** Reads Markdown whose first line stands at {@code place}. */
  public static Fragment of(Place place, String text) {
    return new Fragment(place, text, Markdown.parse(text));
  }

  /** The line a node of this fragment starts at. */
  public Place placeOf(Node node) {
    return place.plus(tree.getLineNumber(node.getStartOffset()));
  }

  /** Every node of a kind, in reading order. */
  public <T extends Node> List<T> nodes(Class<T> kind) {
    List<T> found = new ArrayList<>();
    for (Node node : tree.getDescendants()) {
      if (kind.isInstance(node)) {
        found.add(kind.cast(node));
      }
    }
    return found;
  }
}
