package mirador.site.publish;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.OptionalInt;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import mirador.site.parse.Slugs;
import mirador.site.render.Asset;
import mirador.site.scan.CourseConfig;

/**
 * The manifest of a package (SCORM 1.2 Content Aggregation Model, 2.3; IMS Content Packaging
 * 1.1.2): one organisation with one item, the course.
 */
final class ScormManifest {
  /** Where it lies: at the root of the package. */
  static final String PATH = "imsmanifest.xml";

  private static final String IMSCP = "http://www.imsproject.org/xsd/imscp_rootv1p1p2";
  private static final String ADLCP = "http://www.adlnet.org/xsd/adlcp_rootv1p2";
  private static final String ORGANIZATION = "organization";
  private static final String ITEM = "item";
  private static final String RESOURCE = "course";
  private static final int HASH_LETTERS = 10;

  private final XMLStreamWriter xml;

  private ScormManifest(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /**
   * The manifest, in UTF-8.
   *
   * @param launch path of the page that the platform opens
   * @param files paths of everything in the package but the manifest
   * @param mastery score, 0 to 100, from which the platform calls the course passed
   */
  static byte[] of(
      CourseConfig config, String launch, Collection<String> files, OptionalInt mastery)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newInstance().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
      new ScormManifest(xml).write(config, launch, files, mastery);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException("cannot write " + PATH, e);
    }
    return out.toByteArray();
  }

  private void write(
      CourseConfig config, String launch, Collection<String> files, OptionalInt mastery)
      throws XMLStreamException {
    xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
    start("manifest", "identifier", identifier(config), "version", "1.2");
    xml.writeDefaultNamespace(IMSCP);
    xml.writeNamespace("adlcp", ADLCP);
    start("metadata");
    text("schema", "ADL SCORM");
    text("schemaversion", "1.2");
    end();
    start("organizations", "default", ORGANIZATION);
    start("organization", "identifier", ORGANIZATION);
    text("title", config.title());
    start("item", "identifier", ITEM, "identifierref", RESOURCE);
    text("title", config.title());
    if (mastery.isPresent()) {
      xml.writeStartElement("adlcp", "masteryscore", ADLCP);
      xml.writeCharacters(String.valueOf(mastery.getAsInt()));
      xml.writeEndElement();
    }
    end();
    end();
    end();
    start("resources");
    start("resource", "identifier", RESOURCE, "type", "webcontent", "href", href(launch));
    xml.writeAttribute("adlcp", ADLCP, "scormtype", "sco");
    for (String file : files) {
      xml.writeCharacters("\n");
      xml.writeEmptyElement("file");
      xml.writeAttribute("href", href(file));
    }
    end();
    end();
    end();
    xml.writeEndDocument();
  }

  /** A name that no other course has, the same for every version of this one: an XML NCName. */
  private static String identifier(CourseConfig config) {
    String said = config.title() + "\n" + config.subtitle() + "\n" + config.url().orElse("");
    String hash = Asset.hash(said.getBytes(StandardCharsets.UTF_8)).substring(0, HASH_LETTERS);
    return "course-" + Slugs.of(config.title()) + "-" + hash;
  }

  /** A path as an address: whatever an address may not hold is escaped. */
  private static String href(String path) {
    try {
      return new URI(null, null, path, null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("\"" + path + "\" is no path", e);
    }
  }

  private void start(String name, String... attributes) throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeStartElement(name);
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute(attributes[i], attributes[i + 1]);
    }
  }

  private void text(String name, String text) throws XMLStreamException {
    start(name);
    xml.writeCharacters(text);
    end();
  }

  private void end() throws XMLStreamException {
    xml.writeEndElement();
  }
}
