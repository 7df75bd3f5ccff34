package mirador.models.hub;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mirador.concepts.clip.ClipConfig;
import mirador.concepts.inference.ModelManifest;
import mirador.concepts.inference.ModelManifest.ModelFile;
import mirador.models.export.Variant;
import mirador.models.folder.ModelFolderException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubFolderTest {
  private static final String HASH = "0123456789abcdef".repeat(4);

  @TempDir Path folder;
  private final List<HubFolder> opened = new ArrayList<>();

  private HubFolder open(Variant variant) throws IOException {
    return opened(HubFolder.open(folder, Optional.ofNullable(variant), Optional.empty(), 100));
  }

  @AfterEach
  void close() throws IOException {
    for (HubFolder hub : opened) {
      hub.close();
    }
  }

  private HubFolder opened(HubFolder hub) {
    opened.add(hub);
    return hub;
  }

  private String failure(Variant variant) {
    return assertThrows(IOException.class, () -> open(variant)).getMessage();
  }

  @Test
  void makesTheManifestOfThePublishedModel() throws IOException {
    HubFiles.write(HubFiles.all("_quantized"), folder);
    assertTrue(HubFolder.isOne(folder));
    HubFolder hub = open(null);
    List<ModelFile> files = new ArrayList<>();
    for (String path : hub.paths()) {
      files.add(new ModelFile(path, hub.bytes(path), HASH, List.of()));
    }
    ModelManifest manifest = hub.manifest(files);
    assertEquals("clip-vit-base-patch32", manifest.name());
    assertEquals("openai/clip-vit-base-patch32", manifest.source());
    assertEquals("MIT", manifest.licence());
    assertEquals("int8", manifest.variant());
    assertEquals(Map.of("vision", "vision.onnx", "text", "text.onnx"), manifest.graphs());
    assertEquals(HubFiles.VISION_BYTES, manifest.graph("vision").bytes());
    assertEquals(ClipConfig.VIT_B_32, ClipConfig.of(manifest.config()));
    assertEquals(2, manifest.reference().checks().size());
    assertEquals(Variant.INT8.tolerance(), manifest.reference().tolerance());
  }

  @Test
  void thePublishedModelMayNameItsEndOfTextByItsId() throws IOException {
    Map<String, byte[]> files = HubFiles.all("_quantized");
    files.put(
        "config.json", HubFiles.text("{\"_name_or_path\": \"openai/clip-vit-base-patch32\"}"));
    HubFiles.write(files, folder);
    HubFolder hub = open(null);
    List<ModelFile> entries =
        hub.paths().stream().map(path -> new ModelFile(path, 1, HASH, List.of())).toList();
    ModelManifest manifest = hub.manifest(entries);
    assertEquals(49407, ClipConfig.of(manifest.config()).eosTokenId());
    assertEquals(2, manifest.reference().checks().size());
  }

  @Test
  void severalVariantsAskForAChoice() throws IOException {
    HubFiles.write(HubFiles.all("", "_fp16", "_quantized"), folder);
    String message = failure(null);
    assertTrue(message.contains("[fp32, fp16, int8]; choose with --variant"), message);
    assertEquals(Variant.FP16, open(Variant.FP16).variant());
  }

  @Test
  void aVariantThatIsNotThereIsTold() throws IOException {
    HubFiles.write(HubFiles.all("_quantized"), folder);
    String message = failure(Variant.FP16);
    assertTrue(message.contains("no variant fp16, only [int8]"), message);
  }

  @Test
  void anotherFolderIsNoModel() {
    assertFalse(HubFolder.isOne(folder));
    String message = failure(null);
    assertTrue(message.contains("neither manifest.json nor onnx/vision_model_quant"), message);
  }

  @Test
  void anotherModelHasNoPublishedNumbersAndItsFoldersName() throws IOException {
    Map<String, byte[]> files = HubFiles.all("");
    files.put("config.json", HubFiles.text("{\"vision_config\": {\"image_size\": 32}}"));
    Path named = HubFiles.write(files, folder.resolve("mi-clip"));
    HubFolder hub = opened(HubFolder.open(named, Optional.empty(), Optional.empty(), 42.5));
    List<ModelFile> entries = new ArrayList<>();
    for (String path : hub.paths()) {
      entries.add(new ModelFile(path, 1, HASH, List.of()));
    }
    ModelManifest manifest = hub.manifest(entries);
    assertEquals("mi-clip", manifest.name());
    assertEquals("LicenseRef-unknown", manifest.licence());
    assertTrue(manifest.reference().checks().isEmpty());
    ClipConfig config = ClipConfig.of(manifest.config());
    assertEquals(32, config.imageSize());
    assertEquals(42.5, config.logitScale());
    assertEquals(
        "otro", opened(HubFolder.open(named, Optional.empty(), Optional.of("otro"), 100)).name());
    assertTrue(
        assertThrows(
                ModelFolderException.class,
                () -> HubFolder.open(named, Optional.empty(), Optional.of("a b"), 100))
            .getMessage()
            .contains("\"a b\" cannot be the name"));
  }

  @Test
  void theTokenizerMayComeAsOneFile() throws IOException {
    Map<String, byte[]> files = HubFiles.all("_quantized");
    files.remove("merges.txt");
    for (String merges : List.of("[\"a ñ</w>\"]", "[[\"a\", \"ñ</w>\"]]")) {
      files.put(
          "tokenizer.json",
          HubFiles.text(
              "{\"model\": {\"type\": \"BPE\", \"vocab\": {\"a\": 0, \"ñ</w>\": 1, \"añ</w>\": 2},"
                  + " \"merges\": "
                  + merges
                  + "}}"));
      HubFiles.write(files, folder);
      HubFolder hub = open(null);
      Map<String, byte[]> original = HubFiles.all();
      assertArrayEquals(original.get("merges.txt"), bytes(hub, "merges.txt"));
      ObjectMapper json = new ObjectMapper();
      assertEquals(
          json.readTree(original.get("vocab.json")), json.readTree(bytes(hub, "vocab.json")));
      assertEquals(bytes(hub, "vocab.json").length, hub.bytes("vocab.json"));
    }
  }

  private static byte[] bytes(HubFolder hub, String path) throws IOException {
    try (InputStream in = hub.open(path)) {
      return in.readAllBytes();
    }
  }

  @Test
  void aFolderWithoutTokenizerIsTold() throws IOException {
    Map<String, byte[]> files = HubFiles.all("_quantized");
    files.remove("vocab.json");
    HubFiles.write(files, folder);
    assertTrue(failure(null).contains("neither vocab.json and merges.txt nor tokenizer.json"));
    files.put("tokenizer.json", HubFiles.text("{\"model\": {\"type\": \"WordPiece\"}}"));
    HubFiles.write(files, folder);
    assertTrue(failure(null).contains("is not of byte pair encoding"));
  }

  @Test
  void aPointerInThePlaceOfAGraphIsTold() throws IOException {
    Map<String, byte[]> files = HubFiles.all("_quantized");
    files.put(
        "onnx/vision_model_quantized.onnx",
        "version https://git-lfs.github.com/spec/v1\n".getBytes(StandardCharsets.UTF_8));
    HubFiles.write(files, folder);
    String message = failure(null);
    assertTrue(message.contains("vision_model_quantized.onnx: not an ONNX model but a Git LFS"));
  }
}
