package mirador.site.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import mirador.concepts.blip2.Dialogue;
import mirador.concepts.image.Picture;
import mirador.models.export.Blip2Exporter;
import mirador.models.export.ExportProgress;
import mirador.models.export.Variant;
import mirador.models.random.RandomBlip2;
import mirador.models.weights.Dtype;
import mirador.site.scan.CoursePicture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What BLIP-2 says while the site is built is computed once. */
class BakedBlip2Test {
  private static final Dialogue QUESTION = Dialogue.EMPTY.ask("Is there a car?");

  private static CoursePicture picture(int seed) {
    byte[] rgb = new byte[30 * 20 * 3];
    new Random(seed).nextBytes(rgb);
    return new CoursePicture("car", "car.png", "auto", "un auto", rgb, new Picture(30, 20, rgb));
  }

  private static Path model(Path work) throws IOException {
    Path from = work.resolve("hf");
    new RandomBlip2(RandomBlip2.Sizes.small(1, 64), false).write(from, 3, Dtype.F32, 1 << 30, null);
    new Blip2Exporter(
            new Blip2Exporter.Settings(
                from, work, List.of(Variant.FP32), "blip2-opt-2.7b", "random", "Apache-2.0"),
            ExportProgress.SILENT)
        .export();
    return work.resolve("fp32");
  }

  @Test
  void anAnswerIsKeptByModelPictureAndQuestion(@TempDir Path work) throws IOException {
    Path model = model(work);
    Path kept = work.resolve("baked");
    BakedText caption;
    BakedText answer;
    float[] cross;
    try (BakedBlip2 blip2 = BakedBlip2.find(List.of(work, model), kept).orElseThrow()) {
      assertEquals("blip2-opt-2.7b, fp32", blip2.title());
      caption = blip2.caption(picture(1));
      answer = blip2.answer(picture(1), QUESTION);
      cross = blip2.queries(picture(1)).crossAttention().values();
      assertFalse(caption.tokens().isEmpty());
      assertEquals(5, caption.tokens().get(0).alternatives().size());
    }
    // With damaged graphs the model can say only what it has said.
    try (Stream<Path> files = Files.list(model)) {
      for (Path file : files.filter(one -> one.toString().contains(".onnx")).toList()) {
        Files.write(file, new byte[(int) Files.size(file)]);
      }
    }
    try (BakedBlip2 blip2 = BakedBlip2.find(List.of(model), kept).orElseThrow()) {
      assertEquals(caption, blip2.caption(picture(1)));
      assertEquals(answer, blip2.answer(picture(1), QUESTION));
      assertArrayEquals(cross, blip2.queries(picture(1)).crossAttention().values());
      assertThrows(Exception.class, () -> blip2.answer(picture(1), QUESTION.ask("Why?")));
    }
    try (BakedBlip2 blip2 = BakedBlip2.find(List.of(model), kept).orElseThrow()) {
      assertThrows(Exception.class, () -> blip2.caption(picture(2)), "another picture");
    }
  }

  @Test
  void withoutFilesThereIsNone(@TempDir Path work) throws IOException {
    assertTrue(BakedBlip2.find(List.of(work), work).isEmpty());
  }
}
