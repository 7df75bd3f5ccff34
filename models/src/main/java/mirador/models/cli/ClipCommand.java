package mirador.models.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import mirador.concepts.clip.ClipModel;
import mirador.concepts.clip.Embeddings;
import mirador.concepts.image.Picture;
import mirador.concepts.tensor.FloatTensor;
import mirador.models.clip.ClipFolder;
import mirador.models.clip.PictureFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./mirador clip}: how well pictures and texts go together. */
@Command(
    name = "clip",
    mixinStandardHelpOptions = true,
    description = "Compares pictures with texts: cosines, and probabilities among the texts.")
final class ClipCommand implements Callable<Integer> {
  @Option(names = "--model", required = true, description = "A model folder.")
  private Path folder;

  @Option(names = "--images", required = true, arity = "1..*", description = "Pictures.")
  private List<Path> images;

  @Option(names = "--texts", required = true, arity = "1..*", description = "Texts.")
  private List<String> texts;

  @Option(
      names = "--threads",
      defaultValue = "0",
      description = "Threads of a run (default: as many as there are cores).")
  private int threads;

  @Override
  public Integer call() throws IOException {
    List<Picture> pictures = new ArrayList<>();
    for (Path image : images) {
      pictures.add(PictureFile.read(image));
    }
    try (ClipFolder clip = ClipFolder.open(folder, threads)) {
      ClipModel model = clip.model();
      for (String text : texts) {
        if (model.encode(text).truncated()) {
          System.err.println("mirador: only the beginning is read of \"" + text + "\"");
        }
      }
      FloatTensor imageEmbeddings = model.imageEmbeddings(pictures);
      FloatTensor textEmbeddings = model.textEmbeddings(texts);
      for (int i = 0; i < texts.size(); i++) {
        System.out.printf(Locale.ROOT, "[%d] %s%n", i + 1, texts.get(i));
      }
      print("cosine", Embeddings.cosines(imageEmbeddings, textEmbeddings), System.out);
      print("probability", model.probabilities(imageEmbeddings, textEmbeddings), System.out);
    }
    return 0;
  }

  /** A row for each picture, a column for each text. */
  private void print(String title, FloatTensor matrix, PrintStream out) {
    int wide = title.length();
    for (Path image : images) {
      wide = Math.max(wide, image.getFileName().toString().length());
    }
    StringBuilder table = new StringBuilder("\n").append(padded(title, wide));
    for (int j = 0; j < texts.size(); j++) {
      table.append(String.format(Locale.ROOT, "%9s", "[" + (j + 1) + "]"));
    }
    for (int i = 0; i < images.size(); i++) {
      table.append('\n').append(padded(images.get(i).getFileName().toString(), wide));
      for (int j = 0; j < texts.size(); j++) {
        table.append(String.format(Locale.ROOT, "%9.4f", matrix.slice(i).values()[j]));
      }
    }
    out.println(table);
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }
}
