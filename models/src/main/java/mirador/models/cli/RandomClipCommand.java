package mirador.models.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import mirador.models.random.RandomClip;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./mirador random-clip}: a model that has learnt nothing, for benches and tests. */
@Command(
    name = "random-clip",
    mixinStandardHelpOptions = true,
    description =
        "Writes a CLIP model of the shapes of ViT-B/32 with random weights, in Hugging Face's"
            + " layout, to be exported.")
final class RandomClipCommand implements Callable<Integer> {
  @Option(names = "--to", required = true, description = "Folder to write to.")
  private Path to;

  @Option(names = "--seed", defaultValue = "1", description = "Other weights (default: 1).")
  private long seed;

  @Option(
      names = "--tokenizer",
      description = "Folder to copy the tokenizer from (default: one of single bytes is made).")
  private Path tokenizer;

  @Option(names = "--layers", description = "Layers of each encoder (default: 12).")
  private Integer layers;

  @Option(
      names = "--width",
      description =
          "Width of all tokens and embeddings, a multiple of 64; the vocabulary becomes that of"
              + " the tokenizer of single bytes (default: 768 and 512, and 49408 tokens).")
  private Integer width;

  @Override
  public Integer call() throws IOException {
    RandomClip.Sizes full = RandomClip.Sizes.VIT_B_32;
    int depth = layers == null ? full.layers() : layers;
    if (width != null && tokenizer != null) {
      throw new IllegalArgumentException("--width goes with the tokenizer of single bytes alone");
    }
    RandomClip.Sizes sizes =
        width != null
            ? RandomClip.Sizes.small(depth, width)
            : new RandomClip.Sizes(
                depth, full.visionWidth(), full.textWidth(), full.vocabulary(), full.projection());
    RandomClip clip = new RandomClip(sizes);
    clip.write(to, seed, tokenizer);
    System.out.printf("%s: %,d weights%n", to, clip.count());
    return 0;
  }
}
