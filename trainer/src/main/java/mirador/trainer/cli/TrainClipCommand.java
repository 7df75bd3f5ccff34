package mirador.trainer.cli;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.concurrent.Callable;
import mirador.concepts.tokenizer.ClipTokenizer;
import mirador.models.export.ClipExporter;
import mirador.models.export.ExportProgress;
import mirador.trainer.clip.ClipFiles;
import mirador.trainer.clip.ClipNetwork;
import mirador.trainer.clip.ClipSizes;
import mirador.trainer.clip.ClipStart;
import mirador.trainer.clip.ClipTraining;
import mirador.trainer.data.Corpus;
import mirador.trainer.data.PairBatches;
import mirador.trainer.nn.AdamW;
import mirador.trainer.run.Shipment;
import mirador.trainer.run.TrainingRun;
import mirador.training.tokenizer.BpeTrainer;
import mirador.training.tokenizer.TrainedTokenizer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./mirador train clip-mini}. */
@Command(
    name = "clip-mini",
    mixinStandardHelpOptions = true,
    description = "Trains CLIP mini; started again, it goes on where it was stopped.")
public final class TrainClipCommand implements Callable<Integer> {
  private static final int MOST_MERGES = 950;
  private static final String LICENCE = "Apache-2.0";
  private static final double RATE = 0.0015;
  private static final double RATE_OF_FAMILIES = 0.001;
  private static final int TRY_EVERY = 500;

  @Mixin private TrainOptions options;

  @Option(
      names = "--family-steps",
      defaultValue = "5000",
      description = "Steps of the second training, on families of scenes (${DEFAULT-VALUE}).")
  private int familySteps;

  @Option(
      names = "--image",
      defaultValue = "" + ClipSizes.MINI_IMAGE,
      description = "Side of the pictures, a multiple of 12 (${DEFAULT-VALUE}).")
  private int image;

  @Option(
      names = "--start",
      description = "Folder of a CLIP mini of coarser pictures: its weights are gone on from.")
  private Path start;

  @Override
  public Integer call() throws IOException, InterruptedException {
    int steps = options.steps(2400);
    Path work = options.work("clip-mini");
    TrainedTokenizer trained = BpeTrainer.clip(Corpus.captions(), MOST_MERGES);
    ClipSizes sizes = ClipSizes.mini(image, trained.size());
    ClipTokenizer tokenizer =
        new ClipTokenizer(
            trained.vocab(),
            trained.merges(),
            sizes.context(),
            text -> Normalizer.normalize(text, Normalizer.Form.NFC));
    try (NDManager manager = NDManager.newBaseManager()) {
      ClipNetwork network = new ClipNetwork(sizes, manager, options.seed());
      options
          .out()
          .println(trained.size() + " tokens, " + network.parameters().count() + " weights");
      if (start != null) {
        ClipStart.from(start, network, trained.vocab());
      }
      Path last = work.resolve("families");
      TrainingRun onFamilies = run(last, RATE_OF_FAMILIES, familySteps);
      if (!onFamilies.checkpoint().exists() && start == null) {
        PairBatches singles = PairBatches.ofSingles(sizes, tokenizer, options.seed());
        run(work, RATE, steps)
            .run(new ClipTraining(network, singles, options.batch(128), manager), manager);
      }
      PairBatches families = PairBatches.ofFamilies(sizes, tokenizer, options.seed());
      onFamilies.run(new ClipTraining(network, families, options.batch(128), manager), manager);
      Path to = options.to("clip-mini");
      new Shipment(to)
          .fill(
              last,
              new ClipFiles(network, trained)::write,
              (from, exported) ->
                  new ClipExporter(
                          new ClipExporter.Settings(
                              from,
                              exported,
                              List.of(options.variant()),
                              "clip-mini",
                              "Mirador",
                              LICENCE,
                              true),
                          ExportProgress.SILENT)
                      .export(),
              options.variant().toString());
      options.out().println("written to " + to);
    }
    return 0;
  }

  private TrainingRun run(Path folder, double rate, int steps) {
    AdamW.Settings optimiser =
        new AdamW.Settings(options.rate(rate), Math.min(300, steps / 4), steps, 0.05, 1);
    return new TrainingRun(folder, optimiser, TRY_EVERY, steps, options.out());
  }
}
