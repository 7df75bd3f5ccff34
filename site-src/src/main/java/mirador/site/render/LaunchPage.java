package mirador.site.render;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import mirador.concepts.text.Messages;
import org.jsoup.Jsoup;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The page that a learning platform opens: the course in a frame, and the script that speaks with
 * the platform.
 *
 * @param html its text
 * @param script what it runs
 */
public record LaunchPage(String html, Asset script) {
  /** Its name, and what the course is told by its presence. */
  public static final String PATH = "scorm.html";

  /**
   * The launch page of a site.
   *
   * @throws IOException when a file cannot be read or Node cannot be run
   */
  public static LaunchPage of(RenderedSite site) throws IOException {
    byte[] source = java.nio.file.Files.readAllBytes(site.folder().platform());
    Asset script = new Asset("assets/scorm.js", site.folder().platformBundle().run(source));
    return new LaunchPage(html(site, script), script);
  }

  private static String html(RenderedSite site, Asset script) {
    Messages messages = site.messages();
    String title = site.config().title();
    String style = PageShell.resource("scorm.css").strip();
    Document document = Jsoup.parse(PageShell.resource("scorm.html"));
    document.outputSettings().prettyPrint(false);
    document.expectFirst("html").attr("lang", site.config().language());
    document.title(title + ": " + site.config().subtitle());
    document.expectFirst("[http-equiv]").attr("content", SecurityPolicy.ofLaunchPage(style));
    document.expectFirst("style").appendChild(new DataNode(style));
    document.expectFirst("noscript p").text(messages.get("scorm.noscript"));
    document.select("iframe").forEach(frame -> frame.attr("title", title));
    document.expectFirst("script").attr("src", script.href());
    Element body = document.body();
    body.attr("data-alone", messages.get("scorm.alone"));
    body.attr("data-refused", messages.get("scorm.refused", "{0}"));
    body.attr(
        "data-pages",
        site.pages().stream()
            .map(RenderedPage::path)
            .filter(path -> !path.equals("404.html"))
            .collect(Collectors.joining(" ")));
    return document.outerHtml();
  }

  /** The bytes of {@link #html}. */
  public byte[] bytes() {
    return html.getBytes(StandardCharsets.UTF_8);
  }
}
