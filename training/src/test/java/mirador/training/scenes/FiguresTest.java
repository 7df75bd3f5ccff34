package mirador.training.scenes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The three figures as they are committed. */
class FiguresTest {
  private static final Path FOLDER = Path.of(System.getProperty("root.dir"), "figuras");
  private static final int LARGEST_FILE = 120 * 1024;

  /** Smoothed edges may differ a little between releases of Java; nothing else may. */
  private static final int TOLERANCE = 24;

  private static final double ALLOWED_SHARE = 0.01;

  @BeforeAll
  static void headless() {
    System.setProperty("java.awt.headless", "true");
  }

  static Stream<String> files() {
    return Figures.all().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("files")
  void committedFigureIsWideAndLight(String file) throws IOException {
    Path path = FOLDER.resolve(file);
    BufferedImage picture = ImageIO.read(path.toFile());
    assertTrue(picture.getWidth() >= 768, file + " is " + picture.getWidth() + " px wide");
    assertTrue(Files.size(path) <= LARGEST_FILE, file + " has " + Files.size(path) + " bytes");
  }

  @ParameterizedTest
  @MethodSource("files")
  void committedFigureIsWhatTheProgramDraws(String file) throws IOException {
    BufferedImage committed = ImageIO.read(FOLDER.resolve(file).toFile());
    BufferedImage drawn =
        ImageIO.read(new ByteArrayInputStream(PngFile.encode(Scene.draw(Figures.all().get(file)))));
    assertEquals(drawn.getWidth(), committed.getWidth());
    assertEquals(drawn.getHeight(), committed.getHeight());
    int different = 0;
    for (int y = 0; y < drawn.getHeight(); y++) {
      for (int x = 0; x < drawn.getWidth(); x++) {
        if (Pictures.distance(drawn.getRGB(x, y), committed.getRGB(x, y)) > TOLERANCE) {
          different++;
        }
      }
    }
    double share = different / (double) (drawn.getWidth() * drawn.getHeight());
    assertTrue(
        share <= ALLOWED_SHARE,
        file
            + ": a share of "
            + share
            + " of its pixels differs; run ./mirador figures --out figuras");
  }

  @Test
  void figurasYamlDescribesExactlyTheseFigures() throws IOException {
    List<String> lines = Files.readAllLines(FOLDER.resolve("figuras.yaml"));
    Set<String> files = new TreeSet<>();
    for (String line : lines) {
      assertTrue(
          line.matches("(- id: [a-z]+|  file: [a-z]+\\.png|  name: \"[^\"]+\"|  alt: \"[^\"]+\")"),
          "unexpected line in figuras.yaml: " + line);
      if (line.startsWith("  file: ")) {
        files.add(line.substring("  file: ".length()));
      }
    }
    assertEquals(4 * files.size(), lines.size());
    assertEquals(new TreeSet<>(Figures.all().keySet()), files);
  }

  @Test
  void commandWritesTheThreeFigures(@TempDir Path folder) throws IOException {
    assertEquals(0, DrawFigures.execute("--out", folder.toString()));
    for (String file : Figures.all().keySet()) {
      assertTrue(ImageIO.read(folder.resolve(file).toFile()).getWidth() >= 768);
    }
  }
}
