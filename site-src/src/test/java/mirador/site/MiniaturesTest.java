package mirador.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import mirador.models.export.ClipExporter;
import mirador.models.export.ExportProgress;
import mirador.models.export.Variant;
import mirador.models.folder.ModelFolder;
import mirador.models.random.RandomClip;
import mirador.site.publish.UsbZip;
import mirador.site.render.Asset;
import mirador.site.render.RenderedSite;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small models that are a part of the course go into the site. */
final class MiniaturesTest {
  private static final String NAME = "clip-mini";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path work;
  private static Path model;

  @TempDir Path root;
  private SampleCourse course;

  @BeforeAll
  static void export() throws IOException {
    new RandomClip(RandomClip.Sizes.small(1, 64)).write(work.resolve("hf"), 1, null);
    new ClipExporter(
            new ClipExporter.Settings(
                work.resolve("hf"), work, List.of(Variant.FP32), NAME, "random", "MIT", false),
            ExportProgress.SILENT)
        .export();
    model = work.resolve(Variant.FP32.toString());
  }

  @BeforeEach
  void begin() throws IOException {
    course = SampleCourse.in(root);
  }

  private Path add(String folder) throws IOException {
    Path onnx = Files.createDirectories(root.resolve("miniatures/" + folder + "/onnx"));
    try (Stream<Path> files = Files.list(model)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, onnx.resolve(file.getFileName()));
      }
    }
    return onnx;
  }

  private static String version() throws IOException {
    return Asset.hash(Files.readAllBytes(model.resolve(ModelFolder.MANIFEST))).substring(0, 10);
  }

  @Test
  void itsFilesAndItsScriptsAreInTheSiteAndInTheZip() throws Exception {
    add(NAME);
    Path site = root.resolve("out");
    RenderedSite rendered = course.builder(null).build(site);
    Path published = site.resolve("models").resolve(NAME);
    for (String file : List.of("manifest.json", "vision.onnx", "text.onnx", "vocab.json")) {
      assertArrayEquals(
          Files.readAllBytes(model.resolve(file)),
          Files.readAllBytes(published.resolve(file)),
          file);
    }
    assertTrue(
        Files.readString(published.resolve("manifest.js"))
            .startsWith("miradorPack.manifest(\"clip-mini\", "));
    assertTrue(
        Files.readString(published.resolve("vision.onnx.js"))
            .startsWith("miradorPack.shard(\"vision.onnx\", 0, \""));
    Path zip = root.resolve("usb.zip");
    UsbZip.write(rendered, zip);
    try (ZipFile file = new ZipFile(zip.toFile())) {
      for (String name : List.of("manifest.js", "vision.onnx.js", "text.onnx.js")) {
        assertTrue(file.getEntry("mirador/models/clip-mini/" + name) != null, name);
      }
    }
  }

  @Test
  void pagesAreToldOfItAndTheServiceWorkerKeepsItWhenItIsUsed() throws Exception {
    add(NAME);
    Path site = root.resolve("out");
    course.builder(null).build(site);
    JsonNode told = null;
    for (JsonNode entry : data(site).get("models")) {
      told = entry.get("name").asText().equals(NAME) ? entry : told;
    }
    assertEquals("CLIP mini", told.get("title").asText());
    assertEquals("clip", told.get("architecture").asText());
    assertTrue(told.get("miniature").asBoolean());
    assertEquals(version(), told.get("version").asText());
    assertEquals("models/clip-mini/", told.get("origins").get(0).get("address").asText());
    long bytes = 0;
    for (JsonNode file : told.get("manifests").get(0).get("files")) {
      bytes += file.get("bytes").asLong();
    }
    assertEquals(ModelFolder.open(model).manifest().bytes(), bytes);

    String worker = Files.readString(site.resolve("sw.js"));
    int later = worker.indexOf("const LATER");
    int address = worker.indexOf("models/clip-mini/vision.onnx?v=" + version());
    assertTrue(later > 0 && address > later, "only kept when it is used");
    assertFalse(worker.contains("vision.onnx.js"), "scripts are for file://");
  }

  private static JsonNode data(Path site) throws IOException {
    String script = Files.readString(site.resolve("assets/course-data.js"), UTF_8);
    return JSON.readTree(script.substring(script.indexOf('{'), script.lastIndexOf('}') + 1));
  }

  @Test
  void whereThereIsNoneNothingIsToldOfAny() throws Exception {
    Path site = root.resolve("out");
    course.builder(null).build(site);
    for (JsonNode entry : data(site).get("models")) {
      assertFalse(entry.get("miniature").asBoolean());
    }
    assertFalse(Files.exists(site.resolve("models")));
  }

  @Test
  void staticResultsAreItsOwn() throws Exception {
    add(NAME);
    course.replace(
        "lessons/01-vit.md",
        "```widget patch-grid",
        "```widget clip-attention\n```\n\n```widget patch-grid");
    Path site = root.resolve("out");
    course.builder(null).build(site);
    String page = Files.readString(site.resolve("01-vit.html"));
    assertTrue(page.contains("precalculado · CLIP mini"), "the mark names it");
    assertTrue(page.contains("data-baked=\"miniature\""));
    assertTrue(page.contains("Aquí responde en vivo CLIP mini ("));
  }

  @Test
  void mistakesAreNamed() throws Exception {
    Path other = add("clip-small");
    assertEquals(
        List.of(
            "miniatures/clip-small/onnx: its manifest names it \"clip-mini\": rename the folder"),
        course.problems());
    Files.move(other.getParent(), root.resolve("miniatures/" + NAME));
    Path onnx = root.resolve("miniatures/" + NAME + "/onnx");
    Files.write(onnx.resolve("vocab.json"), new byte[] {1});
    List<String> short0 = course.problems();
    assertEquals(1, short0.size(), short0.toString());
    assertTrue(short0.get(0).contains("vocab.json has 1 bytes"), short0.toString());
    byte[] vocabulary = Files.readAllBytes(model.resolve("vocab.json"));
    vocabulary[3] ^= 1;
    Files.write(onnx.resolve("vocab.json"), vocabulary);
    List<String> damaged = course.problems();
    assertTrue(damaged.stream().anyMatch(one -> one.contains("SHA-256")), damaged.toString());
  }
}
