package mirador.site.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import mirador.concepts.inference.ModelManifest;
import mirador.concepts.inference.ModelOffer;
import mirador.site.model.CourseModels;
import mirador.site.model.KnownModel;
import mirador.site.parse.Course;
import mirador.site.parse.Directive;
import mirador.site.parse.Fragment;
import mirador.site.parse.Page;
import mirador.site.scan.CoursePicture;
import org.jsoup.Jsoup;

/** The classic scripts that carry data: they load from file:// too, where fetch does not. */
final class CourseData {
  private static final ObjectMapper JSON = new ObjectMapper();

  private CourseData() {}

  /** {@code window.mirador}, which the page script reads at its start. */
  static Asset course(
      Course course,
      String version,
      Map<String, Asset> pictures,
      Map<String, Asset> pictureScripts,
      Map<String, Object> runtime,
      List<MiniatureAssets> miniatures) {
    List<Object> figures = new ArrayList<>();
    for (CoursePicture picture : course.sources().pictures().values()) {
      Map<String, Object> figure = new LinkedHashMap<>();
      figure.put("id", picture.id());
      figure.put("name", picture.name());
      figure.put("alt", picture.alt());
      figure.put("src", pictures.get(picture.id()).href());
      figure.put("script", pictureScripts.get(picture.id()).href());
      figure.put("width", picture.pixels().width());
      figure.put("height", picture.pixels().height());
      figures.add(figure);
    }
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("version", version);
    data.put("language", course.sources().config().language());
    data.put("runtime", runtime);
    data.put("models", models(course.sources().config().models(), miniatures));
    data.put("messages", liveMessages(course));
    data.put("pictures", figures);
    data.put("lessons", titles(course.lessons()));
    data.put("pages", titles(course.pages()));
    data.put("items", items(course));
    return Asset.of("assets/course-data.js", "window.mirador = " + json(data) + ";\n");
  }

  /**
   * Titles and explanations of widgets stand in the pages already; the script has no use for them.
   */
  private static Map<String, String> liveMessages(Course course) {
    Map<String, String> live = new LinkedHashMap<>(course.sources().pageMessages().asMap());
    live.keySet().removeIf(key -> key.startsWith("widget."));
    return live;
  }

  /**
   * The offered models; each with a manifest for each variant of its files on the hub. The manifest
   * of a small one lies beside its files; here stands what a page says of it before it has come.
   */
  private static List<Map<String, Object>> models(
      CourseModels models, List<MiniatureAssets> miniatures) {
    List<Map<String, Object>> entries = new ArrayList<>();
    for (ModelOffer offer : models.offers()) {
      Map<String, Object> entry = entry(offer);
      entry.put("manifests", KnownModel.find(offer.name()).orElseThrow().manifests());
      entries.add(entry);
    }
    for (MiniatureAssets assets : miniatures) {
      Map<String, Object> entry = entry(assets.miniature().offer());
      entry.put("version", assets.version());
      entry.put("manifests", List.of(shortManifest(assets.miniature().manifest())));
      entries.add(entry);
    }
    return entries;
  }

  private static Map<String, Object> entry(ModelOffer offer) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("name", offer.name());
    entry.put("title", offer.title());
    entry.put("architecture", offer.architecture());
    entry.put("miniature", offer.miniature());
    entry.put("origins", offer.origins());
    return entry;
  }

  private static Map<String, Object> shortManifest(ModelManifest manifest) {
    List<Map<String, Object>> files = new ArrayList<>();
    for (ModelManifest.ModelFile file : manifest.files()) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("path", file.path());
      entry.put("bytes", file.bytes());
      entry.put("sha256", "");
      files.add(entry);
    }
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("variant", manifest.variant());
    told.put("files", files);
    return told;
  }

  private static List<Map<String, String>> titles(List<Page> pages) {
    return pages.stream()
        .map(
            page -> {
              Map<String, String> entry = new LinkedHashMap<>();
              entry.put("id", page.id());
              entry.put("title", page.front().title());
              entry.put("href", page.output());
              return entry;
            })
        .toList();
  }

  /** Everything the lessons ask, in their order, for the page that gathers the answers. */
  private static List<Map<String, String>> items(Course course) {
    List<Map<String, String>> items = new ArrayList<>();
    for (Page page : course.lessons()) {
      for (Map.Entry<Integer, Directive> entry : new TreeMap<>(page.directives()).entrySet()) {
        Directive directive = entry.getValue();
        if (directive instanceof Directive.Question question) {
          items.add(item("question", page, directive, plain(question.text()), ""));
        } else if (directive instanceof Directive.Prediction prediction) {
          items.add(
              item(
                  "prediction",
                  page,
                  directive,
                  plain(prediction.question()),
                  prediction.answer()));
        } else if (directive instanceof Directive.Exercise exercise) {
          String title = exercise.title().orElseGet(() -> plain(exercise.statement()));
          items.add(item("exercise", page, directive, title, ""));
        } else if (directive instanceof Directive.Code code) {
          items.add(item("code", page, directive, code.title(), ""));
        }
      }
    }
    return items;
  }

  private static Map<String, String> item(
      String kind, Page page, Directive directive, String prompt, String answer) {
    Map<String, String> item = new LinkedHashMap<>();
    item.put("kind", kind);
    item.put("id", directive.id());
    item.put("page", page.id());
    item.put("prompt", prompt);
    item.put("answer", answer);
    item.put("href", page.output() + "#" + directive.id());
    return item;
  }

  /**
   * {@code window.miradorChecks}: by what each exercise and each program is judged, by their ids,
   * for the page on which the work of a class is judged anew.
   *
   * @param mistakes what the results of each typical mistake are known by, by the id of its cell
   */
  static Asset checks(Course course, Map<String, List<String>> mistakes) {
    Map<String, Object> checks = new LinkedHashMap<>();
    for (Page page : course.lessons()) {
      for (Directive directive : new TreeMap<>(page.directives()).values()) {
        if (directive instanceof Directive.Exercise exercise) {
          checks.put(exercise.id(), Map.of("cases", cases(exercise), "mistakes", List.of()));
        } else if (directive instanceof Directive.Code code) {
          List<Map<String, String>> known = new ArrayList<>();
          for (int i = 0; i < code.mistakes().size(); i++) {
            known.add(
                Map.of(
                    "signature",
                    mistakes.get(code.id()).get(i),
                    "say",
                    plain(code.mistakes().get(i).say())));
          }
          checks.put(code.id(), Map.of("cases", cases(code), "mistakes", known));
        }
      }
    }
    return Asset.of("assets/checks.js", "window.miradorChecks = " + json(checks) + ";\n");
  }

  private static List<Map<String, String>> cases(Directive.Exercise exercise) {
    return exercise.cases().stream()
        .map(one -> judged(one.input(), one.expected(), "", one.tolerance(), one.hint()))
        .toList();
  }

  private static List<Map<String, String>> cases(Directive.Code code) {
    return code.cases().stream()
        .map(
            one ->
                judged(
                    one.run(), one.expect(), one.before().orElse(""), one.tolerance(), one.hint()))
        .toList();
  }

  private static Map<String, String> judged(
      String run, String expect, String before, Optional<String> tolerance, Optional<String> hint) {
    Map<String, String> judged = new LinkedHashMap<>();
    judged.put("run", run);
    judged.put("expect", expect);
    judged.put("before", before);
    judged.put("tolerance", tolerance.orElse("0"));
    judged.put("hint", hint.orElse(""));
    return judged;
  }

  private static String plain(Fragment fragment) {
    return Jsoup.parse(MarkdownHtml.blocks(fragment)).text();
  }

  /** A picture's bytes as a script, for canvases on file://. */
  static Asset pictureScript(CoursePicture picture) {
    String data = "data:image/png;base64," + Base64.getEncoder().encodeToString(picture.bytes());
    return Asset.of(
        "assets/pictures/" + picture.id() + ".js",
        "(window.miradorPictures = window.miradorPictures || {})["
            + json(picture.id())
            + "] = \""
            + data
            + "\";\n");
  }

  /** {@code window.miradorSearch}. */
  static Asset searchIndex(List<SearchIndex.Entry> entries) {
    return Asset.of("assets/search-index.js", "window.miradorSearch = " + json(entries) + ";\n");
  }

  static String json(Object value) {
    try {
      return JSON.writeValueAsString(value).replace("</", "<\\/");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("maps of texts and numbers are always JSON", e);
    }
  }
}
