package mirador.trainer.blip2;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import mirador.concepts.tokenizer.OptTokenizer;
import mirador.models.weights.Dtype;
import mirador.trainer.clip.ClipNetwork;
import mirador.trainer.data.Sayings;
import mirador.trainer.data.ScenePool;
import mirador.trainer.nn.AdamW;
import mirador.trainer.nn.Parameters;
import mirador.trainer.opt.OptNetwork;
import mirador.trainer.run.TrainingRun;

/**
 * The three trainings of BLIP-2 mini, one after the other; what is done already is taken as it is.
 *
 * @param sizes of the model
 * @param work a folder; each stage has one in it
 * @param clip weights of the trained CLIP
 * @param language weights of the trained language model
 * @param tokenizer of the language model
 * @param padding its token for padding
 * @param seed decides first weights, scenes and texts
 * @param out is told how it goes
 */
public record Blip2Training(
    Blip2Sizes sizes,
    Path work,
    Path clip,
    Path language,
    OptTokenizer tokenizer,
    int padding,
    long seed,
    PrintWriter out) {
  private static final String LANGUAGE = "language_model.";
  private static final int TRY_EVERY = 250;
  private static final double DECAY = 0.05;
  private static final int SCENES = 80_000;

  /**
   * How long the stages last.
   *
   * @param vision steps of the vision tower
   * @param first steps of the first stage
   * @param second steps of the second stage
   * @param batch pictures of a step
   */
  public record Lengths(int vision, int first, int second, int batch) {}

  /** The whole model with all its weights. */
  public record Trained(
      Parameters parameters, VisionNetwork vision, QFormerNetwork qformer, OptNetwork language) {}

  /** Trains what is not trained yet. */
  public Trained run(Lengths lengths, NDManager manager) throws IOException, InterruptedException {
    Path tower = work.resolve("vision.safetensors");
    if (!Files.exists(tower)) {
      vision(lengths, manager, tower);
    }
    Path queries = work.resolve("qformer.safetensors");
    if (!Files.exists(queries)) {
      first(lengths, manager, tower, queries);
    }
    return second(lengths, manager, tower, queries);
  }

  private void vision(Lengths lengths, NDManager manager, Path result)
      throws IOException, InterruptedException {
    out.println("vision tower");
    Files.createDirectories(work);
    try (NDManager own = manager.newSubManager()) {
      ClipNetwork teacher = new ClipNetwork(sizes.clip(), own, seed);
      teacher.parameters().load(clip);
      teacher.parameters().freeze(name -> true);
      Parameters parameters = new Parameters(own, seed);
      VisionNetwork network = new VisionNetwork(sizes.clip(), parameters);
      PictureTask.Scenes scenes =
          scenes(Sayings::captionOnly, singles(), lengths, VisionDistillation.TRIED, own);
      try (NDManager trial = own.newSubManager()) {
        VisionStart.set(
            teacher, parameters, scenes.texts().validation(lengths.batch()).patches(trial));
      }
      VisionDistillation task = new VisionDistillation(teacher, network, parameters, scenes);
      run("vision", 5e-4, lengths.vision()).run(task, own);
      parameters.save(result, Dtype.F32, name -> true);
    }
  }

  private void first(Lengths lengths, NDManager manager, Path tower, Path result)
      throws IOException, InterruptedException {
    out.println("first stage");
    try (NDManager own = manager.newSubManager()) {
      Parameters parameters = new Parameters(own, seed);
      VisionNetwork vision = new VisionNetwork(sizes.clip(), parameters);
      QFormerNetwork qformer = new QFormerNetwork(sizes, parameters);
      FirstStage task =
          new FirstStage(
              sizes,
              vision,
              qformer,
              parameters,
              scenes(
                  Sayings::captionOnly,
                  ScenePool.ofFamilies(seed, sizes.clip().image(), SCENES),
                  lengths,
                  FirstStage.TRIED,
                  own));
      parameters.load(tower, Blip2Training::ofVision, name -> name);
      parameters.freeze(Blip2Training::ofVision);
      run("first", 1e-3, lengths.first()).run(task, own);
      parameters.save(result, Dtype.F32, name -> !ofVision(name));
    }
  }

  private Trained second(Lengths lengths, NDManager manager, Path tower, Path queries)
      throws IOException, InterruptedException {
    out.println("second stage");
    Parameters parameters = new Parameters(manager, seed);
    VisionNetwork vision = new VisionNetwork(sizes.clip(), parameters);
    QFormerNetwork qformer = new QFormerNetwork(sizes, parameters);
    SecondStage.declare(sizes, parameters);
    OptNetwork opt = new OptNetwork(sizes.language(), parameters, LANGUAGE);
    parameters.load(tower, Blip2Training::ofVision, name -> name);
    parameters.load(queries, name -> ofQueries(name) || ofTraining(name), name -> name);
    parameters.load(
        language, name -> name.startsWith(LANGUAGE), name -> name.substring(LANGUAGE.length()));
    parameters.freeze(name -> ofVision(name) || ofTraining(name) || name.startsWith(LANGUAGE));
    SecondStage task =
        new SecondStage(
            vision,
            qformer,
            opt,
            parameters,
            scenes(Sayings::of, singles(), lengths, SecondStage.TRIED, manager));
    run("second", 1e-3, lengths.second()).run(task, manager);
    return new Trained(parameters, vision, qformer, opt);
  }

  private TrainingRun run(String stage, double rate, int steps) {
    return new TrainingRun(
        work.resolve(stage),
        new AdamW.Settings(rate, Math.min(200, steps / 4), steps, DECAY, 1),
        TRY_EVERY,
        steps,
        out);
  }

  private ScenePool singles() {
    return ScenePool.ofSingles(seed, sizes.clip().image(), SCENES);
  }

  private PictureTask.Scenes scenes(
      PictureTexts.Form form, ScenePool pool, Lengths lengths, int tried, NDManager manager) {
    PictureTexts texts = new PictureTexts(sizes, tokenizer, form, pool, padding, seed);
    return new PictureTask.Scenes(texts, lengths.batch(), tried, manager);
  }

  /** Whether a weight is only for the training. */
  static boolean ofTraining(String name) {
    return name.startsWith(QFormerNetwork.TRAINING);
  }

  private static boolean ofVision(String name) {
    return name.startsWith(VisionNetwork.PREFIX);
  }

  private static boolean ofQueries(String name) {
    return name.equals("query_tokens") || name.startsWith("qformer.");
  }
}
