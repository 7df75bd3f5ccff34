package mirador.training.scenes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DrawingToolsTest {
  /** First values for seed 1234567 in the reference implementation (Vigna, splitmix64.c). */
  @Test
  void splitMixGivesTheReferenceSequence() {
    SplitMix64 random = new SplitMix64(1234567);
    assertEquals(Long.parseUnsignedLong("6457827717110365317"), random.nextLong());
    assertEquals(Long.parseUnsignedLong("3203168211198807973"), random.nextLong());
    assertEquals(Long.parseUnsignedLong("9817491932198370423"), random.nextLong());
  }

  @Test
  void pngKeepsEveryColourOfAPictureWithFewColours() throws IOException {
    BufferedImage picture = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 30; y++) {
      for (int x = 0; x < 40; x++) {
        picture.setRGB(x, y, (x / 4) * 0x110000 + (y / 3) * 0x000D07);
      }
    }
    BufferedImage read = ImageIO.read(new ByteArrayInputStream(PngFile.encode(picture)));
    assertEquals(0, Pictures.shareOfDifferentPixels(picture, read));
  }

  @Test
  void pngStaysCloseToAPictureWithManyColours() throws IOException {
    BufferedImage picture = Scene.draw(Figures.all().get("car.png"));
    BufferedImage read = ImageIO.read(new ByteArrayInputStream(PngFile.encode(picture)));
    double sum = 0;
    int[] before = Pictures.pixels(picture);
    int[] after = Pictures.pixels(read);
    for (int i = 0; i < before.length; i++) {
      sum += Pictures.distance(before[i], after[i]);
    }
    assertTrue(sum / before.length < 2.5, "mean difference " + sum / before.length);
  }

  @Test
  void pathRefusesLettersItDoesNotKnow() {
    IllegalArgumentException error =
        assertThrows(IllegalArgumentException.class, () -> Shapes.path("M 0 0 H 3"));
    assertTrue(error.getMessage().contains("'H'"));
  }

  @Test
  void spriteRefusesRowsOfUnequalLength() {
    IllegalArgumentException error =
        assertThrows(
            IllegalArgumentException.class, () -> new Sprite(List.of("11", "1"), Map.of()));
    assertTrue(error.getMessage().contains("'1'"));
  }

  @Test
  void cutoutPaintsTheSameShapesInTheColoursOfEachDrawing() {
    Cutout cutout = new Cutout();
    cutout.fill(Shapes.box(0, 0, 8, 8, 0), Ink.BASE);
    cutout.fillInside(Shapes.box(0, 0, 2, 8, 0), Shapes.box(-9, -9, 99, 99, 0), Ink.DARK);
    cutout.placed(8, 0, -1, 1).fill(Shapes.box(0, 0, 2, 2, 0), Ink.lit(0xFFFFFF));
    cutout.when(Light::lampsOn).fill(Shapes.box(4, 4, 2, 2, 0), Ink.plain(0xFFFF00));
    Stage stage = new Stage(8);
    Light day = new Day().light(stage, new SplitMix64(1));
    Light night = new Night().light(stage, new SplitMix64(1));
    for (Colour colour : List.of(Colour.RED, Colour.WHITE)) {
      Tones coat = Tones.of(colour.base());
      BufferedImage byDay = painted(cutout, coat, day);
      BufferedImage byNight = painted(cutout, coat, night);
      assertEquals(coat.dark().getRGB(), byDay.getRGB(1, 4));
      assertEquals(coat.base().getRGB(), byDay.getRGB(5, 5));
      assertEquals(day.on(Color.WHITE).getRGB(), byDay.getRGB(7, 1));
      assertEquals(0xFFFFFF00, byNight.getRGB(5, 5));
      assertEquals(night.on(Color.WHITE).getRGB(), byNight.getRGB(7, 1));
    }
  }

  private static BufferedImage painted(Cutout cutout, Tones coat, Light light) {
    BufferedImage picture = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    cutout.draw(new Brush(graphics), coat, light);
    graphics.dispose();
    return picture;
  }

  @Test
  void catalogueHasNoWordTwice() {
    for (List<? extends Named> kind :
        List.of(
            Catalogue.SUBJECTS,
            Catalogue.PLACES,
            Catalogue.SKIES,
            Catalogue.STYLES,
            Catalogue.COLOURS)) {
      assertEquals(kind.size(), kind.stream().map(Named::word).distinct().count());
    }
  }

  @Test
  void commandDrawsOneScene(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("x.png");
    assertEquals(
        0,
        DrawFigures.execute(
            "--file",
            file.toString(),
            "--subject",
            "puppy",
            "--colour",
            "brown",
            "--place",
            "plain",
            "--sky",
            "night",
            "--style",
            "pixelated",
            "--seed",
            "7",
            "--size",
            "120x80"));
    assertEquals(120, ImageIO.read(file.toFile()).getWidth());
  }

  @Test
  void commandDrawsASheet(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("sheet.png");
    assertEquals(0, DrawFigures.execute("--sheet", file.toString()));
    assertTrue(ImageIO.read(file.toFile()).getWidth() > 768);
  }

  @Test
  void commandNamesTheWrongWordAndTheRightOnes() {
    assertTrue(errorOf("--file", "x.png", "--subject", "unicorn").contains("'unicorn'"));
    assertTrue(errorOf("--file", "x.png", "--subject", "unicorn").contains("car, truck, bicycle"));
    assertTrue(errorOf("--file", "x.png", "--size", "wide").contains("768x512"));
    assertTrue(errorOf("--file", "x.png", "--size", "4x4").contains("16 to 4096"));
    assertTrue(errorOf("--file", "x.png", "--scale", "9").contains("0.2 to 3"));
  }

  private static String errorOf(String... args) {
    StringWriter text = new StringWriter();
    CommandLine command = DrawFigures.commandLine().setErr(new PrintWriter(text));
    assertEquals(2, command.execute(args));
    return text.toString();
  }
}
