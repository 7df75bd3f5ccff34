package mirador.site.render;

import java.util.ArrayList;
import java.util.List;
import mirador.site.parse.Page;
import org.jsoup.nodes.Element;

/** The texts a learner can search, one entry per section. */
final class SearchIndex {
  /**
   * One section.
   *
   * @param href address of the section, relative to the root
   * @param page title of its page
   * @param title of the section; the page's own for what stands before the first heading
   */
  record Entry(String href, String page, String title, String text) {}

  private static final String NOT_SEARCHED =
      ".term-tip, svg, details, .widget-about, .widget-presets, button, .footnotes";

  private SearchIndex() {}

  static List<Entry> of(Page page, Element article) {
    List<Entry> entries = new ArrayList<>();
    String title = page.front().title();
    String anchor = "";
    StringBuilder text =
        new StringBuilder(page.front().question()).append(' ').append(page.front().summary());
    for (Element block : article.children()) {
      if (block.is("h2, h3")) {
        add(entries, page, title, anchor, text);
        title = block.text();
        anchor = "#" + block.id();
      } else {
        Element copy = block.clone();
        copy.select(NOT_SEARCHED).remove();
        copy.select("math").forEach(math -> math.text(math.attr("alttext")));
        text.append(' ').append(copy.text());
      }
    }
    add(entries, page, title, anchor, text);
    return entries;
  }

  private static void add(
      List<Entry> entries, Page page, String title, String anchor, StringBuilder text) {
    entries.add(
        new Entry(
            page.output() + anchor,
            page.front().title(),
            title,
            text.toString().strip().replaceAll("\\s+", " ")));
    text.setLength(0);
  }
}
