package mirador.trainer.blip2;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import mirador.trainer.data.TextBatch;
import mirador.trainer.nn.Layers;
import mirador.trainer.nn.Parameters;
import mirador.trainer.opt.OptNetwork;

/**
 * The second stage (section 3.2): the queries, projected, stand before the text that a language
 * model reads, which stays as it is, as the vision tower does.
 */
final class SecondStage extends PictureTask {
  private static final String PROJECTION = "language_projection";
  static final int TRIED = 128;

  private final VisionNetwork tower;
  private final QFormerNetwork qformer;
  private final OptNetwork language;
  private final Layers layers;

  SecondStage(
      VisionNetwork tower,
      QFormerNetwork qformer,
      OptNetwork language,
      Parameters parameters,
      Scenes scenes) {
    super(parameters, scenes);
    this.tower = tower;
    this.qformer = qformer;
    this.language = language;
    this.layers = new Layers(parameters);
  }

  /** Declares the projection, small as a token's embedding is. */
  static void declare(Blip2Sizes sizes, Parameters parameters) {
    double deviation = 0.1 / Math.sqrt(sizes.width());
    parameters.linear(PROJECTION, sizes.language().width(), sizes.width(), deviation);
  }

  @Override
  public NDArray loss(PictureText batch, NDManager own) {
    NDArray picture = tower.tokens(batch.patches(own)).stopGradient();
    NDArray queries = layers.linear(PROJECTION, qformer.queries(picture));
    TextBatch texts = batch.texts();
    NDArray embeddings = NDArrays.concat(new NDList(queries, language.embed(texts.ids(own))), 1);
    return language.loss(embeddings, texts);
  }
}
