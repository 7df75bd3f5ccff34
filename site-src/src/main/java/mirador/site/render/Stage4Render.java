package mirador.site.render;

import com.vladsch.flexmark.ext.gitlab.GitLabInlineMath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import mirador.concepts.inference.InferenceException;
import mirador.concepts.inference.ModelOffer;
import mirador.models.folder.ModelFolderException;
import mirador.site.model.BakedBlip2;
import mirador.site.model.BakedClip;
import mirador.site.model.BakedModels;
import mirador.site.model.KnownModel;
import mirador.site.model.Miniature;
import mirador.site.node.KeptScript;
import mirador.site.node.NodeScript;
import mirador.site.parse.Course;
import mirador.site.parse.Directive;
import mirador.site.parse.Page;
import mirador.site.problem.Place;
import mirador.site.problem.Problems;
import mirador.site.scan.CourseConfig;
import mirador.site.scan.CourseFolder;
import mirador.site.scan.Sources;
import org.jsoup.Jsoup;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Makes every file of the site, in memory. */
public final class Stage4Render {
  private record Article(Page page, Element head, Element body) {}

  private final Course course;
  private final Map<String, List<String>> mistakes;
  private final Sources sources;
  private final Problems problems;
  private final String version;
  private final List<Asset> assets = new ArrayList<>();
  private final Map<String, Asset> pictures = new LinkedHashMap<>();
  private final Map<String, Asset> pictureScripts = new LinkedHashMap<>();

  private Stage4Render(
      Course course, Map<String, List<String>> mistakes, String version, Problems problems) {
    this.course = course;
    this.mistakes = mistakes;
    this.sources = course.sources();
    this.version = version;
    this.problems = problems;
  }

  /**
   * Renders the site.
   *
   * @param mistakes what the results of each typical mistake are known by, by the id of its cell
   * @throws IOException when a file cannot be read or Node cannot be run
   */
  public static RenderedSite run(
      Course course, Map<String, List<String>> mistakes, String version, Problems problems)
      throws IOException {
    return new Stage4Render(course, mistakes, version, problems).site();
  }

  private RenderedSite site() throws IOException {
    pictures();
    List<Article> articles = articles();
    List<SearchIndex.Entry> index = new ArrayList<>();
    articles.forEach(article -> index.addAll(SearchIndex.of(article.page(), article.body())));
    assets.add(CourseData.searchIndex(index));

    String css = styles();
    Map<String, String> addresses = new HashMap<>();
    addresses.put("styles", add(Asset.of("assets/site.css", css)));
    RuntimeAssets runtime = RuntimeAssets.of(sources.folder());
    assets.addAll(runtime.assets());
    Map<String, Object> later = new LinkedHashMap<>(runtime.addresses());
    later.put("checks", add(CourseData.checks(course, mistakes)));
    List<MiniatureAssets> miniatures = miniatures();
    Asset data = CourseData.course(course, version, pictures, pictureScripts, later, miniatures);
    String page = compiled("assets/mirador.js", sources.pageScript());
    addresses.put("scripts", add(data) + " " + page);
    addresses.put("models", compiled("assets/models.js", sources.folder().modelsScript()));
    List<Asset> files = new ArrayList<>();
    for (Path script : sources.scripts()) {
      String name = script.getFileName().toString();
      if (name.equals("sw.js")) {
        files.add(new Asset(name, Files.readAllBytes(script)));
      } else {
        addresses.put(
            name.substring(0, name.length() - ".js".length()),
            add(new Asset("assets/" + name, Files.readAllBytes(script))));
      }
    }
    addresses.put("font", fontAddress());

    PageShell shell = new PageShell(course, version, addresses);
    List<RenderedPage> pages = new ArrayList<>();
    for (Article article : articles) {
      pages.add(
          new RenderedPage(
              article.page().output(), shell.page(article.page(), article.head(), article.body())));
    }
    pages.add(new RenderedPage("404.html", missing()));
    files.add(Asset.of("assets/hub.html", PageShell.resource("hub.html")));
    files.addAll(Icons.all(sources.pictures().values()));
    files.addAll(descriptions());
    return new RenderedSite(
        sources.folder(), sources.config(), sources.messages(), pages, assets, files, miniatures);
  }

  private List<MiniatureAssets> miniatures() throws IOException {
    List<MiniatureAssets> all = new ArrayList<>();
    for (Miniature miniature : sources.miniatures()) {
      try {
        all.add(MiniatureAssets.of(miniature, sources.folder().miniaturePacks()));
      } catch (ModelFolderException damaged) {
        problems.add(Place.of("miniatures/" + miniature.name()), damaged.getMessage());
      }
    }
    return all;
  }

  /** A script of the page as it is published: TeaVM's, cut into parts and made small. */
  private String compiled(String path, Path script) throws IOException {
    CourseFolder folder = sources.folder();
    KeptScript maker = new KeptScript(folder.partsScript(), List.of(), folder.pageScripts(), ".js");
    return add(new Asset(path, maker.run(Files.readAllBytes(script))));
  }

  private String add(Asset asset) {
    assets.add(asset);
    return asset.href();
  }

  private void pictures() {
    sources
        .pictures()
        .forEach(
            (id, picture) -> {
              Asset file = new Asset("assets/pictures/" + picture.file(), picture.bytes());
              Asset script = CourseData.pictureScript(picture);
              pictures.put(id, file);
              pictureScripts.put(id, script);
              assets.add(file);
              assets.add(script);
            });
  }

  private List<Article> articles() throws IOException {
    BakedModels baked = BakedModels.NONE;
    try {
      baked = new BakedModels(bakedClip(), bakedBlip2());
      return articles(baked);
    } catch (ModelFolderException | InferenceException e) {
      problems.add(Place.of("model"), e.getMessage() + ": fetch it again, or take the folder away");
      return List.of();
    } finally {
      baked.close();
    }
  }

  /** The large model where whoever teaches put its files, or else the small one of the course. */
  private Optional<BakedClip> bakedClip() throws IOException {
    Optional<BakedClip> large = BakedClip.find(folders(KnownModel.CLIP));
    Optional<Miniature> miniature = Miniature.find(sources.miniatures(), "clip");
    return large.isEmpty() && miniature.isPresent()
        ? Optional.of(BakedClip.of(miniature.get()))
        : large;
  }

  private Optional<BakedBlip2> bakedBlip2() throws IOException {
    Path kept = sources.folder().bakedResults();
    Optional<BakedBlip2> large = BakedBlip2.find(folders(KnownModel.BLIP2), kept);
    Optional<Miniature> miniature = Miniature.find(sources.miniatures(), "blip2");
    return large.isEmpty() && miniature.isPresent()
        ? Optional.of(BakedBlip2.of(miniature.get(), kept))
        : large;
  }

  private List<ModelOffer> offers() {
    List<ModelOffer> offers = new ArrayList<>(sources.config().models().offers());
    sources.miniatures().forEach(miniature -> offers.add(miniature.offer()));
    return offers;
  }

  /** Where the files of a model may lie; nowhere when the course does not offer it. */
  private List<Path> folders(String model) {
    boolean offered =
        sources.config().models().offers().stream().anyMatch(one -> one.name().equals(model));
    return offered ? sources.folder().modelFolders(model) : List.of();
  }

  private List<Article> articles(BakedModels baked) throws IOException {
    Map<String, String> outputs = new HashMap<>();
    course.all().forEach(page -> outputs.put(page.id(), page.output()));
    Map<String, String> addresses = new HashMap<>();
    pictures.forEach((id, asset) -> addresses.put(id, asset.href()));
    String glossaryPage =
        course.pages().stream().filter(Page::isGlossary).map(Page::output).findFirst().orElse("");
    GlossaryLinks glossary = new GlossaryLinks(course.glossary(), glossaryPage);
    List<Article> articles = new ArrayList<>();
    for (Page page : course.all()) {
      PageBody lines =
          new PageBody(
              page,
              outputs,
              sources.pictures(),
              addresses,
              offers(),
              baked,
              mistakes,
              sources.messages());
      Element body = lines.render();
      if (!page.isGlossary()) {
        glossary.add(body);
      }
      if (page.output().equals("index.html") && course.lessons().size() > 1) {
        body.appendChild(PageHead.lessonCards(course));
      }
      articles.add(new Article(page, PageHead.of(page, course, lines), body));
    }
    Formulas formulas =
        new Formulas(new NodeScript(sources.folder().formulaScript()), formulaPlaces(), problems);
    formulas.fill(
        articles.stream().flatMap(article -> Stream.of(article.head(), article.body())).toList());
    return articles;
  }

  /** Where each TeX text stands first. */
  private Map<String, Place> formulaPlaces() {
    Map<String, Place> places = new HashMap<>();
    for (Page page : course.all()) {
      page.fragments()
          .forEach(
              fragment ->
                  fragment
                      .nodes(GitLabInlineMath.class)
                      .forEach(
                          node ->
                              places.putIfAbsent(
                                  node.getText().toString(), fragment.placeOf(node))));
      for (Directive directive : page.directives().values()) {
        if (directive instanceof Directive.Formula formula) {
          places.putIfAbsent(formula.tex(), formula.place().plus(1));
          formula.symbols().forEach(symbol -> places.putIfAbsent(symbol.tex(), symbol.place()));
        }
      }
    }
    return places;
  }

  /** All style sheets as one, with the fonts' addresses filled in. */
  private String styles() throws IOException {
    StringBuilder css = new StringBuilder();
    for (Path style : sources.styles()) {
      css.append(Files.readString(style).replaceAll("(?s)/\\*.*?\\*/", "")).append('\n');
    }
    String all = css.toString().replaceAll("(?m)^\\s+|\\s+$", "");
    for (Path font : sources.fonts()) {
      Asset asset = fontAsset(font);
      assets.add(asset);
      String relative = asset.href().substring("assets/".length());
      all = all.replace("fonts/" + font.getFileName(), relative);
    }
    return all;
  }

  private static Asset fontAsset(Path font) throws IOException {
    return new Asset("assets/fonts/" + font.getFileName(), Files.readAllBytes(font));
  }

  private String fontAddress() throws IOException {
    return fontAsset(sources.fonts().get(0)).href();
  }

  /**
   * The page a server shows for an unknown address, at any depth: it stands alone, and its way home
   * is absolute where the course knows its own address.
   */
  private String missing() {
    CourseConfig config = sources.config();
    String style = PageShell.resource("missing.css").strip();
    Document document = Jsoup.parse(PageShell.resource("missing.html"));
    document.outputSettings().prettyPrint(false);
    document.expectFirst("html").attr("lang", config.language());
    document.title(sources.messages().get("missing.title") + " · " + config.title());
    document.expectFirst("[http-equiv]").attr("content", SecurityPolicy.withInlineStyle(style));
    document.expectFirst("style").appendChild(new DataNode(style));
    document.expectFirst("h1").text(sources.messages().get("missing.title"));
    document.expectFirst("p").text(sources.messages().get("missing.text"));
    document
        .expectFirst("a")
        .attr("href", config.url().orElse("./"))
        .text(sources.messages().get("missing.home"));
    return document.outerHtml();
  }

  private List<Asset> descriptions() {
    CourseConfig config = sources.config();
    List<Asset> files = new ArrayList<>();
    Map<String, Object> manifest = new LinkedHashMap<>();
    manifest.put("name", config.title() + ": " + config.subtitle());
    manifest.put("short_name", config.title());
    manifest.put("description", config.description());
    manifest.put("lang", config.lessonLanguage());
    manifest.put("start_url", "./index.html");
    manifest.put("scope", "./");
    manifest.put("display", "standalone");
    manifest.put("background_color", "#fbfaf7");
    manifest.put("theme_color", "#0b4f4c");
    manifest.put(
        "icons",
        List.of(
            icon("favicon.svg", "any", "image/svg+xml", "any"),
            icon("icons/icon-192.png", "192x192", "image/png", "any"),
            icon("icons/icon-512.png", "512x512", "image/png", "any"),
            icon("icons/maskable-512.png", "512x512", "image/png", "maskable")));
    files.add(Asset.of("manifest.webmanifest", CourseData.json(manifest)));
    files.add(
        Asset.of(
            "robots.txt",
            "User-agent: *\nAllow: /\n"
                + config.url().map(url -> "Sitemap: " + url + "sitemap.xml\n").orElse("")));
    config.url().ifPresent(url -> files.add(Asset.of("sitemap.xml", siteMap(url))));
    return files;
  }

  private static Map<String, String> icon(String src, String sizes, String type, String purpose) {
    Map<String, String> icon = new LinkedHashMap<>();
    icon.put("src", src);
    icon.put("sizes", sizes);
    icon.put("type", type);
    icon.put("purpose", purpose);
    return icon;
  }

  private String siteMap(String url) {
    StringBuilder map =
        new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
            .append("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    for (Page page : course.all()) {
      String path = page.output().equals("index.html") ? "" : page.output();
      map.append("<url><loc>").append(url).append(path).append("</loc></url>\n");
    }
    return map.append("</urlset>\n").toString();
  }
}
