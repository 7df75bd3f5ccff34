package mirador.models.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import mirador.concepts.blip2.Blip2Config;
import mirador.concepts.blip2.Blip2SelfCheck;
import mirador.concepts.inference.ModelManifest;
import mirador.concepts.inference.ModelManifest.ModelFile;
import mirador.concepts.inference.SelfCheckResult;
import mirador.concepts.tensor.FloatTensor;
import mirador.models.HfFolders;
import mirador.models.blip2.Blip2Folder;
import mirador.models.folder.ModelFolder;
import mirador.models.random.RandomBlip2;
import mirador.models.safetensors.SafetensorsFile;
import mirador.models.safetensors.SafetensorsWriter;
import mirador.models.weights.Dtype;
import mirador.models.weights.WeightsException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class Blip2ExporterTest {
  private static final int SHARD = 16 << 10;

  @TempDir Path temporary;
  private Path from;
  private Path to;

  @BeforeEach
  void copyTheFixture() throws IOException {
    from = Files.createDirectory(temporary.resolve("blip2-tiny"));
    to = temporary.resolve("models");
    for (String file : List.of("config.json", "generation_config.json", "model.safetensors")) {
      Files.copy(HfFolders.blip2Resource().resolve(file), from.resolve(file));
    }
  }

  @Test
  void theManifestTellsTheModelItsGraphsAndItsReferenceValues() throws IOException {
    ModelManifest manifest = export(Variant.FP32);
    assertEquals("blip2", manifest.architecture());
    assertEquals("blip2-tiny", manifest.name());
    assertEquals(Set.of("vision", "qformer", "embedding", "decoder"), manifest.graphs().keySet());
    for (String graph : manifest.graphs().values()) {
      assertTrue(manifest.hasFile(ModelManifest.weightsOf(graph)), graph);
    }
    Blip2Config config = Blip2Config.of(manifest.config());
    assertEquals(28, config.imageSize());
    assertEquals(4, config.queries());
    assertEquals(150, config.eosTokenId());
    assertEquals(2, config.crossAttentionEvery());
    assertEquals(3, manifest.reference().checks().size());
    assertEquals(manifest, ModelFolder.open(to.resolve("fp32")).manifest());
  }

  @ParameterizedTest
  @EnumSource(Variant.class)
  void everyVariantPassesTheChecksOfItsManifest(Variant variant) throws IOException {
    export(variant);
    try (Blip2Folder model = Blip2Folder.open(to.resolve(variant.toString()), 1)) {
      ModelManifest manifest = model.folder().manifest();
      List<SelfCheckResult> results = Blip2SelfCheck.run(model.model(), manifest.reference());
      assertEquals(3, results.size());
      for (SelfCheckResult result : results) {
        assertTrue(result.passed(), result.toString());
      }
    }
  }

  @Test
  void weightsLieBesideTheGraphInShards() throws IOException {
    ModelManifest manifest = export(Variant.FP32);
    for (String graph : manifest.graphs().values()) {
      ModelFile file = manifest.file(ModelManifest.weightsOf(graph));
      long inGraph = manifest.file(graph).bytes();
      assertEquals(file.bytes() > SHARD + SHARD / 2, file.isSplit(), graph);
      assertTrue(inGraph < 90_000, graph + " has " + inGraph + " bytes");
      for (int i = 0; file.isSplit() && i < file.shards().size() - 1; i++) {
        assertEquals(SHARD, file.shards().get(i).bytes());
      }
    }
    assertTrue(manifest.file("decoder.onnx.data").isSplit());
    ModelFolder.open(to.resolve("fp32")).verify(bytes -> {});
  }

  @Test
  void aCheckpointInShardsAnd16BitsIsReadToo() throws IOException {
    Path random = temporary.resolve("random");
    new RandomBlip2(RandomBlip2.Sizes.small(1, 64), false)
        .write(random, 5, Dtype.F16, 200_000, null);
    assertTrue(Files.exists(random.resolve("model.safetensors.index.json")));
    ModelManifest manifest = exporter(random, ExportProgress.SILENT, Variant.INT8).export().get(0);
    assertTrue(manifest.hasFile("vocab.json"));
    assertTrue(manifest.hasFile("merges.txt"));
  }

  @Test
  void anExportThatWasStoppedGoesOnAndGivesTheSameBytes() throws IOException {
    export(Variant.INT8);
    Map<String, byte[]> whole = bytes(to.resolve("int8"));
    to = temporary.resolve("stopped");
    // What is there already is told too, so that every run gets a few shards further.
    int stops = 0;
    for (int shards = 1; ; shards += 3) {
      try {
        exporter(from, new StopAfter((long) shards * SHARD), Variant.INT8).export();
        break;
      } catch (Stopped stopped) {
        stops++;
        assertFalse(Files.exists(to.resolve("int8/manifest.json")));
        assertThrows(IOException.class, () -> ModelFolder.open(to.resolve("int8")));
      }
    }
    assertTrue(stops >= 2, "stops: " + stops);
    Map<String, byte[]> resumed = bytes(to.resolve("int8"));
    assertEquals(whole.keySet(), resumed.keySet());
    whole.forEach((name, expected) -> assertArrayEquals(expected, resumed.get(name), name));
  }

  @Test
  void finishedShardsAreNotWrittenAgain() throws IOException {
    stopAfter(2L * SHARD);
    Path shard = shard();
    FileTime before = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(shard, before);
    export(Variant.FP32);
    assertEquals(before, Files.getLastModifiedTime(shard));
  }

  @Test
  void aShardThatWasDamagedMeanwhileIsWrittenAgain() throws IOException {
    export(Variant.FP32);
    Map<String, byte[]> whole = bytes(to.resolve("fp32"));
    to = temporary.resolve("damaged");
    stopAfter(2L * SHARD);
    Path shard = shard();
    byte[] bytes = Files.readAllBytes(shard);
    bytes[bytes.length / 2] ^= 1;
    Files.write(shard, bytes);
    export(Variant.FP32);
    bytes(to.resolve("fp32"))
        .forEach((name, actual) -> assertArrayEquals(whole.get(name), actual, name));
  }

  @Test
  void shardsOfAnotherCheckpointAreNotTakenOver() throws IOException {
    stopAfter(2L * SHARD);
    byte[] old = Files.readAllBytes(shard());
    rewrite(
        (name, values) -> {
          if (name.startsWith("vision_model")) {
            values[0] += 1;
          }
        });
    export(Variant.FP32);
    assertFalse(Arrays.equals(old, Files.readAllBytes(shard())));
  }

  @Test
  void aFinishedFolderIsLeftAsItIs() throws IOException {
    export(Variant.FP32);
    Path manifest = to.resolve("fp32/manifest.json");
    FileTime before = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(manifest, before);
    List<String> notes = new ArrayList<>();
    exporter(
            from,
            new ExportProgress() {
              @Override
              public void note(String line) {
                notes.add(line);
              }
            },
            Variant.FP32)
        .export();
    assertEquals(before, Files.getLastModifiedTime(manifest));
    assertTrue(notes.get(0).contains("is there already"), notes.toString());
  }

  @Test
  void anotherArchitectureIsRefused() throws IOException {
    change("\"model_type\": \"blip-2\"", "\"model_type\": \"clip\"");
    refuses("model_type is \"clip\", not \"blip-2\"");
  }

  @Test
  void anotherLanguageModelIsRefused() throws IOException {
    change("\"model_type\": \"opt\"", "\"model_type\": \"t5\"");
    refuses("the language model is \"t5\"; only \"opt\"");
  }

  @Test
  void sizesThatDoNotFitAreRefusedByName() throws IOException {
    change("\"num_hidden_layers\": 4", "\"num_hidden_layers\": 5");
    refuses("no tensor qformer.encoder.layer.4.attention.attention.query.weight");
    change("\"num_hidden_layers\": 5", "\"num_hidden_layers\": 4");
    change("\"encoder_hidden_size\": 32", "\"encoder_hidden_size\": 40");
    refuses("the Q-Former reads tokens of 40 numbers, the vision tower gives 32");
    change("\"encoder_hidden_size\": 40", "\"encoder_hidden_size\": 32");
    change("\"ffn_dim\": 96", "\"ffn_dim\": 100");
    refuses("language_model.model.decoder.layers.0.fc1.weight has the shape");
    change("\"ffn_dim\": 100", "\"ffn_dim\": 96");
    change("\"word_embed_proj_dim\": 48", "\"word_embed_proj_dim\": 24");
    refuses("word_embed_proj_dim");
  }

  @Test
  void aMissingShardIsNamed() throws IOException {
    Path random = temporary.resolve("random");
    new RandomBlip2(RandomBlip2.Sizes.small(1, 64), false)
        .write(random, 5, Dtype.F32, 400_000, null);
    Path second;
    try (Stream<Path> files = Files.list(random)) {
      second =
          files
              .filter(file -> file.getFileName().toString().startsWith("model-00002"))
              .findFirst()
              .orElseThrow();
    }
    Files.delete(second);
    from = random;
    refuses("names " + second.getFileName() + ", which is missing");
  }

  @Test
  void aTruncatedFileIsRefused() throws IOException {
    Path file = from.resolve("model.safetensors");
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 1000));
    assertThrows(WeightsException.class, () -> export(Variant.INT8));
    assertNoModel();
  }

  @Test
  void anUnknownNumberFormatIsRefusedByName() throws IOException {
    Path file = from.resolve("model.safetensors");
    byte[] bytes = Files.readAllBytes(file);
    int header = (int) ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    String text = new String(bytes, 8, header, StandardCharsets.UTF_8);
    String changed = text.replaceFirst("\"F32\"", "\"F8\" ");
    byte[] other = changed.getBytes(StandardCharsets.UTF_8);
    assertEquals(header, other.length);
    System.arraycopy(other, 0, bytes, 8, header);
    Files.write(file, bytes);
    refuses("F8");
  }

  @Test
  void numbersThatAreNoneAreRefusedByName() throws IOException {
    String name = "language_model.model.decoder.layers.1.fc2.weight";
    rewrite(
        (tensor, values) -> {
          if (tensor.equals(name)) {
            values[7] = Float.NaN;
          }
        });
    refuses(name + " holds a number that is not finite");
  }

  @Test
  void damagedWeightsAreFoundByTheChecksOfTheManifest() throws IOException {
    export(Variant.FP32);
    Path weights = to.resolve("fp32/qformer.onnx.data.000");
    byte[] bytes = Files.readAllBytes(weights);
    Arrays.fill(bytes, 2048, 12_000, (byte) 0x40);
    Files.write(weights, bytes);
    try (Blip2Folder model = Blip2Folder.open(to.resolve("fp32"), 1)) {
      List<SelfCheckResult> results =
          Blip2SelfCheck.vision(model.vision(), model.folder().manifest().reference());
      assertEquals(List.of(true, false), results.stream().map(SelfCheckResult::passed).toList());
    }
  }

  private ModelManifest export(Variant variant) throws IOException {
    return exporter(from, ExportProgress.SILENT, variant).export().get(0);
  }

  private Blip2Exporter exporter(Path source, ExportProgress progress, Variant variant) {
    return new Blip2Exporter(
        new Blip2Exporter.Settings(source, to, List.of(variant), null, null, "Apache-2.0", SHARD),
        progress);
  }

  private void refuses(String message) {
    WeightsException failure = assertThrows(WeightsException.class, () -> export(Variant.INT8));
    assertTrue(failure.getMessage().contains(message), failure.getMessage());
    assertNoModel();
  }

  private void assertNoModel() {
    assertFalse(Files.exists(to.resolve("int8/manifest.json")));
  }

  private void stopAfter(long bytes) {
    assertThrows(Stopped.class, () -> exporter(from, new StopAfter(bytes), Variant.FP32).export());
  }

  /** The first shard of the vision tower. */
  private Path shard() {
    return to.resolve("fp32/vision.onnx.data.000");
  }

  private void change(String before, String after) throws IOException {
    Path file = from.resolve("config.json");
    String text = Files.readString(file);
    assertTrue(text.contains(before), before);
    Files.writeString(file, text.replace(before, after));
  }

  /** Changes the numbers of a tensor. */
  @FunctionalInterface
  private interface Change {
    void apply(String name, float[] values);
  }

  private void rewrite(Change change) throws IOException {
    Path file = from.resolve("model.safetensors");
    SafetensorsWriter writer = new SafetensorsWriter();
    try (SafetensorsFile weights = SafetensorsFile.open(file)) {
      for (String name : weights.names()) {
        FloatTensor tensor = weights.floats(name);
        change.apply(name, tensor.values());
        writer.add(name, tensor);
      }
    }
    Path changed = from.resolve("changed");
    writer.write(changed);
    Files.move(changed, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private static Map<String, byte[]> bytes(Path folder) throws IOException {
    Map<String, byte[]> all = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        all.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    return all;
  }

  /** Whoever runs the export has had enough. */
  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Stops once so many bytes are there. */
  private static final class StopAfter implements ExportProgress {
    private final long most;
    private long written;

    StopAfter(long most) {
      this.most = most;
    }

    @Override
    public void wrote(long bytes) {
      written += bytes;
      if (written >= most) {
        throw new Stopped();
      }
    }
  }
}
