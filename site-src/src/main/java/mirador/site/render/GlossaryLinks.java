package mirador.site.render;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import mirador.site.parse.GlossaryEntry;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Links the first occurrence of each term in each section to the glossary, with its definition as a
 * tooltip. Headings, links, code, formulas and widgets are left alone.
 */
final class GlossaryLinks {
  private static final String LEFT_ALONE =
      "h1, h2, h3, h4, h5, h6, th, a, code, pre, math, svg, button, label, summary, figcaption,"
          + " .widget, .formula, [data-tex], [lang]";

  private final Map<String, GlossaryEntry> byForm = new HashMap<>();
  private final Map<String, String> definitions = new HashMap<>();
  private final String glossaryPage;
  private final Pattern terms;

  /**
   * @param glossaryPage name of the page's file
   */
  GlossaryLinks(List<GlossaryEntry> entries, String glossaryPage) {
    this.glossaryPage = glossaryPage;
    for (GlossaryEntry entry : entries) {
      entry.forms().forEach(form -> byForm.put(lower(form), entry));
      Element definition = PageBody.fragment(MarkdownHtml.inline(entry.definition())).body();
      definition.select("[data-tex]").forEach(math -> math.text(math.attr("data-tex")));
      definitions.put(entry.id(), definition.text());
    }
    String alternatives =
        byForm.keySet().stream()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
    terms =
        Pattern.compile(
            "(?<![\\p{L}\\p{N}-])(?:" + alternatives + ")(?![\\p{L}\\p{N}-])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /** Adds the links to the contents of an article. */
  void add(Element article) {
    if (byForm.isEmpty()) {
      return;
    }
    Set<String> seen = new HashSet<>();
    Map<String, Integer> uses = new HashMap<>();
    for (Element block : article.children()) {
      if (block.nameIs("h2")) {
        seen.clear();
      } else {
        visit(block, seen, uses);
      }
    }
  }

  private void visit(Element element, Set<String> seen, Map<String, Integer> uses) {
    if (element.is(LEFT_ALONE)) {
      return;
    }
    for (Node child : List.copyOf(element.childNodes())) {
      if (child instanceof TextNode text) {
        link(text, seen, uses);
      } else if (child instanceof Element inner) {
        visit(inner, seen, uses);
      }
    }
  }

  private void link(TextNode node, Set<String> seen, Map<String, Integer> uses) {
    String text = node.getWholeText();
    Matcher matcher = terms.matcher(text);
    int copied = 0;
    boolean linked = false;
    while (matcher.find()) {
      GlossaryEntry entry = byForm.get(lower(matcher.group()));
      if (entry == null || !seen.add(entry.id())) {
        continue;
      }
      node.before(new TextNode(text.substring(copied, matcher.start())));
      node.before(term(entry, matcher.group(), uses.merge(entry.id(), 1, Integer::sum)));
      copied = matcher.end();
      linked = true;
    }
    if (linked) {
      node.text(text.substring(copied));
    }
  }

  private Element term(GlossaryEntry entry, String written, int use) {
    String tip = "term-" + entry.id() + "-" + use;
    Element box = new Element("span").addClass("term-box");
    box.appendElement("a")
        .addClass("term")
        .attr("href", glossaryPage + "#" + entry.id())
        .attr("aria-describedby", tip)
        .text(written);
    box.appendElement("span")
        .attr("role", "tooltip")
        .id(tip)
        .addClass("term-tip")
        .text(definitions.get(entry.id()));
    return box;
  }
}
