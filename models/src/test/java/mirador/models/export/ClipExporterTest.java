package mirador.models.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import mirador.concepts.clip.ClipConfig;
import mirador.concepts.clip.ClipEncoders;
import mirador.concepts.clip.Embeddings;
import mirador.concepts.inference.ModelManifest;
import mirador.concepts.inference.ModelManifest.Reference;
import mirador.concepts.inference.ModelManifest.ReferenceCheck;
import mirador.concepts.tensor.FloatTensor;
import mirador.models.HfFolders;
import mirador.models.checkpoint.ConfigJson;
import mirador.models.folder.ModelFolder;
import mirador.models.ort.OnnxRuntimeSession;
import mirador.models.pytorch.PickleBytes;
import mirador.models.safetensors.SafetensorsFile;
import mirador.models.safetensors.SafetensorsWriter;
import mirador.models.weights.WeightsException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClipExporterTest {
  @TempDir Path temporary;
  private Path from;
  private Path to;

  @BeforeEach
  void copyTheFixture() throws IOException {
    from = Files.createDirectory(temporary.resolve("clip-tiny"));
    to = temporary.resolve("models");
    for (String file : List.of("config.json", "model.safetensors")) {
      Files.copy(HfFolders.resource().resolve(file), from.resolve(file));
    }
  }

  @Test
  void theManifestTellsTheModelAndItsReferenceValues() throws IOException {
    ModelManifest manifest = export(Variant.FP32, null).get(0);
    assertEquals("clip-tiny", manifest.name());
    assertEquals("fp32", manifest.variant());
    ClipConfig config = ClipConfig.of(manifest.config());
    assertEquals(17, config.imageTokens());
    assertEquals(20, config.contextLength());
    assertEquals(2, config.eosTokenId());
    assertEquals(2, manifest.reference().checks().size());
    assertEquals(8, manifest.reference().checks().get(0).expected().size());
    ModelFolder.open(to.resolve("fp32")).verify(bytes -> {});
  }

  @Test
  void theFormOfTheWeightsMakesNoDifference() throws IOException {
    byte[] safetensors = graph(export(Variant.FP32, null));
    try (SafetensorsFile weights = SafetensorsFile.open(from.resolve("model.safetensors"))) {
      PickleBytes.convert(weights, from.resolve("pytorch_model.bin"));
    }
    Files.delete(from.resolve("model.safetensors"));
    assertArrayEquals(safetensors, graph(export(Variant.FP32, null)));
  }

  @Test
  void theWrongActivationWouldBeSeen() throws IOException {
    FloatTensor right = imageEmbeddings();
    change("\"hidden_size\": 40", "\"hidden_act\": \"gelu\", \"hidden_size\": 40");
    FloatTensor wrong = imageEmbeddings();
    double greatest = 0;
    for (int i = 0; i < right.values().length; i++) {
      greatest = Math.max(greatest, Math.abs(right.values()[i] - wrong.values()[i]));
    }
    // What the reference says this mistake costs, 4.8e-3: far above the tolerance of 2e-5.
    assertEquals(4.8e-3, greatest, 1e-4);
  }

  @Test
  void tokenizersAreTakenInBothForms() throws IOException {
    Files.writeString(
        from.resolve("tokenizer.json"),
        "{\"model\": {\"vocab\": {\"a\": 0}, \"merges\": [\"a b\", [\"c\", \"d</w>\"]]}}");
    export(Variant.INT8, null);
    ModelFolder model = ModelFolder.open(to.resolve("int8"));
    assertEquals(
        "#version: 0.2\na b\nc d</w>\n", Files.readString(model.path().resolve("merges.txt")));
    assertTrue(model.manifest().hasFile("vocab.json"));

    Files.writeString(from.resolve("vocab.json"), "{}");
    Files.writeString(from.resolve("merges.txt"), "x y\n");
    export(Variant.INT8, null);
    assertEquals("x y\n", Files.readString(model.path().resolve("merges.txt")));
  }

  @Test
  void onlyThePublishedModelHasPublishedValues() throws IOException {
    ModelManifest tiny = export(Variant.FP32, ReferenceValues.PUBLISHED).get(0);
    assertEquals(8, tiny.reference().checks().get(0).expected().size());

    Files.writeString(from.resolve("config.json"), "{\"text_config\": {\"eos_token_id\": 2}}");
    ClipArchitecture sizes = ClipArchitecture.of(ConfigJson.open(from.resolve("config.json")));
    assertTrue(ReferenceValues.isPublished(ReferenceValues.PUBLISHED, sizes));
    assertFalse(ReferenceValues.isPublished("somebody/clip-vit-base-patch32", sizes));
    List<ReferenceCheck> published = ReferenceValues.published();
    assertEquals(2, published.size());
    assertEquals(List.of(-0.3381, -0.0196, -0.4053), published.get(0).expected());
    assertEquals(7, published.get(1).ids().size());
  }

  @Test
  void theTolerancesGrowWithTheFeatures() {
    ReferenceCheck large =
        new ReferenceCheck(ReferenceCheck.TEXT_FEATURES, 0, List.of(1L), 0, List.of(1.0, -4.0));
    Reference reference = ReferenceValues.withTolerance(List.of(large), Variant.FP16);
    assertEquals(4 * Variant.FP16.tolerance(), reference.tolerance());
  }

  @Test
  void aMissingOrMisshapenTensorIsNamedAndNothingIsLeft() throws IOException {
    rewrite(name -> !name.equals("text_model.encoder.layers.1.mlp.fc2.bias"), Map.of());
    refuses("has no tensor text_model.encoder.layers.1.mlp.fc2.bias");
    rewrite(
        name -> true,
        Map.of("vision_model.encoder.layers.0.self_attn.q_proj.bias", FloatTensor.zeros(39)));
    refuses("q_proj.bias has the shape (39); config.json asks for (40)");
    assertFalse(Files.exists(to.resolve("int8").resolve(ModelFolder.MANIFEST)));
  }

  @Test
  void numbersThatAVariantCannotHoldAreNamed() throws IOException {
    FloatTensor large = FloatTensor.zeros(40);
    large.values()[7] = 1e6f;
    String name = "vision_model.encoder.layers.0.self_attn.q_proj.bias";
    rewrite(each -> true, Map.of(name, large));
    IOException refused = assertThrows(IOException.class, () -> export(Variant.FP16, null));
    assertTrue(refused.getMessage().contains(name + " holds 1000000.0"), refused.getMessage());
    assertFalse(Files.exists(to.resolve("fp16").resolve(ModelFolder.MANIFEST)));

    FloatTensor matrix = FloatTensor.zeros(24, 40);
    matrix.values()[3] = Float.NaN;
    rewrite(each -> true, Map.of("visual_projection.weight", matrix));
    assertThrows(IOException.class, () -> export(Variant.INT8, null));
  }

  @Test
  void anotherArchitectureOrActivationIsRefused() throws IOException {
    change("\"model_type\": \"clip\"", "\"model_type\": \"blip-2\"");
    refuses("model_type is \"blip-2\"");
    change("\"model_type\": \"blip-2\"", "\"model_type\": \"clip\"");
    change("\"hidden_size\": 40", "\"hidden_act\": \"silu\", \"hidden_size\": 40");
    refuses("the activation \"silu\"");
    change("\"hidden_act\": \"silu\", \"hidden_size\": 40", "\"hidden_size\": 40");
    change("\"num_attention_heads\": 5", "\"num_attention_heads\": 7");
    refuses("7 heads do not divide the width 40");
  }

  @Test
  void anOldManifestDoesNotOutliveAFailedExport() throws IOException {
    export(Variant.INT8, null);
    Path manifest = to.resolve("int8").resolve(ModelFolder.MANIFEST);
    assertTrue(Files.exists(manifest));
    Files.writeString(from.resolve("tokenizer.json"), "{\"model\": {}}");
    refuses("not of byte pair encoding");
    assertFalse(Files.exists(manifest));
  }

  private FloatTensor imageEmbeddings() throws IOException {
    ModelManifest manifest = export(Variant.FP32, null).get(0);
    try (OnnxRuntimeSession vision =
            OnnxRuntimeSession.open(ModelFolder.open(to.resolve("fp32")), "vision", 1);
        SafetensorsFile fixtures = HfFolders.fixtures(HfFolders.resource())) {
      ClipEncoders encoders = new ClipEncoders(vision, vision, ClipConfig.of(manifest.config()));
      return Embeddings.normalised(encoders.imageFeatures(fixtures.floats("in.pixel_values")));
    }
  }

  private byte[] graph(List<ModelManifest> manifests) throws IOException {
    return ModelFolder.open(to.resolve(manifests.get(0).variant())).bytes("vision.onnx");
  }

  private List<ModelManifest> export(Variant variant, String source) throws IOException {
    return new ClipExporter(
            new ClipExporter.Settings(from, to, List.of(variant), null, source, "MIT", false),
            ExportProgress.SILENT)
        .export();
  }

  private void rewrite(Predicate<String> kept, Map<String, FloatTensor> replaced)
      throws IOException {
    SafetensorsWriter writer = new SafetensorsWriter();
    try (SafetensorsFile good =
        SafetensorsFile.open(HfFolders.resource().resolve("model.safetensors"))) {
      for (String name : good.names()) {
        if (kept.test(name)) {
          writer.add(name, replaced.containsKey(name) ? replaced.get(name) : good.floats(name));
        }
      }
    }
    writer.write(from.resolve("model.safetensors"));
  }

  private void change(String old, String now) throws IOException {
    String config = Files.readString(from.resolve("config.json"));
    assertTrue(config.contains(old), config);
    Files.writeString(from.resolve("config.json"), config.replace(old, now));
  }

  private void refuses(String why) {
    WeightsException refused =
        assertThrows(WeightsException.class, () -> export(Variant.INT8, null));
    assertTrue(refused.getMessage().contains(why), refused.getMessage());
  }
}
