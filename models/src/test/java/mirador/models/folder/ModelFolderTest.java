package mirador.models.folder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import mirador.concepts.clip.ClipConfig;
import mirador.concepts.inference.ModelManifest;
import mirador.concepts.inference.ModelManifest.Reference;
import mirador.concepts.inference.ModelManifest.ReferenceCheck;
import mirador.models.weights.DamagedFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFolderTest {
  private static final byte[] GRAPH =
      "0123456789abcdefghijklmnopqrstuvwxyz".getBytes(StandardCharsets.US_ASCII);
  private static final Reference REFERENCE =
      new Reference(
          0.01,
          List.of(
              new ReferenceCheck(
                  ReferenceCheck.IMAGE_FEATURES_CONSTANT, 0.5, List.of(), 1, List.of(-0.3381)),
              new ReferenceCheck(
                  ReferenceCheck.TEXT_FEATURES, 0, List.of(49406L, 49407L), 1, List.of(1.0, 2.0))));

  @TempDir Path temporary;
  private Path folder;

  @BeforeEach
  void name() {
    folder = temporary.resolve("model");
  }

  /** Files of more than 30 bytes in shards of 10. */
  private ModelManifest write(boolean keepWhole) throws IOException {
    ModelFolderWriter writer = ModelFolderWriter.begin(folder, keepWhole, 30, 10);
    Files.write(folder.resolve("vision.onnx"), GRAPH);
    Files.writeString(folder.resolve("vocab.json"), "{}");
    writer.add("vision.onnx");
    writer.add("vocab.json");
    return writer.finish(
        "clip-test",
        "clip",
        "int8",
        "nobody/clip-test",
        "MIT",
        Map.of("vision", "vision.onnx"),
        ClipConfig.VIT_B_32.toMap(),
        REFERENCE);
  }

  @Test
  void largeFilesAreSplitAndPutTogetherAgain() throws IOException {
    ModelManifest written = write(false);
    ModelFolder model = ModelFolder.open(folder);
    assertEquals(written, model.manifest());
    assertEquals(4, written.graph("vision").shards().size());
    assertEquals(6, written.graph("vision").shards().get(3).bytes());
    assertEquals("vision.onnx.003", written.graph("vision").shards().get(3).path());
    assertFalse(Files.exists(folder.resolve("vision.onnx")));
    assertFalse(model.isWhole("vision.onnx"));
    assertArrayEquals(GRAPH, model.bytes("vision.onnx"));
    assertEquals(Sha256.of(GRAPH), written.graph("vision").sha256());
    assertEquals(ClipConfig.VIT_B_32, ClipConfig.of(model.manifest().config()));
    long[] read = {0};
    model.verify(bytes -> read[0] += bytes);
    assertEquals(written.bytes(), read[0]);
  }

  @Test
  void aWholeFileIsTakenWhereThereIsOne() throws IOException {
    write(true);
    ModelFolder model = ModelFolder.open(folder);
    assertTrue(model.isWhole("vision.onnx"));
    Files.delete(folder.resolve("vision.onnx.002"));
    assertArrayEquals(GRAPH, ModelFolder.open(folder).bytes("vision.onnx"));
  }

  @Test
  void aFlippedByteIsFoundAndItsShardNamed() throws IOException {
    write(false);
    byte[] shard = Files.readAllBytes(folder.resolve("vision.onnx.002"));
    shard[3] ^= 1;
    Files.write(folder.resolve("vision.onnx.002"), shard);
    ModelFolder model = ModelFolder.open(folder);
    ModelFolderException found =
        assertThrows(ModelFolderException.class, () -> model.verify(bytes -> {}));
    assertTrue(found.getMessage().contains("vision.onnx.002 is damaged"), found.getMessage());
  }

  @Test
  void aMissingOrShortShardIsNamed() throws IOException {
    write(false);
    Files.write(folder.resolve("vision.onnx.001"), new byte[9]);
    refuses("vision.onnx.001 has 9 bytes, not 10");
    Files.delete(folder.resolve("vision.onnx.001"));
    refuses("vision.onnx.001 is missing");
  }

  @Test
  void whatIsHalfMadeIsNoModel() throws IOException {
    write(false);
    ModelFolderWriter.begin(folder, false);
    refuses("not complete");
    Files.writeString(folder.resolve(ModelFolder.MANIFEST), "{\"format\": 1");
    refuses("no JSON");
    Files.writeString(folder.resolve(ModelFolder.MANIFEST), "{\"format\": 2}");
    refuses("missing");
  }

  @Test
  void aSmallerModelLeavesNoShardsOfALargerOne() throws IOException {
    write(false);
    ModelFolderWriter writer = ModelFolderWriter.begin(folder, false, 30, 20);
    Files.write(folder.resolve("vision.onnx"), GRAPH);
    writer.add("vision.onnx");
    assertTrue(Files.exists(folder.resolve("vision.onnx.001")));
    assertFalse(Files.exists(folder.resolve("vision.onnx.002")));
  }

  @Test
  void aManifestThatLeavesTheFolderIsRefused() throws IOException {
    write(false);
    Path file = folder.resolve(ModelFolder.MANIFEST);
    String good = Files.readString(file);
    Files.writeString(file, good.replace("\"vocab.json\"", "\"../vocab.json\""));
    refuses("without ..");
    Files.writeString(file, good.replace("\"format\" : 1", "\"format\" : 2"));
    refuses("format 2");
    Files.writeString(file, good.replace("\"format\" : 1", "\"format\" : 1, \"later\" : [{}]"));
    assertNotNull(ModelFolder.open(folder).manifest());
  }

  @Test
  void damagedManifestsAreReadOrRefused() throws IOException {
    byte[] good = ManifestJson.write(write(false));
    for (long seed = 0; seed < 3000; seed++) {
      try {
        assertNotNull(ManifestJson.read(DamagedFiles.damage(good, good.length, seed), "m"));
      } catch (ModelFolderException refused) {
        assertNotNull(refused.getMessage());
      }
    }
  }

  private void refuses(String why) {
    ModelFolderException refused =
        assertThrows(ModelFolderException.class, () -> ModelFolder.open(folder));
    assertTrue(refused.getMessage().contains(why), refused.getMessage());
  }
}
