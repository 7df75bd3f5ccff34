package mirador.models.pack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mirador.concepts.inference.ModelManifest;
import mirador.concepts.inference.ModelManifest.ModelFile;
import mirador.concepts.inference.ModelManifest.Reference;
import mirador.concepts.inference.ModelManifest.Shard;
import mirador.models.folder.ManifestJson;
import mirador.models.folder.ModelFolder;
import mirador.models.folder.ModelFolderException;
import mirador.models.folder.ModelFolderWriter;
import mirador.models.folder.Sha256;
import mirador.models.hub.HubFiles;
import mirador.models.hub.HubFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptPacksTest {
  private static final Pattern SHARD =
      Pattern.compile("miradorPack\\.shard\\(\"([^\"]+)\", (\\d+), \"([A-Za-z0-9+/=]*)\"\\);\n");
  private static final Pattern MANIFEST =
      Pattern.compile("miradorPack\\.manifest\\(\"([^\"]+)\", (\\{.*\\})\\);\n", Pattern.DOTALL);

  @TempDir Path temp;

  private ModelFolder model() throws IOException {
    Path folder = temp.resolve("model");
    ModelFolderWriter writer = ModelFolderWriter.begin(folder, false);
    byte[] weights = new byte[10_000];
    new Random(1).nextBytes(weights);
    Files.write(folder.resolve("vision.onnx"), weights);
    Files.createDirectories(folder.resolve("más"));
    Files.write(folder.resolve("más/vocab.json"), new byte[4096]);
    Files.write(folder.resolve("empty.txt"), new byte[0]);
    writer.add("vision.onnx");
    writer.add("más/vocab.json");
    writer.add("empty.txt");
    writer.finish(
        "mini",
        "clip",
        "fp32",
        "el aula ñ",
        "MIT",
        Map.of("vision", "vision.onnx"),
        Map.of("mean", List.of(0.5, 0.25, 0.125), "imageSize", List.of(32.0)),
        Reference.NONE);
    return ModelFolder.open(folder);
  }

  private ScriptPacks.Result pack(ModelFolder model) throws IOException {
    return ScriptPacks.write(ModelFiles.of(model), temp.resolve("models"), 4096, bytes -> {});
  }

  private static String read(Path script) throws IOException {
    return Files.readString(script, StandardCharsets.US_ASCII);
  }

  /** What a page makes of the packs, or an error where they are not what the page expects. */
  private static byte[] load(Path folder, ModelFile file) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    List<Shard> shards = file.shards();
    for (int i = 0; i < shards.size(); i++) {
      Matcher call = SHARD.matcher(read(folder.resolve(shards.get(i).path() + ".js")));
      assertTrue(call.matches());
      assertEquals(file.path().replace("á", "\\u00e1"), call.group(1));
      assertEquals(i, Integer.parseInt(call.group(2)));
      byte[] bytes = Base64.getDecoder().decode(call.group(3));
      assertEquals(shards.get(i).sha256(), Sha256.of(bytes));
      assertEquals(shards.get(i).bytes(), bytes.length);
      all.write(bytes);
    }
    return all.toByteArray();
  }

  private static ModelManifest manifest(Path folder) throws IOException {
    Matcher call = MANIFEST.matcher(read(folder.resolve("manifest.js")));
    assertTrue(call.matches());
    ModelManifest manifest =
        ManifestJson.read(call.group(2).getBytes(StandardCharsets.UTF_8), "manifest.js");
    assertEquals(manifest.name(), call.group(1));
    return manifest;
  }

  @Test
  void aPageFindsTheWholeModelInItsScripts() throws IOException {
    ModelFolder model = model();
    AtomicLong packed = new AtomicLong();
    ScriptPacks.Result result =
        ScriptPacks.write(ModelFiles.of(model), temp.resolve("models"), 4096, packed::addAndGet);
    assertEquals(temp.resolve("models/mini"), result.folder());
    assertEquals(model.manifest().bytes(), packed.get());
    ModelManifest manifest = manifest(result.folder());
    assertEquals(result.manifest(), manifest);
    assertEquals("el aula ñ", manifest.source());
    assertEquals(model.manifest().config(), manifest.config());
    assertEquals(model.manifest().graphs(), manifest.graphs());
    assertEquals(
        List.of("vision.onnx.000", "vision.onnx.001", "vision.onnx.002"),
        manifest.file("vision.onnx").shards().stream().map(Shard::path).toList());
    assertFalse(manifest.file("más/vocab.json").isSplit());
    for (ModelFile file : manifest.files()) {
      assertArrayEquals(model.bytes(file.path()), load(result.folder(), file));
      assertEquals(model.manifest().file(file.path()).sha256(), file.sha256());
    }
    assertEquals(6, result.scripts());
    assertEquals(6, result.written());
    assertTrue(result.strangers().isEmpty());
  }

  @Test
  void scriptsAreAscii() throws IOException {
    Path folder = pack(model()).folder();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path script : all.filter(Files::isRegularFile).toList()) {
        for (byte b : Files.readAllBytes(script)) {
          assertTrue(b > 0, script + " holds the byte " + b);
        }
      }
    }
  }

  @Test
  void aScriptOfAFullShardIsUnderTwelveMegabytes() throws IOException {
    byte[] big = new byte[ScriptPacks.SHARD_BYTES + 1];
    ModelFiles files =
        new ModelFiles() {
          @Override
          public String name() {
            return "big";
          }

          @Override
          public List<String> paths() {
            return List.of("vision.onnx");
          }

          @Override
          public long bytes(String path) {
            return big.length;
          }

          @Override
          public InputStream open(String path) {
            return new ByteArrayInputStream(big);
          }

          @Override
          public ModelManifest manifest(List<ModelFile> modelFiles) {
            return new ModelManifest(
                ModelManifest.FORMAT,
                "big",
                "clip",
                "fp32",
                "",
                "",
                Map.of("vision", "vision.onnx"),
                modelFiles,
                Map.of(),
                Reference.NONE);
          }
        };
    Path folder = ScriptPacks.write(files, temp, bytes -> {}).folder();
    long size = Files.size(folder.resolve("vision.onnx.000.js"));
    assertTrue(size > 11_000_000 && size <= 12_000_000, size + " bytes");
    assertArrayEquals(big, load(folder, manifest(folder).file("vision.onnx")));
  }

  @Test
  void aSecondWritingLeavesWhatIsRight() throws IOException {
    ModelFolder model = model();
    Path folder = pack(model).folder();
    Path kept = folder.resolve("vision.onnx.001.js");
    FileTime before = FileTime.fromMillis(1_000_000_000_000L);
    Files.setLastModifiedTime(kept, before);
    String broken = read(folder.resolve("vision.onnx.000.js")).replace("\");", "=\");");
    Files.writeString(folder.resolve("vision.onnx.000.js"), broken);
    Files.delete(folder.resolve("vision.onnx.002.js"));
    Files.writeString(folder.resolve("old.onnx.js"), "miradorPack.shard(\"old.onnx\", 0, \"\");");
    ScriptPacks.Result again = pack(model);
    assertEquals(before, Files.getLastModifiedTime(kept));
    assertEquals(3, again.written()); // two shards and the manifest
    assertEquals(List.of(folder.resolve("old.onnx.js")), again.strangers());
    assertArrayEquals(
        model.bytes("vision.onnx"), load(folder, manifest(folder).file("vision.onnx")));
  }

  @Test
  void aStoppedWritingHasNoManifest() throws IOException {
    ModelFolder model = model();
    Path folder = pack(model).folder();
    AtomicLong packed = new AtomicLong();
    assertThrows(
        IllegalStateException.class,
        () ->
            ScriptPacks.write(
                ModelFiles.of(model),
                temp.resolve("models"),
                4096,
                bytes -> {
                  if (packed.addAndGet(bytes) > 5000) {
                    throw new IllegalStateException("stopped");
                  }
                }));
    assertFalse(Files.exists(folder.resolve("manifest.js")));
    assertEquals(1, pack(model).written());
    manifest(folder);
  }

  @Test
  void aDamagedFileIsNamed() throws IOException {
    ModelFolder model = model();
    Path file = model.path().resolve("vision.onnx");
    byte[] bytes = Files.readAllBytes(file);
    bytes[5000] ^= 1;
    Files.write(file, bytes);
    ModelFolderException e = assertThrows(ModelFolderException.class, () -> pack(model));
    assertTrue(e.getMessage().contains("vision.onnx is damaged"), e.getMessage());
    assertFalse(Files.exists(temp.resolve("models/mini/manifest.js")));
  }

  @Test
  void aHubFolderIsPackedWithoutAManifestOfItsOwn() throws IOException {
    Map<String, byte[]> files = HubFiles.all("_quantized");
    Path hub = HubFiles.write(files, temp.resolve("hub"));
    ScriptPacks.Result result;
    try (HubFolder model = HubFolder.open(hub, Optional.empty(), Optional.empty(), 100)) {
      result = ScriptPacks.write(model, temp.resolve("models"), bytes -> {});
    }
    ModelManifest manifest = manifest(result.folder());
    assertEquals("clip-vit-base-patch32", manifest.name());
    assertArrayEquals(
        files.get("onnx/text_model_quantized.onnx"), load(result.folder(), manifest.graph("text")));
    assertArrayEquals(files.get("vocab.json"), load(result.folder(), manifest.file("vocab.json")));
  }
}
