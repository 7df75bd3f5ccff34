package mirador.training.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import mirador.concepts.image.Picture;
import mirador.concepts.tensor.FloatTensor;
import mirador.models.safetensors.SafetensorsFile;
import mirador.models.safetensors.SafetensorsWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AblationTest {
  private static Picture picture() {
    byte[] rgb = new byte[3 * 6 * 6];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) i;
    }
    return new Picture(6, 6, rgb);
  }

  @Test
  void shuffledPatchesAreTheSamePatches() {
    Picture before = picture();
    Picture after = Ablation.shuffled(List.of(before), 2).get(0);
    assertFalse(Arrays.equals(before.rgb(), after.rgb()));
    assertEquals(patches(before), patches(after));
  }

  private static List<String> patches(Picture picture) {
    String[] patches = new String[9];
    for (int i = 0; i < 9; i++) {
      StringBuilder numbers = new StringBuilder();
      for (int y = 0; y < 2; y++) {
        for (int x = 0; x < 2; x++) {
          numbers.append(picture.red(i % 3 * 2 + x, i / 3 * 2 + y)).append(' ');
        }
      }
      patches[i] = numbers.toString();
    }
    Arrays.sort(patches);
    return List.of(patches);
  }

  @Test
  void exchangedPicturesAreTheNextOnes() {
    Picture one = picture();
    Picture other = new Picture(1, 1, new byte[3]);
    assertEquals(List.of(other, one), Ablation.exchanged(List.of(one, other)));
  }

  @Test
  void weightsThatAreTakenAwayAreZeroAndTheOthersStay(@TempDir Path work) throws IOException {
    Path from = Files.createDirectory(work.resolve("from"));
    Files.writeString(from.resolve("config.json"), "{}");
    new SafetensorsWriter()
        .add("kept", FloatTensor.of(new float[] {1, 2}, 2))
        .add("gone", FloatTensor.of(new float[] {3, 4, 5}, 3))
        .write(from.resolve("model.safetensors"));
    Path to = work.resolve("to");
    Ablation.without(from, to, "gone"::equals);
    assertEquals("{}", Files.readString(to.resolve("config.json")));
    try (SafetensorsFile weights = SafetensorsFile.open(to.resolve("model.safetensors"))) {
      float[] kept = new float[2];
      float[] gone = new float[3];
      weights.open("kept").read(kept);
      weights.open("gone").read(gone);
      assertArrayEquals(new float[] {1, 2}, kept);
      assertArrayEquals(new float[3], gone);
    }
  }

  @Test
  void aCardIsWrittenBetweenItsMarksOnly(@TempDir Path work) throws IOException {
    Path card = work.resolve("README.md");
    Files.writeString(card, "before\n<!-- eval -->\nold\n<!-- /eval -->\nafter\n");
    new ModelCard(card).write("new\n");
    assertEquals("before\n<!-- eval -->\nnew\n<!-- /eval -->\nafter\n", Files.readString(card));
    Files.writeString(card, "no marks");
    IOException failure = assertThrows(IOException.class, () -> new ModelCard(card).write("new"));
    assertTrue(failure.getMessage().contains("<!-- eval -->"), failure.getMessage());
  }
}
