package mirador.trainer.cli;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import mirador.concepts.tokenizer.OptTokenizer;
import mirador.trainer.data.Corpus;
import mirador.trainer.nn.AdamW;
import mirador.trainer.nn.Parameters;
import mirador.trainer.opt.OptFiles;
import mirador.trainer.opt.OptNetwork;
import mirador.trainer.opt.OptSizes;
import mirador.trainer.opt.OptTraining;
import mirador.trainer.run.TrainingRun;
import mirador.training.tokenizer.BpeTrainer;
import mirador.training.tokenizer.TrainedTokenizer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./mirador train opt-mini}. */
@Command(
    name = "opt-mini",
    mixinStandardHelpOptions = true,
    description = "Trains the language model of BLIP-2 mini on texts alone.")
public final class TrainOptCommand implements Callable<Integer> {
  private static final int MOST_MERGES = 1050;
  private static final int TRY_EVERY = 250;

  @Mixin private TrainOptions options;

  @Override
  public Integer call() throws IOException, InterruptedException {
    int steps = options.steps(6000);
    TrainedTokenizer trained = BpeTrainer.opt(Corpus.dialogues(), MOST_MERGES);
    OptTokenizer tokenizer = new OptTokenizer(trained.vocab(), trained.merges());
    int padding = trained.vocab().get(OptTokenizer.PADDING);
    AdamW.Settings optimiser =
        new AdamW.Settings(options.rate(0.002), Math.min(300, steps / 4), steps, 0.05, 1);
    Path work = options.work("opt-mini");
    try (NDManager manager = NDManager.newBaseManager()) {
      Parameters parameters = new Parameters(manager, options.seed());
      OptNetwork network = new OptNetwork(OptSizes.mini(trained.size()), parameters, "");
      options.out().println(trained.size() + " tokens, " + parameters.count() + " weights");
      new TrainingRun(work, optimiser, TRY_EVERY, steps, options.out())
          .run(
              new OptTraining(
                  network, tokenizer, padding, options.batch(64), options.seed(), manager),
              manager);
      new OptFiles(network, trained).write(work.resolve("model"));
      options.out().println("written to " + work.resolve("model"));
    }
    return 0;
  }
}
