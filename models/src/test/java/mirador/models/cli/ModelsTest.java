package mirador.models.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final ByteArrayOutputStream complained = new ByteArrayOutputStream();
  private PrintStream out;
  private PrintStream err;

  @BeforeEach
  void listen() {
    out = System.out;
    err = System.err;
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void speakAgain() {
    System.setOut(out);
    System.setErr(err);
  }

  @Test
  void fromRandomWeightsToAMatrix() throws IOException {
    String from = folder.resolve("hf").toString();
    String to = folder.resolve("models").toString();
    assertEquals(0, Models.run("random-clip", "--to", from, "--layers", "1", "--width", "64"));
    assertEquals(
        0, Models.run("export", "clip", "--from", from, "--to", to, "--variant", "fp32,int8"));
    assertTrue(Files.exists(folder.resolve("models/fp32/manifest.json")));
    assertTrue(printed().contains("int8/text.onnx"), printed());

    Path picture = folder.resolve("picture.png");
    ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());
    printed.reset();
    assertEquals(
        0,
        Models.run(
            "clip",
            "--model",
            folder.resolve("models/int8").toString(),
            "--images",
            picture.toString(),
            "--texts",
            "a cat",
            "a car"));
    String[] lines = printed().split("\n");
    assertEquals("[2] a car", lines[1]);
    String last = lines[lines.length - 1];
    assertTrue(last.startsWith("picture.png"), last);
    String[] probabilities = last.substring("picture.png".length()).strip().split(" +");
    assertEquals(
        1, Double.parseDouble(probabilities[0]) + Double.parseDouble(probabilities[1]), 2e-4);
  }

  @Test
  void mistakesAreToldInALine() throws IOException {
    assertEquals(2, Models.run("export"));
    assertEquals(2, Models.run("export", "clip", "--from", "x"));
    complained.reset();
    String none = folder.resolve("none").toString();
    assertEquals(1, Models.run("export", "clip", "--from", none, "--to", none));
    assertTrue(complained().startsWith("mirador: there is no folder"), complained());
    complained.reset();
    assertEquals(1, Models.run("random-clip", "--to", none, "--width", "65"));
    assertTrue(complained().contains("multiples of 64"), complained());
    complained.reset();
    Path text = Files.writeString(folder.resolve("text.png"), "no picture");
    assertEquals(
        1, Models.run("clip", "--model", none, "--images", text.toString(), "--texts", "a"));
    assertTrue(complained().contains("is no picture"), complained());
  }

  private String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  private String complained() {
    return complained.toString(StandardCharsets.UTF_8);
  }
}
