package mirador.site.scan;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import mirador.concepts.image.Picture;
import mirador.concepts.text.Messages;
import mirador.site.model.CourseModels;
import mirador.site.model.Miniature;
import mirador.site.problem.Place;
import mirador.site.problem.Problems;
import mirador.site.scan.CourseConfig.Listed;
import mirador.site.yaml.YamlFields;
import mirador.site.yaml.YamlValue;

/** Finds and reads what the site is made of. */
public final class Stage1Scan {
  /** Style sheets that must come first, in this order; {@code print.css} comes last. */
  private static final List<String> FIRST_STYLES = List.of("tokens.css", "base.css", "page.css");

  private static final String LAST_STYLE = "print.css";

  private static final String ROMAN = "source-sans-3-latin-wght-normal.woff2";
  private static final String ITALIC = "source-sans-3-latin-400-italic.woff2";

  private final CourseFolder folder;
  private final Problems problems;

  private Stage1Scan(CourseFolder folder, Problems problems) {
    this.folder = folder;
    this.problems = problems;
  }

  /**
   * Reads the course.
   *
   * @param url published address that replaces the one of {@code curso.yaml}
   * @throws IOException when a file that is there cannot be read
   */
  public static Sources run(CourseFolder folder, Optional<String> url, Problems problems)
      throws IOException {
    return new Stage1Scan(folder, problems).sources(url);
  }

  private Sources sources(Optional<String> url) throws IOException {
    CourseConfig config = config(url);
    Messages concepts = classpathMessages("concepts", config.language());
    Messages site = classpathMessages("site", config.language());
    Messages web = webMessages(config.language());
    runtime();
    return new Sources(
        folder,
        config,
        texts(config.lessons()),
        texts(config.pages()),
        pictures(),
        together(concepts, site),
        together(concepts, web),
        styles(),
        scripts(),
        pageScript(),
        fonts(),
        Miniature.all(folder.miniatures(), problems));
  }

  private CourseConfig config(Optional<String> url) throws IOException {
    Path file = folder.config();
    Place place = Place.of(folder.name(file));
    if (!Files.isRegularFile(file)) {
      problems.add(place, "not found in " + folder.root() + ": run from the root of the course");
    }
    Optional<YamlValue> yaml =
        Files.isRegularFile(file)
            ? YamlValue.read(Files.readString(file), new Place(place.file(), 1), problems)
            : Optional.empty();
    YamlFields fields =
        YamlFields.of(
            "the course",
            yaml,
            place,
            List.of(
                "title",
                "subtitle",
                "description",
                "language",
                "lessonLanguage",
                "url",
                "repository",
                "modelMirror",
                "modelHub",
                "models",
                "author",
                "lessons",
                "pages"),
            problems);
    List<Listed> lessons = listed(fields, "lessons");
    if (lessons.isEmpty()) {
      fields.missing("lessons");
    }
    String language = fields.text("language").orElse("es");
    return new CourseConfig(
        fields.required("title"),
        fields.text("subtitle").orElse(""),
        fields.required("description"),
        language,
        fields.text("lessonLanguage").orElse(language),
        url.or(() -> address(fields, "url")).map(Stage1Scan::withSlash),
        address(fields, "repository"),
        models(fields),
        fields.text("author").orElse(""),
        lessons,
        listed(fields, "pages"));
  }

  private CourseModels models(YamlFields fields) {
    return CourseModels.read(
        fields,
        address(fields, "modelMirror").map(Stage1Scan::withSlash),
        address(fields, "modelHub").map(Stage1Scan::withSlash).orElse(CourseModels.HUB),
        problems);
  }

  private static String withSlash(String address) {
    return address.endsWith("/") ? address : address + "/";
  }

  private Optional<String> address(YamlFields fields, String key) {
    Optional<String> text = fields.text(key).filter(address -> !address.isBlank());
    if (text.isPresent() && !text.get().matches("https?://[^\\s\"'<>;?#]+")) {
      problems.add(
          fields.value(key).orElseThrow().place(),
          "\"" + key + "\" is no web address: \"" + text.get() + "\": start with https://");
      return Optional.empty();
    }
    return text;
  }

  private static List<Listed> listed(YamlFields fields, String key) {
    return fields.list(key).stream().map(item -> new Listed(item.text(), item.place())).toList();
  }

  private List<SourceText> texts(List<Listed> listed) throws IOException {
    List<String> present = present(folder.lessons(), ".md");
    Set<String> seen = new LinkedHashSet<>();
    List<SourceText> texts = new ArrayList<>();
    for (Listed item : listed) {
      Path file = folder.lessons().resolve(item.file());
      if (!item.file().endsWith(".md") || !Files.isRegularFile(file)) {
        problems.add(
            item.place(),
            "no file lessons/" + item.file() + ": " + Problems.meant(item.file(), present));
      } else if (!seen.add(item.file())) {
        problems.add(item.place(), item.file() + " is listed twice: take one out");
      } else {
        String id = item.file().substring(0, item.file().length() - ".md".length());
        texts.add(
            new SourceText(id, folder.name(file), Files.readString(file).replace("\r\n", "\n")));
      }
    }
    return texts;
  }

  private static List<String> present(Path directory, String ending) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ending))
          .sorted()
          .toList();
    }
  }

  private Map<String, CoursePicture> pictures() throws IOException {
    Map<String, CoursePicture> pictures = new LinkedHashMap<>();
    Path list = folder.pictures().resolve("figuras.yaml");
    Place place = new Place(folder.name(list), 1);
    if (!Files.isRegularFile(list)) {
      problems.add(place, "not found: it lists the course's pictures (id, file, name, alt)");
      return pictures;
    }
    Optional<YamlValue> yaml = YamlValue.read(Files.readString(list), place, problems);
    for (YamlValue item : yaml.map(YamlValue::items).orElse(List.of())) {
      YamlFields fields =
          YamlFields.of(
              "a picture",
              Optional.of(item),
              item.place(),
              List.of("id", "file", "name", "alt"),
              problems);
      String id = fields.required("id");
      String alt = fields.required("alt");
      String name = fields.required("name");
      String file = fields.required("file");
      Path path = folder.pictures().resolve(file);
      if (file.isEmpty()) {
        continue;
      }
      if (!Files.isRegularFile(path)) {
        problems.add(
            item.place(),
            "no file figuras/"
                + file
                + ": "
                + Problems.meant(file, present(folder.pictures(), ".png")));
        continue;
      }
      byte[] bytes = Files.readAllBytes(path);
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
      if (image == null) {
        problems.add(item.place(), "figuras/" + file + " is no picture: save it as PNG");
        continue;
      }
      if (pictures.put(id, new CoursePicture(id, file, name, alt, bytes, pixels(image))) != null) {
        problems.add(item.place(), "two pictures have the id \"" + id + "\": rename one");
      }
    }
    return pictures;
  }

  private static Picture pixels(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    byte[] rgb = new byte[width * height * 3]; // (height, width, 3)
    int at = 0;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int colour = image.getRGB(x, y);
        rgb[at++] = (byte) (colour >> 16);
        rgb[at++] = (byte) (colour >> 8);
        rgb[at++] = (byte) colour;
      }
    }
    return new Picture(width, height, rgb);
  }

  private Messages classpathMessages(String module, String language) throws IOException {
    String name = "/mirador/messages/" + module + "_" + language + ".properties";
    try (InputStream in = Stage1Scan.class.getResourceAsStream(name)) {
      if (in == null) {
        noLanguage(language);
        return Messages.of(Map.of());
      }
      return messages(
          module + "_" + language + ".properties",
          new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private Messages webMessages(String language) throws IOException {
    Path file = folder.webMessages().resolve("webapp_" + language + ".properties");
    if (Files.isRegularFile(file)) {
      return messages(folder.name(file), Files.readString(file));
    }
    if (!present(folder.webMessages(), ".properties").isEmpty()) {
      noLanguage(language);
    }
    return Messages.of(Map.of());
  }

  private Messages messages(String file, String text) {
    try {
      return Messages.parse(text);
    } catch (IllegalArgumentException e) {
      problems.add(Place.of(file), e.getMessage());
      return Messages.of(Map.of());
    }
  }

  private Messages together(Messages concepts, Messages others) {
    try {
      return concepts.and(others);
    } catch (IllegalArgumentException e) {
      problems.add(Place.of("messages"), e.getMessage() + ": rename one of the two");
      return concepts;
    }
  }

  private void noLanguage(String language) {
    problems.add(
        Place.of("curso.yaml"),
        "no interface texts in the language \""
            + language
            + "\": available: "
            + languages()
            + "; to add another, translate the messages/*_es.properties files");
  }

  private static String languages() {
    return Stream.of(Locale.getISOLanguages())
        .filter(
            code ->
                Stage1Scan.class.getResource("/mirador/messages/site_" + code + ".properties")
                    != null)
        .collect(Collectors.joining(", "));
  }

  private List<Path> styles() throws IOException {
    List<String> present = present(folder.styles(), ".css");
    List<Path> styles = new ArrayList<>();
    for (String name : FIRST_STYLES) {
      if (!present.contains(name)) {
        problems.add(Place.of(folder.name(folder.styles().resolve(name))), "style sheet not found");
      } else {
        styles.add(folder.styles().resolve(name));
      }
    }
    present.stream()
        .filter(name -> !FIRST_STYLES.contains(name) && !name.equals(LAST_STYLE))
        .forEach(name -> styles.add(folder.styles().resolve(name)));
    if (present.contains(LAST_STYLE)) {
      styles.add(folder.styles().resolve(LAST_STYLE));
    }
    return styles;
  }

  private List<Path> scripts() throws IOException {
    return present(folder.scripts(), ".js").stream().map(folder.scripts()::resolve).toList();
  }

  private Path pageScript() {
    Path script = folder.pageScript();
    if (!Files.isRegularFile(script)) {
      problems.add(Place.of(folder.name(script)), "not compiled yet: run ./mirador build");
    }
    return script;
  }

  private void runtime() {
    for (Path script : List.of(folder.modelsScript(), folder.workerScript())) {
      if (!Files.isRegularFile(script)) {
        problems.add(Place.of(folder.name(script)), "not compiled yet: run ./mirador build");
      }
    }
    if (!Files.isDirectory(folder.runtime())) {
      problems.add(
          Place.of(folder.name(folder.runtime())), "not installed: run npm ci in site-src");
    }
  }

  private List<Path> fonts() {
    List<Path> fonts = List.of(folder.typeface().resolve(ROMAN), folder.italics().resolve(ITALIC));
    fonts.stream()
        .filter(font -> !Files.isRegularFile(font))
        .forEach(
            font ->
                problems.add(Place.of(folder.name(font)), "not installed: run npm ci in site-src"));
    return fonts;
  }
}
