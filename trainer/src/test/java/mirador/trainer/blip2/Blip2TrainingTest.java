package mirador.trainer.blip2;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import mirador.concepts.blip2.Blip2Language;
import mirador.concepts.image.Picture;
import mirador.concepts.tensor.FloatTensor;
import mirador.concepts.tokenizer.OptTokenizer;
import mirador.models.blip2.Blip2Folder;
import mirador.models.export.Blip2Exporter;
import mirador.models.export.ExportProgress;
import mirador.models.export.Variant;
import mirador.models.safetensors.SafetensorsFile;
import mirador.models.weights.Dtype;
import mirador.trainer.clip.ClipNetwork;
import mirador.trainer.clip.ClipSizes;
import mirador.trainer.clip.Patchify;
import mirador.trainer.data.ScenePool.Scene;
import mirador.trainer.nn.Layers;
import mirador.trainer.nn.Parameters;
import mirador.trainer.opt.OptFiles;
import mirador.trainer.opt.OptNetwork;
import mirador.trainer.opt.OptSizes;
import mirador.training.scenes.SceneFacts;
import mirador.training.scenes.SceneSampler;
import mirador.training.scenes.Split;
import mirador.training.tokenizer.BpeTrainer;
import mirador.training.tokenizer.TrainedTokenizer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class Blip2TrainingTest {
  private static final TrainedTokenizer TRAINED =
      BpeTrainer.opt(List.of("a red car at sunset\n", "Question: where? Answer: a beach\n"), 40);
  private static final ClipSizes CLIP = new ClipSizes(24, 8, 16, 2, 12, 2, 4, 16, 50, 10);
  private static final OptSizes OPT = new OptSizes(16, 2, 4, 128, TRAINED.size());
  private static final Blip2Sizes SIZES = new Blip2Sizes(CLIP, 3, 12, 3, 2, 2, OPT);

  /** Half precision of the weights is all that lies between the two. */
  private static final float TOLERANCE = 1e-2f;

  @TempDir Path folder;
  private Path clip;
  private Path opt;

  @BeforeEach
  void makesWhatTheTrainingBeginsWith() throws IOException {
    try (NDManager manager = NDManager.newBaseManager()) {
      clip = folder.resolve("clip.safetensors");
      new ClipNetwork(CLIP, manager, 3).parameters().save(clip, Dtype.F32, name -> true);
      opt = folder.resolve("opt");
      Parameters parameters = new Parameters(manager, 4);
      new OptFiles(new OptNetwork(OPT, parameters, ""), TRAINED).write(opt);
    }
  }

  private Blip2Training training(Path work) {
    return new Blip2Training(
        SIZES,
        work,
        clip,
        opt.resolve("model.safetensors"),
        new OptTokenizer(TRAINED.vocab(), TRAINED.merges()),
        TRAINED.vocab().get(OptTokenizer.PADDING),
        5,
        new PrintWriter(new StringWriter()));
  }

  @Test
  void allThreeTrainingsRunAndWhatIsExportedGivesWhatTheNetworkGives() throws Exception {
    OptTokenizer tokenizer = new OptTokenizer(TRAINED.vocab(), TRAINED.merges());
    int lineFeed = tokenizer.encode("\n").ids().get(1);
    SceneFacts facts = SceneSampler.facts(Split.TRAIN, 1);
    byte[] drawn = SceneSampler.draw(facts, 7, CLIP.image());
    List<Integer> prompt = tokenizer.encode("Question: a red car? Answer:").ids();
    try (NDManager manager = NDManager.newBaseManager()) {
      Blip2Training.Trained trained =
          training(folder.resolve("work")).run(new Blip2Training.Lengths(4, 4, 4, 8), manager);
      float[] patches = Patchify.batch(List.of(new Scene(facts, drawn, false)), CLIP);
      NDArray picture =
          trained
              .vision()
              .tokens(manager.create(patches, new Shape(1, CLIP.patches(), CLIP.patchNumbers())));
      NDArray queries =
          new Layers(trained.parameters())
              .linear("language_projection", trained.qformer().queries(picture));
      long[] ids = prompt.stream().mapToLong(Integer::longValue).toArray();
      NDArray words = trained.language().embed(manager.create(ids, new Shape(1, ids.length)));
      NDArray logits = trained.language().logits(NDArrays.concat(new NDList(queries, words), 1));

      Path weights = folder.resolve("weights");
      new Blip2Files(SIZES, trained.parameters(), opt, lineFeed).write(weights);
      try (SafetensorsFile file = SafetensorsFile.open(weights.resolve("model.safetensors"))) {
        assertTrue(file.names().contains("query_tokens"));
        assertFalse(file.names().stream().anyMatch(Blip2Training::ofTraining));
      }
      new Blip2Exporter(
              new Blip2Exporter.Settings(
                  weights,
                  folder.resolve("onnx"),
                  List.of(Variant.FP32),
                  "tiny",
                  "test",
                  "Apache-2.0"),
              ExportProgress.SILENT)
          .export();
      try (Blip2Folder exported = Blip2Folder.open(folder.resolve("onnx").resolve("fp32"), 1)) {
        FloatTensor seen =
            exported.vision().look(new Picture(CLIP.image(), CLIP.image(), drawn)).projected();
        assertArrayEquals(queries.toFloatArray(), seen.values(), TOLERANCE);
        Blip2Language written = exported.language();
        assertEquals(prompt, written.ids("Question: a red car? Answer:"));
        assertArrayEquals(
            logits.toFloatArray(),
            written.logits(List.of(seen), List.of(prompt)).values(),
            TOLERANCE);
      }
    }
  }

  @Test
  void theTowerBeginsNearTheOneItLearnsFrom() throws IOException {
    try (NDManager manager = NDManager.newBaseManager()) {
      ClipNetwork teacher = new ClipNetwork(CLIP, manager, 3);
      byte[] drawn = SceneSampler.draw(SceneSampler.facts(Split.TRAIN, 1), 7, CLIP.image());
      float[] patches =
          Patchify.batch(
              List.of(new Scene(SceneSampler.facts(Split.TRAIN, 1), drawn, false)), CLIP);
      NDArray batch = manager.create(patches, new Shape(1, CLIP.patches(), CLIP.patchNumbers()));
      Parameters parameters = new Parameters(manager, 5);
      VisionNetwork tower = new VisionNetwork(CLIP, parameters);
      double random = VisionDistillation.distance(tower, teacher, batch).getFloat();
      VisionStart.set(teacher, parameters, batch);
      double begun = VisionDistillation.distance(tower, teacher, batch).getFloat();
      assertTrue(begun < 0.2 * random, random + " to " + begun);
    }
  }
}
