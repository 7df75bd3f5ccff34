package mirador.models.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import mirador.models.random.RandomBlip2;
import mirador.models.weights.Dtype;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./mirador random-blip2}: a model that has learnt nothing, for benches and tests. */
@Command(
    name = "random-blip2",
    mixinStandardHelpOptions = true,
    description =
        "Writes a BLIP-2 model of the shapes of blip2-opt-2.7b with random weights, in Hugging"
            + " Face's layout, to be exported.")
final class RandomBlip2Command implements Callable<Integer> {
  private static final long GIGABYTE = 1_000_000_000L;

  @Option(names = "--to", required = true, description = "Folder to write to.")
  private Path to;

  @Option(names = "--seed", defaultValue = "1", description = "Other weights (default: 1).")
  private long seed;

  @Option(
      names = "--dtype",
      defaultValue = "F16",
      description = "How weights are stored: F16 (7.5 GB) or F32 (15 GB); default: F16.")
  private Dtype dtype;

  @Option(
      names = "--shard-gigabytes",
      defaultValue = "5",
      description = "Most of one file of weights (default: 5).")
  private long shardGigabytes;

  @Option(
      names = "--tokenizer",
      description = "Folder to copy the tokenizer from (default: one of single bytes is made).")
  private Path tokenizer;

  @Option(
      names = "--outliers",
      description = "Some channels of the language model far larger than the others.")
  private boolean outliers;

  @Option(names = "--layers", description = "Small: layers of each half; with --width.")
  private Integer layers;

  @Option(names = "--width", description = "Small: width of all tokens; with --layers.")
  private Integer width;

  @Override
  public Integer call() throws IOException {
    if ((layers == null) != (width == null) || (layers != null && tokenizer != null)) {
      throw new IllegalArgumentException(
          "--layers and --width go together, and with the tokenizer of single bytes alone");
    }
    RandomBlip2.Sizes sizes =
        layers == null ? RandomBlip2.Sizes.OPT_2_7B : RandomBlip2.Sizes.small(layers, width);
    RandomBlip2 blip2 = new RandomBlip2(sizes, outliers);
    blip2.write(to, seed, dtype, shardGigabytes * GIGABYTE, tokenizer);
    System.out.printf("%s: %,d weights%n", to, blip2.count());
    return 0;
  }
}
