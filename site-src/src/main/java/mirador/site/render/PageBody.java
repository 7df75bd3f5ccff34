package mirador.site.render;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import mirador.concepts.inference.ModelOffer;
import mirador.concepts.text.Messages;
import mirador.site.model.BakedModels;
import mirador.site.parse.Directive;
import mirador.site.parse.GlossaryEntry;
import mirador.site.parse.Heading;
import mirador.site.parse.Page;
import mirador.site.scan.CoursePicture;
import mirador.site.widget.Markup;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** The body of one page, from its Markdown tree to finished HTML but for formulas and tooltips. */
final class PageBody {
  private static final String FIGURE = "figura:";

  private final Page page;
  private final Map<String, String> outputs;
  private final Map<String, CoursePicture> pictures;
  private final Map<String, String> addresses;
  private final Messages messages;
  private final WidgetHtml widgets;

  /**
   * @param outputs names of the pages' files, by id
   * @param addresses of the pictures, by id
   * @param models that the course offers
   * @param baked the models whose files are there
   * @param mistakes what the results of each typical mistake are known by, by the id of its cell
   */
  PageBody(
      Page page,
      Map<String, String> outputs,
      Map<String, CoursePicture> pictures,
      Map<String, String> addresses,
      List<ModelOffer> models,
      BakedModels baked,
      Map<String, List<String>> mistakes,
      Messages messages) {
    this.page = page;
    this.outputs = outputs;
    this.pictures = pictures;
    this.addresses = addresses;
    this.messages = messages;
    this.widgets = new WidgetHtml(messages, pictures, addresses, models, baked, mistakes);
  }

  /** The contents of the article. */
  Element render() {
    Document document = fragment(MarkdownHtml.blocks(page.body()));
    Element body = document.body();
    headings(body);
    directives(body);
    if (page.isGlossary()) {
      otherForms(body);
    }
    finish(body);
    return body;
  }

  /** A piece of Markdown outside the body, such as an aim. */
  String inline(mirador.site.parse.Fragment fragment) {
    Element body = fragment(MarkdownHtml.inline(fragment)).body();
    finish(body);
    return body.html();
  }

  static Document fragment(String html) {
    Document document = Jsoup.parseBodyFragment(html);
    document.outputSettings().prettyPrint(false);
    return document;
  }

  private void headings(Element body) {
    Iterator<Heading> headings = page.headings().iterator();
    for (Element element : body.select("h1, h2, h3, h4, h5, h6")) {
      element.id(headings.next().id());
    }
  }

  private void directives(Element body) {
    int level = 1;
    for (Element element : body.select("h2, h3, h4, h5, [data-directive]")) {
      if (!element.hasAttr("data-directive")) {
        level = element.tagName().charAt(1) - '0';
        continue;
      }
      int offset = Integer.parseInt(element.attr("data-directive"));
      Markup html = directive(page.directives().get(offset), level + 1);
      element.before(html.toString());
      element.remove();
    }
  }

  private Markup directive(Directive directive, int level) {
    if (directive instanceof Directive.Widget widget) {
      return widgets.widget(widget, level);
    } else if (directive instanceof Directive.Question question) {
      return widgets.question(question, level);
    } else if (directive instanceof Directive.Prediction prediction) {
      return widgets.prediction(prediction, level);
    } else if (directive instanceof Directive.Exercise exercise) {
      return widgets.exercise(exercise, level);
    } else if (directive instanceof Directive.Code code) {
      return widgets.code(code, level);
    } else if (directive instanceof Directive.Formula formula) {
      return widgets.formula(formula);
    } else if (directive instanceof Directive.Note note) {
      return widgets.note(note);
    }
    throw new IllegalStateException("a directive of no known kind: " + directive);
  }

  /** Sets the line with a term's other forms apart from its definition. */
  private static void otherForms(Element body) {
    for (Element paragraph : body.select("h2 + p")) {
      if (!(paragraph.childNodeSize() > 0
          && paragraph.childNode(0) instanceof TextNode text
          && text.getWholeText().startsWith(GlossaryEntry.OTHER_FORMS))) {
        continue;
      }
      String whole = text.getWholeText();
      int end = whole.indexOf('\n');
      Element forms = new Element("p").addClass("other-forms");
      forms.text(end < 0 ? whole : whole.substring(0, end));
      paragraph.before(forms);
      text.text(end < 0 ? "" : whole.substring(end + 1));
      if (!paragraph.hasText()) {
        paragraph.remove();
      }
    }
  }

  private void finish(Element body) {
    body.select("a[href]").forEach(this::link);
    body.select("img[src^=" + FIGURE + "]").forEach(this::figure);
    body.select("table").forEach(this::table);
    body.select("div.footnotes").forEach(this::footnotes);
  }

  private void link(Element link) {
    String href = link.attr("href");
    if (href.matches("https?:.*")) {
      link.addClass("external").attr("rel", "noopener");
      return;
    }
    int end = href.length();
    for (char mark : new char[] {'#', '?'}) {
      int at = href.indexOf(mark);
      end = at >= 0 && at < end ? at : end;
    }
    String id = href.substring(0, end).replaceFirst("\\.(?:md|html)$", "");
    if (outputs.containsKey(id)) {
      link.attr("href", outputs.get(id) + href.substring(end));
    }
  }

  private void figure(Element image) {
    String id = image.attr("src").substring(FIGURE.length());
    CoursePicture picture = pictures.get(id);
    image.attr("src", addresses.get(id));
    image.attr("width", String.valueOf(picture.pixels().width()));
    image.attr("height", String.valueOf(picture.pixels().height()));
    image.attr("loading", "lazy").attr("decoding", "async");
    Element parent = image.parent();
    if (parent != null && parent.nameIs("p") && parent.childNodeSize() == 1) {
      Element figure = new Element("figure").addClass("picture");
      parent.replaceWith(figure);
      figure.appendChild(image);
      if (image.hasAttr("title")) {
        figure.appendElement("figcaption").text(image.attr("title"));
        image.removeAttr("title");
      }
    }
  }

  private void table(Element table) {
    // The corner above the row heads heads nothing.
    table.select("th").stream().filter(head -> !head.hasText()).forEach(head -> head.tagName("td"));
    if (table.closest(".scroll") != null) {
      return;
    }
    Element caption = table.selectFirst("caption");
    Element before = table.previousElementSiblings().select("h2, h3, h4").first();
    String label =
        caption != null
            ? caption.text()
            : before != null
                ? messages.get("table.labelled", before.text())
                : messages.get("table.label");
    Element scroll =
        new Element("div")
            .addClass("scroll")
            .attr("role", "group")
            .attr("tabindex", "0")
            .attr("aria-label", label);
    table.replaceWith(scroll);
    scroll.appendChild(table);
    table.select("th:not([scope])").attr("scope", "col");
  }

  private void footnotes(Element notes) {
    notes.tagName("section").attr("aria-label", messages.get("footnotes"));
    notes.select("hr").remove();
    notes.select("a.footnote-backref").attr("aria-label", messages.get("footnotes.back"));
  }
}
