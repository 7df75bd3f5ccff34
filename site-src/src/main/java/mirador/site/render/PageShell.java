package mirador.site.render;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mirador.concepts.course.WidgetCatalogue;
import mirador.concepts.text.Messages;
import mirador.site.parse.Course;
import mirador.site.parse.Page;
import mirador.site.scan.CourseConfig;
import org.jsoup.Jsoup;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Everything around an article: {@code page.html}, its slots filled. */
final class PageShell {
  private static final int MIN_TOC = 2;

  private final Course course;
  private final Messages messages;
  private final CourseConfig config;
  private final String version;
  private final Map<String, String> addresses;
  private final String template = resource("page.html");
  private final String headScript = resource("head.js").strip();

  /**
   * @param addresses of the shared files, by what they are: styles, boot, font, scripts, models
   */
  PageShell(Course course, String version, Map<String, String> addresses) {
    this.course = course;
    this.messages = course.sources().messages();
    this.config = course.sources().config();
    this.version = version;
    this.addresses = addresses;
  }

  static String resource(String name) {
    try (InputStream in = PageShell.class.getResourceAsStream("/mirador/site/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("cannot read the template " + name, e);
    }
  }

  /**
   * The page as text.
   *
   * @param head title and aims
   * @param body the contents of its article
   */
  String page(Page page, Element head, Element body) {
    Document document = Jsoup.parse(template);
    document.outputSettings().prettyPrint(false);
    document.expectFirst("html").attr("lang", config.language());
    document.body().attr("data-page", page.id()).attr("data-root", "./");
    words(document);
    head(document, page);
    slot(document, "lessons").html(lessons(page));
    slot(document, "pages").html(otherPages(page));
    toc(document, page);
    slot(document, "head").replaceWith(head);
    Element article = slot(document, "body");
    article.insertChildren(0, new ArrayList<>(body.childNodes()));
    if (usesModel(article)) {
      document.expectFirst("[data-scripts]").attr("data-models", addresses.get("models"));
    }
    pager(document, page);
    footer(document);
    languages(document);
    document.select("[data-slot]").removeAttr("data-slot");
    return document.outerHtml();
  }

  /** Whether a page has widgets of the second script, which it then may ask for. */
  private static boolean usesModel(Element article) {
    return article.select("[data-widget]").stream()
        .anyMatch(section -> WidgetCatalogue.get(section.attr("data-widget")).usesModel());
  }

  private static Element slot(Document document, String name) {
    return document.expectFirst("[data-slot=" + name + "]");
  }

  private void words(Document document) {
    for (Element element : document.select("[data-text]")) {
      element.text(messages.get(element.attr("data-text"))).removeAttr("data-text");
    }
    for (Element element : document.select("[data-label]")) {
      element.attr("aria-label", messages.get(element.attr("data-label"))).removeAttr("data-label");
    }
    for (Element element : document.select("[data-placeholder]")) {
      element
          .attr("placeholder", messages.get(element.attr("data-placeholder")))
          .removeAttr("data-placeholder");
    }
    for (Element element : document.select("[data-slot=site-title]")) {
      if (element.nameIs("meta")) {
        element.attr("content", config.title());
      } else {
        element.text(config.title());
      }
    }
  }

  private boolean isHome(Page page) {
    return page.output().equals("index.html");
  }

  private void head(Document document, Page page) {
    String title = isHome(page) ? config.title() + ": " + config.subtitle() : page.front().title();
    document.title(isHome(page) ? title : title + " · " + config.title());
    slot(document, "policy")
        .attr("content", SecurityPolicy.of(config.models().connections(), headScript));
    String description = isHome(page) ? config.description() : page.front().summary();
    document
        .select("[data-slot=description]")
        .forEach(element -> element.attr("content", description));
    slot(document, "og-title").attr("content", title);
    slot(document, "locale").attr("content", config.lessonLanguage());
    slot(document, "head-script")
        .attr("data-font", addresses.get("font"))
        .appendChild(new DataNode(headScript));
    slot(document, "styles").attr("href", addresses.get("styles"));
    slot(document, "boot")
        .attr("src", addresses.get("boot"))
        .attr("data-scripts", addresses.get("scripts"));
    config
        .url()
        .ifPresent(
            url -> {
              String address = url + (isHome(page) ? "" : page.output());
              Element head = document.head();
              head.appendElement("link").attr("rel", "canonical").attr("href", address);
              meta(head, "og:url", address);
              meta(head, "og:image", url + "icons/preview.png");
            });
  }

  private static void meta(Element head, String property, String content) {
    head.appendElement("meta").attr("property", property).attr("content", content);
  }

  private String lessons(Page current) {
    StringBuilder list = new StringBuilder();
    int number = 0;
    for (Page lesson : course.lessons()) {
      Element item = new Element("li");
      Element link = item.appendElement("a").attr("href", lesson.output());
      link.appendElement("span").addClass("nav-number").text(String.valueOf(number++));
      link.appendElement("span").addClass("nav-title").text(lesson.front().title());
      link.appendElement("span").addClass("nav-progress").attr("data-progress", lesson.id());
      mark(link, lesson, current);
      list.append(item.outerHtml());
    }
    return list.toString();
  }

  private String otherPages(Page current) {
    StringBuilder list = new StringBuilder();
    for (Page page : course.pages()) {
      Element item = new Element("li");
      Element link = item.appendElement("a").attr("href", page.output()).text(page.front().title());
      mark(link, page, current);
      list.append(item.outerHtml());
    }
    return list.toString();
  }

  private static void mark(Element link, Page page, Page current) {
    if (page.equals(current)) {
      link.attr("aria-current", "page");
    }
  }

  private static void toc(Document document, Page page) {
    Element list = slot(document, "toc");
    Element inner = null;
    int top = 0;
    for (mirador.site.parse.Heading heading : page.headings()) {
      if (heading.level() > 3) {
        continue;
      }
      Element item = new Element("li");
      item.appendElement("a").attr("href", "#" + heading.id()).text(heading.text());
      if (heading.level() == 2) {
        list.appendChild(item);
        inner = null;
        top++;
      } else if (list.lastElementChild() != null) {
        if (inner == null) {
          inner = list.lastElementChild().appendElement("ol");
        }
        inner.appendChild(item);
      }
    }
    if (top < MIN_TOC) {
      document.select("#page-toc, [popovertarget=page-toc]").remove();
    }
  }

  private void pager(Document document, Page page) {
    Element pager = slot(document, "pager");
    List<Page> lessons = course.lessons();
    int at = lessons.indexOf(page);
    if (at < 0) {
      pager.remove();
      return;
    }
    if (at > 0) {
      neighbour(pager, lessons.get(at - 1), "prev", messages.get("nav.previous"));
    }
    if (at + 1 < lessons.size()) {
      neighbour(pager, lessons.get(at + 1), "next", messages.get("nav.next"));
    }
    if (pager.childrenSize() == 0) {
      pager.remove();
    }
  }

  private static void neighbour(Element pager, Page page, String relation, String word) {
    Element link =
        pager
            .appendElement("a")
            .addClass("pager-" + relation)
            .attr("rel", relation)
            .attr("href", page.output());
    link.appendElement("span").addClass("pager-word").text(word);
    link.appendElement("span").addClass("pager-title").text(page.front().title());
  }

  /** Says which parts are in the lessons' language, where it is not the interface's. */
  private void languages(Document document) {
    if (config.lessonLanguage().equals(config.language())) {
      return;
    }
    document
        .select("article, .nav-title, [data-slot=pages], [data-slot=toc], .pager-title")
        .attr("lang", config.lessonLanguage());
    document.select("article .widget[data-settings]").attr("lang", config.language());
  }

  private void footer(Document document) {
    Element author = slot(document, "author");
    if (config.author().isEmpty()) {
      author.remove();
    } else {
      author.text(messages.get("footer.author", config.author()));
    }
    slot(document, "version").text(messages.get("footer.version", version));
    Element repository = slot(document, "repository");
    if (config.repository().isPresent()) {
      repository.attr("href", config.repository().get()).attr("rel", "noopener");
    } else {
      repository.remove();
    }
    slot(document, "offline")
        .attr("data-file", messages.get("footer.offline-file"))
        .attr("data-ready", messages.get("footer.offline-ready"));
  }
}
