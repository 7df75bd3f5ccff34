package mirador.site.parse;

import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ast.HtmlCommentBlock;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.ast.TextCollectingVisitor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mirador.site.problem.Place;
import mirador.site.problem.Problems;
import mirador.site.scan.SourceText;
import mirador.site.scan.Sources;
import mirador.site.yaml.YamlFields;
import mirador.site.yaml.YamlValue;

/** Reads every page: front matter, Markdown, directives, headings, and the glossary's terms. */
public final class Stage2Parse {
  /** Languages that code may be marked with. */
  private static final List<String> CODE =
      List.of("text", "python", "java", "json", "yaml", "bash", "html", "javascript", "markdown");

  private static final Pattern NOTEBOOK = Pattern.compile("<!--\\s*cuaderno:\\s*([^>]*?)\\s*-->");
  private static final String FENCE = "---\n";

  private final Problems problems;
  private final Map<String, Place> answers = new HashMap<>();

  private Stage2Parse(Problems problems) {
    this.problems = problems;
  }

  public static Course run(Sources sources, Problems problems) {
    Stage2Parse stage = new Stage2Parse(problems);
    List<Page> lessons = new ArrayList<>();
    for (SourceText source : sources.lessons()) {
      String output = lessons.isEmpty() ? "index.html" : source.id() + ".html";
      lessons.add(stage.page(source, output, true));
    }
    List<Page> pages =
        sources.pages().stream()
            .map(source -> stage.page(source, source.id() + ".html", false))
            .toList();
    List<GlossaryEntry> glossary =
        pages.stream()
            .filter(Page::isGlossary)
            .flatMap(page -> stage.glossary(page).stream())
            .toList();
    return new Course(sources, lessons, pages, glossary);
  }

  private Page page(SourceText source, String output, boolean lesson) {
    Place top = new Place(source.file(), 1);
    String text = source.text();
    int end = text.startsWith(FENCE) ? text.indexOf("\n" + FENCE, FENCE.length() - 1) : -1;
    Optional<YamlValue> yaml = Optional.empty();
    String body = text;
    Place bodyPlace = top;
    if (end < 0) {
      problems.add(
          top,
          "front matter is missing: start the file with --- lines around title, "
              + "question, summary, minutes and aims");
    } else {
      String head = text.substring(FENCE.length(), end + 1);
      yaml = YamlValue.read(head, top.plus(1), problems);
      body = text.substring(end + 1 + FENCE.length());
      bodyPlace = top.plus((int) text.substring(0, end + 1).lines().count() + 1);
    }
    FrontMatter front =
        end < 0 ? new FrontMatter("", "", "", 0, List.of()) : front(yaml, top, lesson);
    Fragment fragment = Fragment.of(bodyPlace, body);
    PageIds ids = new PageIds(answers, problems);
    Map<Integer, Directive> directives = directives(fragment, ids);
    return new Page(
        source.id(),
        source.file(),
        output,
        lesson,
        front,
        fragment,
        directives,
        headings(fragment, ids),
        notebookRows(fragment));
  }

  private FrontMatter front(Optional<YamlValue> yaml, Place top, boolean lesson) {
    YamlFields fields =
        YamlFields.of(
            "the front matter",
            yaml,
            top,
            List.of("title", "question", "summary", "minutes", "aims"),
            problems);
    List<Fragment> aims = new ArrayList<>();
    for (YamlValue aim : fields.list("aims")) {
      aims.add(Fragment.of(aim.textPlace(), aim.text()));
    }
    if (lesson && aims.isEmpty()) {
      fields.missing("aims");
    }
    return new FrontMatter(
        fields.required("title"),
        lesson ? fields.required("question") : fields.text("question").orElse(""),
        fields.required("summary"),
        lesson ? fields.requiredPositive("minutes") : 0,
        aims);
  }

  private Map<Integer, Directive> directives(Fragment body, PageIds ids) {
    DirectiveParser parser = new DirectiveParser(problems, ids);
    Map<Integer, Directive> directives = new LinkedHashMap<>();
    for (FencedCodeBlock fence : body.nodes(FencedCodeBlock.class)) {
      String info = fence.getInfo().toString().replaceFirst("\\s#.*$", "").strip();
      String kind = info.split("\\s+", 2)[0];
      String name = info.substring(kind.length()).strip();
      Place place = body.placeOf(fence);
      if (Directive.NAMES.contains(kind)) {
        parser
            .parse(kind, name, fence.getContentChars().toString(), place)
            .ifPresent(directive -> directives.put(fence.getStartOffset(), directive));
      } else if (!kind.isEmpty() && !CODE.contains(kind)) {
        problems.unknown(
            place,
            "directive",
            kind,
            Stream.concat(Directive.NAMES.stream(), CODE.stream()).toList());
      }
    }
    return directives;
  }

  private static List<Heading> headings(Fragment body, PageIds ids) {
    List<Heading> headings = new ArrayList<>();
    for (com.vladsch.flexmark.ast.Heading node :
        body.nodes(com.vladsch.flexmark.ast.Heading.class)) {
      String text = plain(node);
      headings.add(
          new Heading(node.getLevel(), text, ids.automatic(Slugs.of(text)), body.placeOf(node)));
    }
    return headings;
  }

  private static String plain(Node node) {
    return new TextCollectingVisitor().collectAndGetText(node).strip();
  }

  private static Map<String, Place> notebookRows(Fragment body) {
    Map<String, Place> rows = new LinkedHashMap<>();
    for (HtmlCommentBlock comment : body.nodes(HtmlCommentBlock.class)) {
      Matcher matcher = NOTEBOOK.matcher(comment.getChars());
      if (matcher.find()) {
        for (String row : matcher.group(1).split("\\s+")) {
          rows.put(row, body.placeOf(comment));
        }
      }
    }
    return rows;
  }

  private List<GlossaryEntry> glossary(Page page) {
    List<GlossaryEntry> entries = new ArrayList<>();
    Map<String, Place> taken = new HashMap<>();
    List<com.vladsch.flexmark.ast.Heading> nodes =
        page.body().nodes(com.vladsch.flexmark.ast.Heading.class);
    for (int i = 0; i < nodes.size(); i++) {
      Heading heading = page.headings().get(i);
      if (!(nodes.get(i).getNext() instanceof Paragraph paragraph)) {
        problems.add(
            heading.place(), "the term \"" + heading.text() + "\" has no definition: write one");
        continue;
      }
      List<String> forms = new ArrayList<>(List.of(heading.text()));
      String text = paragraph.getChars().toString();
      Place place = page.body().placeOf(paragraph);
      if (text.startsWith(GlossaryEntry.OTHER_FORMS)) {
        String[] lines = text.split("\n", 2);
        for (String form : lines[0].substring(GlossaryEntry.OTHER_FORMS.length()).split(",")) {
          forms.add(form.strip().replaceAll("[.*_]", ""));
        }
        boolean more = lines.length > 1 && !lines[1].isBlank();
        Node next = paragraph.getNext();
        if (!more && !(next instanceof Paragraph)) {
          problems.add(
              heading.place(), "the term \"" + heading.text() + "\" has no definition: write one");
          continue;
        }
        place = more ? place.plus(1) : page.body().placeOf(next);
        text = more ? lines[1] : next.getChars().toString();
      }
      for (String form : forms) {
        Place other = taken.putIfAbsent(Slugs.of(form), heading.place());
        if (other != null) {
          problems.add(
              heading.place(),
              "the glossary already has \"" + form + "\" at " + other + ": keep one of the two");
        }
      }
      entries.add(
          new GlossaryEntry(
              heading.text(), heading.id(), forms, Fragment.of(place, text), heading.place()));
    }
    return entries;
  }
}
