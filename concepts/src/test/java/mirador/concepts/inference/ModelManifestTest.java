package mirador.concepts.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import mirador.concepts.clip.ClipConfig;
import mirador.concepts.inference.ModelManifest.ModelFile;
import mirador.concepts.inference.ModelManifest.Reference;
import mirador.concepts.inference.ModelManifest.ReferenceCheck;
import mirador.concepts.inference.ModelManifest.Shard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelManifestTest {
  private static final String HASH = "0123456789abcdef".repeat(4);

  @Test
  void aFileWithoutShardsIsItsOwnOnlyOne() {
    ModelFile file = new ModelFile("vision.onnx", 7, HASH, List.of());
    assertEquals(List.of(new Shard("vision.onnx", 7, HASH)), file.shards());
    assertFalse(file.isSplit());
  }

  @Test
  void findsFilesByPathAndPart() {
    ModelManifest manifest =
        manifest("vision.onnx", new ModelFile("vision.onnx", 7, HASH, List.of()));
    assertEquals(7, manifest.graph("vision").bytes());
    assertEquals(7, manifest.bytes());
    assertThrows(IllegalArgumentException.class, () -> manifest.graph("text"));
    assertThrows(IllegalArgumentException.class, () -> manifest.file("vocab.json"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/etc/passwd",
        "../x",
        "a/../x",
        "a//x",
        "./x",
        "x/",
        "C:x",
        "a\\x",
        "x?y",
        "x#y",
        "x%2e",
        "a\nb"
      })
  void refusesPathsThatLeaveTheFolder(String path) {
    assertFalse(ModelManifest.isPath(path));
    assertThrows(IllegalArgumentException.class, () -> new ModelFile(path, 1, HASH, List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"vision.onnx", "onnx/vision.onnx.000", "..a/b..", "año.json"})
  void takesPathsWithinTheFolder(String path) {
    assertTrue(ModelManifest.isPath(path));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".hidden", "a b", "a/b", "ñ"})
  void refusesNamesThatAreNoFolder(String name) {
    assertFalse(ModelManifest.isName(name));
  }

  @Test
  void refusesShardsThatAreNotTheFile() {
    Shard shard = new Shard("a.000", 3, HASH);
    assertThrows(IllegalArgumentException.class, () -> new ModelFile("a", 7, HASH, List.of(shard)));
    assertThrows(
        IllegalArgumentException.class,
        () -> manifest("a", new ModelFile("a", 6, HASH, List.of(shard, shard))));
    assertTrue(new ModelFile("a", 3, HASH, List.of(shard)).isSplit());
  }

  @Test
  void refusesAGraphThatIsNoFileAndAHashThatIsNone() {
    assertThrows(
        IllegalArgumentException.class,
        () -> manifest("other.onnx", new ModelFile("vision.onnx", 7, HASH, List.of())));
    assertThrows(IllegalArgumentException.class, () -> new Shard("a", 1, HASH.replace('a', 'A')));
    assertThrows(IllegalArgumentException.class, () -> new Shard("a", 1, HASH.substring(1)));
    assertThrows(IllegalArgumentException.class, () -> new Shard("a", -1, HASH));
  }

  @Test
  void refusesAReferenceWithoutTolerance() {
    ReferenceCheck check =
        new ReferenceCheck(ReferenceCheck.TEXT_FEATURES, 0, List.of(1L), 0, List.of(0.5));
    assertThrows(IllegalArgumentException.class, () -> new Reference(0, List.of(check)));
    assertEquals(1, new Reference(0.1, List.of(check)).checks().size());
    assertThrows(
        IllegalArgumentException.class,
        () -> new ReferenceCheck(ReferenceCheck.TEXT_FEATURES, 0, List.of(), 0, List.of(0.5)));
  }

  @Test
  void theConfigurationSurvivesTheManifest() {
    assertEquals(ClipConfig.VIT_B_32, ClipConfig.of(ClipConfig.VIT_B_32.toMap()));
    assertEquals(50, ClipConfig.VIT_B_32.imageTokens());
    assertThrows(IllegalArgumentException.class, () -> ClipConfig.of(Map.of()));
  }

  private static ModelManifest manifest(String graph, ModelFile file) {
    return new ModelManifest(
        1,
        "clip-mini",
        "clip",
        "fp32",
        "nobody/clip-mini",
        "MIT",
        Map.of("vision", graph),
        List.of(file),
        ClipConfig.VIT_B_32.toMap(),
        Reference.NONE);
  }
}
