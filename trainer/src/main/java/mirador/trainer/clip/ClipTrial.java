package mirador.trainer.clip;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import mirador.concepts.clip.Embeddings;
import mirador.concepts.retrieval.RetrievalMetrics;
import mirador.concepts.tensor.FloatTensor;
import mirador.trainer.data.PairBatch;
import mirador.trainer.data.PairBatches;
import mirador.trainer.data.ScenePool.Scene;
import mirador.training.evaluation.TestScenes;
import mirador.training.language.Language;
import mirador.training.language.ZeroShotNames;
import mirador.training.scenes.SceneSampler;
import mirador.training.scenes.Split;

/** How well a half-trained CLIP knows scenes of the validation split, for the learning curves. */
final class ClipTrial {
  private static final int SCENES = 300;
  private static final int AMONG = 100;

  private final TestScenes scenes;
  private final Map<Language, List<PairBatch>> hundreds = new EnumMap<>(Language.class);
  private final Map<Language, PairBatch> names = new EnumMap<>(Language.class);

  /** How often the right text was first among a hundred, and the right name among the subjects. */
  record Tried(double recall, double zeroShot) {}

  ClipTrial(PairBatches batches, int side) {
    scenes = TestScenes.of(Split.VALIDATION, SCENES, side);
    List<Scene> drawn =
        IntStream.range(0, SCENES)
            .mapToObj(i -> new Scene(scenes.facts(i), scenes.pictures().get(i).rgb(), false))
            .toList();
    for (Language language : Language.values()) {
      List<String> captions = scenes.captions(language);
      List<PairBatch> own = new ArrayList<>();
      for (int from = 0; from < SCENES; from += AMONG) {
        int to = from + AMONG;
        own.add(batches.of(drawn.subList(from, to), captions.subList(from, to)));
      }
      hundreds.put(language, own);
      List<String> prompts = new ArrayList<>();
      SceneSampler.subjects()
          .forEach(subject -> prompts.addAll(ZeroShotNames.names(subject, language)));
      names.put(language, batches.of(List.of(), prompts));
    }
  }

  /** Tries a network in one language. */
  Tried tried(ClipNetwork network, NDManager manager, Language language) {
    int subjects = SceneSampler.subjects().size();
    FloatTensor classes;
    try (NDManager own = manager.newSubManager()) {
      PairBatch prompts = names.get(language);
      classes = Embeddings.groupMeans(texts(network, prompts, own), prompts.texts() / subjects);
    }
    int found = 0;
    int named = 0;
    for (int hundred = 0; hundred < SCENES / AMONG; hundred++) {
      try (NDManager own = manager.newSubManager()) {
        PairBatch batch = hundreds.get(language).get(hundred);
        FloatTensor pictures = tensor(network.pictures(batch.patches(own)));
        double[][] byText = Embeddings.cosines(pictures, texts(network, batch, own)).rows();
        double[][] byClass = Embeddings.cosines(pictures, classes).rows();
        for (int i = 0; i < AMONG; i++) {
          String subject = scenes.facts(hundred * AMONG + i).subject();
          found += RetrievalMetrics.rank(byText[i], i) == 1 ? 1 : 0;
          named +=
              RetrievalMetrics.rank(byClass[i], SceneSampler.subjects().indexOf(subject)) == 1
                  ? 1
                  : 0;
        }
      }
    }
    return new Tried(found / (double) SCENES, named / (double) SCENES);
  }

  private static FloatTensor texts(ClipNetwork network, PairBatch batch, NDManager own) {
    return tensor(network.texts(batch.ids(own), batch.ends(own)));
  }

  private static FloatTensor tensor(NDArray rows) {
    return FloatTensor.of(
        rows.toFloatArray(),
        Math.toIntExact(rows.getShape().get(0)),
        Math.toIntExact(rows.getShape().get(1)));
  }
}
