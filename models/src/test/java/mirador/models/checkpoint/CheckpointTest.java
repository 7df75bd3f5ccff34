package mirador.models.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import mirador.concepts.tensor.FloatTensor;
import mirador.models.pytorch.PickleBytes;
import mirador.models.safetensors.SafetensorsFile;
import mirador.models.safetensors.SafetensorsWriter;
import mirador.models.weights.WeightsException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {
  private static final FloatTensor A = FloatTensor.of(new float[] {1, 2, 3, 4}, 2, 2);
  private static final FloatTensor B = FloatTensor.of(new float[] {5}, 1);

  @TempDir Path folder;

  @BeforeEach
  void config() throws IOException {
    write("config.json", "{\"hidden_size\": 8, \"act\": \"gelu\", \"list\": [1, 2.5]}");
  }

  @Test
  void readsAnyOfTheFormsOfWeights() throws IOException {
    Path whole = folder.resolve("model.safetensors");
    new SafetensorsWriter().add("a", A).add("b", B).write(whole);
    assertHoldsBoth();

    try (SafetensorsFile weights = SafetensorsFile.open(whole)) {
      PickleBytes.convert(weights, folder.resolve("pytorch_model.bin"));
    }
    Files.delete(whole);
    assertHoldsBoth();

    Files.delete(folder.resolve("pytorch_model.bin"));
    new SafetensorsWriter().add("a", A).write(folder.resolve("model-1.safetensors"));
    new SafetensorsWriter().add("b", B).write(folder.resolve("model-2.safetensors"));
    index("model-2.safetensors");
    assertHoldsBoth();
  }

  private void assertHoldsBoth() throws IOException {
    try (Checkpoint checkpoint = Checkpoint.open(folder)) {
      assertEquals(Set.of("a", "b"), checkpoint.weights().names());
      assertEquals(A, checkpoint.weights().floats("a"));
      assertEquals(B, checkpoint.weights().floats("b"));
    }
  }

  @Test
  void aMissingOrForeignShardIsNamed() throws IOException {
    new SafetensorsWriter().add("a", A).write(folder.resolve("model-1.safetensors"));
    index("model-2.safetensors");
    refuses("model-2.safetensors, which is missing");
    index("../model-2.safetensors");
    refuses("no file of its folder");
    index("model-1.safetensors");
    refuses("looks for b in model-1.safetensors");
  }

  @Test
  void aFolderWithoutWeightsOrConfigurationIsRefused() throws IOException {
    refuses("no weights");
    Files.delete(folder.resolve("config.json"));
    refuses("no file");
    write("config.json", "{\"a\": 1");
    refuses("no JSON");
    write("config.json", "[]");
    refuses("no JSON object");
  }

  @Test
  void missingMembersHaveTheirDefaults() throws IOException {
    ConfigJson config = ConfigJson.open(folder.resolve("config.json"));
    assertEquals(8, config.integer("hidden_size", 512));
    assertEquals(12, config.integer("num_layers", 12));
    assertEquals("gelu", config.text("act", "quick_gelu"));
    assertEquals(List.of(1.0, 2.5), config.numbers("list", List.of()));
    assertEquals(7, config.object("none").integer("x", 7));
    assertThrows(WeightsException.class, () -> config.integer("act", 1));
    assertThrows(WeightsException.class, () -> config.object("act"));
  }

  private void index(String shardOfB) throws IOException {
    write(
        "model.safetensors.index.json",
        "{\"weight_map\": {\"a\": \"model-1.safetensors\", \"b\": \"" + shardOfB + "\"}}");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private void refuses(String why) {
    WeightsException refused =
        assertThrows(WeightsException.class, () -> Checkpoint.open(folder).close());
    assertTrue(refused.getMessage().contains(why), refused.getMessage());
  }
}
