package mirador.site.check;

import com.vladsch.flexmark.ast.HtmlBlock;
import com.vladsch.flexmark.ast.HtmlInline;
import com.vladsch.flexmark.ast.Image;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.ast.TextCollectingVisitor;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import mirador.concepts.course.SettingProblem;
import mirador.concepts.course.SettingSpec;
import mirador.concepts.course.SettingType;
import mirador.concepts.course.WidgetCatalogue;
import mirador.concepts.course.WidgetSpec;
import mirador.site.parse.Course;
import mirador.site.parse.Directive;
import mirador.site.parse.Fragment;
import mirador.site.parse.Heading;
import mirador.site.parse.Page;
import mirador.site.problem.Place;
import mirador.site.problem.Problems;
import mirador.site.widget.StaticWidgets;

/** Looks at every page for what would be wrong on the site. */
public final class Stage3Check {
  /** How a lesson writes the widgets that are made from their own blocks. */
  private static final Map<String, String> BLOCKS =
      Map.of(
          "question", "question", "prediction", "predict", "exercise", "exercise", "code", "code");

  /** HTML that Markdown has no word for. */
  private static final Pattern ALLOWED_HTML =
      Pattern.compile("</?(?:kbd|sub|sup|abbr|br|(?:span|i|q)(?: lang=\"[a-z]{2}\")?)\\s*/?>");

  private static final String FIGURE = "figura:";
  private final Course course;
  private final boolean draft;
  private final Problems problems;
  private final Map<String, Page> pages = new LinkedHashMap<>();
  private final Map<String, Set<String>> anchors = new HashMap<>();

  private Stage3Check(Course course, boolean draft, Problems problems) {
    this.course = course;
    this.draft = draft;
    this.problems = problems;
    for (Page page : course.all()) {
      pages.put(page.id(), page);
      Set<String> ids = new HashSet<>();
      page.headings().forEach(heading -> ids.add(heading.id()));
      page.directives().values().forEach(directive -> ids.add(directive.id()));
      anchors.put(page.id(), ids);
    }
  }

  /**
   * Checks every page.
   *
   * @param draft whether a widget may lack its static result, while someone writes it
   */
  public static void run(Course course, boolean draft, Problems problems) {
    Stage3Check check = new Stage3Check(course, draft, problems);
    course.all().forEach(check::page);
  }

  private void page(Page page) {
    headings(page);
    for (Directive directive : page.directives().values()) {
      if (directive instanceof Directive.Widget widget) {
        widget(widget);
      } else if (directive instanceof Directive.Note note) {
        note.body().nodes(com.vladsch.flexmark.ast.Heading.class).stream()
            .findFirst()
            .ifPresent(
                heading ->
                    problems.add(
                        note.body().placeOf(heading),
                        "a note has no headings: write the line in **bold**"));
      }
    }
    page.fragments().forEach(fragment -> fragment(page, fragment));
  }

  private void headings(Page page) {
    int level = 1;
    for (Heading heading : page.headings()) {
      if (heading.level() == 1) {
        problems.add(
            heading.place(),
            "heading \"# "
                + heading.text()
                + "\": the page's title comes from the front matter: write ## or take it out");
      } else if (heading.level() > level + 1) {
        problems.add(
            heading.place(),
            "heading \""
                + heading.text()
                + "\" jumps from level "
                + level
                + " to "
                + heading.level()
                + ": write "
                + "#".repeat(level + 1));
      }
      level = Math.max(2, heading.level());
    }
  }

  private void widget(Directive.Widget widget) {
    if (BLOCKS.containsKey(widget.name())) {
      problems.add(
          widget.place(),
          "widget \""
              + widget.name()
              + "\" has a block of its own: write ```"
              + BLOCKS.get(widget.name()));
      return;
    }
    Optional<WidgetSpec> spec = WidgetCatalogue.find(widget.name());
    if (spec.isEmpty()) {
      problems.unknown(widget.place(), "widget", widget.name(), WidgetCatalogue.names());
      return;
    }
    if (!draft && StaticWidgets.find(widget.name()).isEmpty()) {
      problems.add(
          widget.place(),
          "widget \""
              + widget.name()
              + "\" has no static renderer: add one to mirador.site.widget.StaticWidgets");
    }
    settings(spec.get(), widget.settings(), widget.places(), widget.place());
    for (Directive.Preset preset : widget.presets()) {
      settings(spec.get(), preset.settings(), Map.of(), preset.place());
    }
  }

  private void settings(
      WidgetSpec spec, Map<String, String> values, Map<String, Place> places, Place otherwise) {
    WidgetSpec.LenientReading reading = spec.readLeniently(values);
    for (SettingProblem problem : reading.ignored()) {
      problems.add(places.getOrDefault(problem.setting(), otherwise), problem.describe());
    }
    for (SettingSpec setting : spec.settings()) {
      String value = reading.settings().asMap().get(setting.name());
      if (setting.type() == SettingType.PICTURE && !value.isEmpty()) {
        picture(value, places.getOrDefault(setting.name(), otherwise));
      }
    }
  }

  private void picture(String id, Place place) {
    if (!course.sources().pictures().containsKey(id)) {
      problems.unknown(place, "picture", id, course.sources().pictures().keySet());
    }
  }

  private void fragment(Page page, Fragment fragment) {
    for (Link link : fragment.nodes(Link.class)) {
      link(page, link.getUrl().toString(), fragment.placeOf(link));
    }
    for (Image image : fragment.nodes(Image.class)) {
      image(image, fragment.placeOf(image));
    }
    for (Node node : fragment.nodes(Node.class)) {
      String html = node.getChars().toString().strip();
      boolean raw =
          node instanceof HtmlInline
              ? !ALLOWED_HTML.matcher(html).matches()
              : node instanceof HtmlBlock;
      if (raw) {
        problems.add(
            fragment.placeOf(node),
            "HTML in a lesson: "
                + html.lines().findFirst().orElse("")
                + ": write Markdown or a directive");
      }
    }
  }

  private void image(Image image, Place place) {
    String url = image.getUrl().toString();
    if (new TextCollectingVisitor().collectAndGetText(image).isBlank()) {
      problems.add(
          place, "picture " + url + " has no alt text: write ![what it shows](" + url + ")");
    }
    if (url.startsWith(FIGURE)) {
      picture(url.substring(FIGURE.length()), place);
    } else {
      problems.add(
          place,
          "picture \""
              + url
              + "\" is none of the course: add it to figuras/figuras.yaml and write "
              + FIGURE
              + "its-id");
    }
  }

  private void link(Page from, String url, Place place) {
    if (url.matches("(?:https?|mailto):.*")) {
      return;
    }
    int hash = url.indexOf('#');
    String file = hash < 0 ? url : url.substring(0, hash);
    String anchor = hash < 0 ? "" : url.substring(hash + 1);
    int query = file.indexOf('?');
    String path = query < 0 ? file : file.substring(0, query);
    String id = path.isEmpty() ? from.id() : path.replaceFirst("\\.(?:md|html)$", "");
    if (id.equals("index")) {
      id = course.lessons().get(0).id();
    }
    if (!pages.containsKey(id)) {
      problems.add(
          place,
          "broken link \""
              + url
              + "\": no page \""
              + id
              + "\": "
              + Problems.meant(id, List.copyOf(pages.keySet())));
    } else if (!anchor.isEmpty() && !anchors.get(id).contains(anchor)) {
      problems.add(
          place,
          "broken link \""
              + url
              + "\": "
              + pages.get(id).file()
              + " has no heading or block \"#"
              + anchor
              + "\": "
              + Problems.meant(anchor, anchors.get(id).stream().sorted().toList()));
    }
  }
}
