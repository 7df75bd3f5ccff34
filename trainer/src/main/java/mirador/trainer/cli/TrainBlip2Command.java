package mirador.trainer.cli;

import ai.djl.ndarray.NDManager;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import mirador.concepts.tokenizer.OptTokenizer;
import mirador.models.export.Blip2Exporter;
import mirador.models.export.ExportProgress;
import mirador.trainer.blip2.Blip2Files;
import mirador.trainer.blip2.Blip2Sizes;
import mirador.trainer.blip2.Blip2Training;
import mirador.trainer.clip.ClipSizes;
import mirador.trainer.nn.Parameters;
import mirador.trainer.opt.OptSizes;
import mirador.trainer.run.Shipment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./mirador train blip2-mini}. */
@Command(
    name = "blip2-mini",
    mixinStandardHelpOptions = true,
    description =
        "Trains BLIP-2 mini from CLIP mini and OPT mini, which have to be trained before.")
public final class TrainBlip2Command implements Callable<Integer> {
  private static final String WEIGHTS = "model.safetensors";
  private static final String LICENCE = "Apache-2.0";

  @Mixin private TrainOptions options;

  @Option(
      names = "--clip",
      defaultValue = "miniatures/clip-mini",
      description = "Folder of the trained CLIP mini (${DEFAULT-VALUE}).")
  private Path clip;

  @Option(
      names = "--opt",
      defaultValue = "target/training/opt-mini/model",
      description = "Folder of the trained language model (${DEFAULT-VALUE}).")
  private Path opt;

  @Option(
      names = "--vision-steps",
      defaultValue = "600",
      description = "Steps in which the vision tower learns from CLIP mini (${DEFAULT-VALUE}).")
  private int visionSteps;

  @Option(
      names = "--first-steps",
      defaultValue = "2500",
      description = "Steps of the first stage (${DEFAULT-VALUE}).")
  private int firstSteps;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Map<String, Integer> vocab =
        new JsonMapper()
            .readValue(
                Files.readAllBytes(opt.resolve("vocab.json")),
                new TypeReference<Map<String, Integer>>() {});
    List<String> merges = Files.readAllLines(opt.resolve("merges.txt"));
    OptTokenizer tokenizer = new OptTokenizer(vocab, merges);
    int clipVocabulary =
        new JsonMapper().readTree(Files.readAllBytes(clip.resolve("vocab.json"))).size();
    Blip2Sizes sizes = Blip2Sizes.mini(ClipSizes.mini(clipVocabulary), OptSizes.mini(vocab.size()));
    Path work = options.work("blip2-mini");
    Blip2Training training =
        new Blip2Training(
            sizes,
            work,
            clip.resolve(WEIGHTS),
            opt.resolve(WEIGHTS),
            tokenizer,
            vocab.get(OptTokenizer.PADDING),
            options.seed(),
            options.out());
    int steps = options.steps(3000); // of the second stage
    try (NDManager manager = NDManager.newBaseManager()) {
      Parameters parameters =
          training
              .run(
                  new Blip2Training.Lengths(visionSteps, firstSteps, steps, options.batch(64)),
                  manager)
              .parameters();
      int lineFeed = tokenizer.encode("\n").ids().get(1);
      Path to = options.to("blip2-mini");
      Shipment shipment = new Shipment(to);
      shipment.fill(
          work.resolve("second"),
          new Blip2Files(sizes, parameters, opt, lineFeed)::write,
          (from, exported) ->
              new Blip2Exporter(
                      new Blip2Exporter.Settings(
                          from,
                          exported,
                          List.of(options.variant()),
                          "blip2-mini",
                          "Mirador",
                          LICENCE),
                      ExportProgress.SILENT)
                  .export(),
          options.variant().toString());
      shipment.curves(work.resolve("first"), "curves-first-stage.png");
      shipment.curves(opt.resolve(".."), "curves-language-model.png");
      options.out().println("written to " + to);
    }
    return 0;
  }
}
