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
import java.util.Arrays;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import mirador.models.hub.HubFiles;
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
  void fromRandomWeightsToADialogueAboutAPicture() throws IOException {
    String from = folder.resolve("hf").toString();
    String to = folder.resolve("models").toString();
    assertEquals(0, Models.run("random-blip2", "--to", from, "--layers", "1", "--width", "64"));
    assertEquals(
        0, Models.run("export", "blip2", "--from", from, "--to", to, "--variant", "fp32,q4"));
    assertTrue(printed().contains("q4/decoder.onnx.data"), printed());
    Path picture = folder.resolve("picture.png");
    ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());
    String[] ask = {
      "blip2",
      "--model",
      to + "/fp32",
      "--image",
      picture.toString(),
      "--max-tokens",
      "3",
      "--question",
      "what is it?",
      "--question",
      "what colour?"
    };
    printed.reset();
    assertEquals(0, Models.run(ask), complained());
    String dialogue = printed();
    assertTrue(dialogue.startsWith("> what is it?\n"), dialogue);
    assertTrue(dialogue.contains("\n> what colour?\n"), dialogue);

    printed.reset();
    assertEquals(0, Models.run(with(ask, "--candidates")), complained());
    // Six tokens of five candidates; the page says the same, so the order is told as well.
    long candidates = printed().lines().filter(line -> line.matches(" +[0-9.]+ % .*")).count();
    assertTrue(candidates == 30, candidates + " in " + printed());

    printed.reset();
    assertEquals(0, Models.run(with(ask, "--beams", "3", "--length-penalty", "-1")));
    assertTrue(printed().startsWith("> what is it?\n"), printed());
    printed.reset();
    assertEquals(0, Models.run(with(ask, "--temperature", "1", "--seed", "4")));
    String drawn = printed();
    printed.reset();
    assertEquals(0, Models.run(with(ask, "--temperature", "1", "--seed", "4")));
    assertEquals(drawn, printed());
    complained.reset();
    assertEquals(1, Models.run(with(ask, "--temperature", "1", "--beams", "2")));
    assertTrue(complained().contains("sampling follows one text"), complained());
  }

  private static String[] with(String[] arguments, String... more) {
    return Stream.concat(Arrays.stream(arguments), Arrays.stream(more)).toArray(String[]::new);
  }

  @Test
  void aModelOfAnotherArchitectureIsNotAsked() throws IOException {
    String from = folder.resolve("hf").toString();
    String to = folder.resolve("models").toString();
    assertEquals(0, Models.run("random-clip", "--to", from, "--layers", "1", "--width", "64"));
    assertEquals(0, Models.run("export", "clip", "--from", from, "--to", to));
    assertEquals(1, Models.run("blip2", "--model", to + "/int8", "--image", "none.png"));
    assertTrue(complained().contains("holds a model of the architecture clip"), complained());
    complained.reset();
    assertEquals(1, Models.run("export", "blip2", "--from", from, "--to", to));
    assertTrue(complained().contains("model_type is \"clip\", not \"blip-2\""), complained());
    assertEquals(1, Models.run("random-blip2", "--to", from, "--layers", "1"));
    assertTrue(complained().contains("--layers and --width go together"), complained());
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

  @Test
  void aModelFolderBecomesScripts() throws IOException {
    String from = folder.resolve("hf").toString();
    String to = folder.resolve("models").toString();
    assertEquals(0, Models.run("random-clip", "--to", from, "--layers", "1", "--width", "64"));
    assertEquals(
        0,
        Models.run(
            "export", "clip", "--from", from, "--to", to, "--variant", "int8", "--name", "mini"));
    printed.reset();
    String site = folder.resolve("site/models").toString();
    assertEquals(0, Models.run("pack-model", "--from", to + "/int8", "--to", site));
    assertTrue(Files.exists(folder.resolve("site/models/mini/manifest.js")));
    assertTrue(Files.exists(folder.resolve("site/models/mini/vision.onnx.js")));
    assertTrue(printed().contains("5 scripts, 5 of them new"), printed());
    printed.reset();
    assertEquals(0, Models.run("pack-model", "--from", to + "/int8", "--to", site));
    assertTrue(printed().contains("5 scripts, 1 of them new"), printed());
  }

  @Test
  void aHubFolderBecomesScripts() throws IOException {
    Path hub = HubFiles.write(HubFiles.all("_fp16", "_quantized"), folder.resolve("hub"));
    String site = folder.resolve("site/models").toString();
    assertEquals(1, Models.run("pack-model", "--from", hub.toString(), "--to", site));
    assertTrue(complained().contains("[fp16, int8]; choose with --variant"), complained());
    assertEquals(
        0,
        Models.run(
            "pack-model",
            "--from",
            hub.toString(),
            "--to",
            site,
            "--variant",
            "fp16",
            "--name",
            "aula"));
    assertTrue(Files.exists(folder.resolve("site/models/aula/manifest.js")));
  }

  @Test
  void whatIsNoModelIsNotPacked() {
    assertEquals(
        1, Models.run("pack-model", "--from", folder.toString(), "--to", folder.toString()));
    assertTrue(complained().contains("is no model folder"), complained());
  }

  @Test
  void aBlockedHubIsNamed() {
    assertEquals(
        1,
        Models.run(
            "fetch-model", "clip", "--to", folder.toString(), "--mirror", "http://localhost:1"));
    assertTrue(
        complained()
            .contains(
                "cannot fetch http://localhost:1/Xenova/clip-vit-base-patch32/resolve/main/config"),
        complained());
    assertEquals(1, Models.run("fetch-model", "clup", "--to", folder.toString()));
    assertTrue(complained().contains("no model is known as \"clup\"; known: [clip]"));
  }

  private String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  private String complained() {
    return complained.toString(StandardCharsets.UTF_8);
  }
}
