package mirador.trainer.clip;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import mirador.trainer.data.PairBatch;
import mirador.trainer.data.PairBatches;
import mirador.trainer.nn.Contrast;
import mirador.trainer.nn.Parameters;
import mirador.trainer.run.Task;
import mirador.training.language.Language;

/** Contrastive training of CLIP on pairs of scenes and captions. */
public final class ClipTraining implements Task<PairBatch> {
  private final ClipNetwork network;
  private final PairBatches batches;
  private final int size;
  private final NDManager manager;
  private final ClipTrial trial;

  /**
   * A training.
   *
   * @param size pairs of a step
   */
  public ClipTraining(ClipNetwork network, PairBatches batches, int size, NDManager manager) {
    this.network = network;
    this.batches = batches;
    this.size = size;
    this.manager = manager;
    this.trial = new ClipTrial(batches, network.sizes().image());
  }

  @Override
  public Parameters parameters() {
    return network.parameters();
  }

  @Override
  public PairBatch batch(int step) {
    return batches.of(step, size);
  }

  @Override
  public NDArray loss(PairBatch batch, NDManager own) {
    NDArray pictures = network.pictures(batch.patches(own));
    NDArray texts = network.texts(batch.ids(own), batch.ends(own));
    return network.loss(pictures, texts);
  }

  @Override
  public void settle() {
    Contrast.bound(network.scale());
  }

  @Override
  public Map<String, Double> tryOut() {
    Map<String, Double> tried = new LinkedHashMap<>();
    for (Language language : Language.values()) {
      ClipTrial.Tried one = trial.tried(network, manager, language);
      String name = language.name().toLowerCase(Locale.ROOT);
      tried.put("recall@1 " + name, one.recall());
      tried.put("zero-shot " + name, one.zeroShot());
    }
    tried.put("scale", Math.exp(network.scale().values()[0]));
    return tried;
  }
}
