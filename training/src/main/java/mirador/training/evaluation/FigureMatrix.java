package mirador.training.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mirador.concepts.clip.ClipModel;
import mirador.concepts.clip.Embeddings;
import mirador.concepts.image.Picture;
import mirador.models.clip.PictureFile;

/**
 * The course's three figures against captions of theirs.
 *
 * @param captions of car, cat and puppy, in this order
 * @param cosines (captions, figures)
 */
public record FigureMatrix(List<String> captions, List<List<Double>> cosines) {
  /** The files of the figures, in the order of the captions. */
  public static final List<String> FIGURES = List.of("car.png", "cat.png", "puppy.png");

  /** The notebook's captions (cell 2.2a), then five paraphrases of them. */
  public static final List<List<String>> CAPTIONS =
      List.of(
          List.of(
              "A sports car driving on the road at sunset",
              "A pixelated image of a cute cat",
              "A puppy playing in the snow"),
          List.of(
              "a red car on a highway at dusk",
              "pixel art of an orange cat",
              "a little dog in the park while it snows"),
          List.of(
              "There is a sports car at sunset.",
              "There is a cat in a pixelated picture.",
              "There is a puppy in the snow."),
          List.of(
              "Un coche deportivo en la carretera al atardecer",
              "Una imagen pixelada de un gato adorable",
              "Un cachorro jugando en la nieve"),
          List.of(
              "un coche rojo en la carretera al atardecer",
              "un gato naranja, en pixel art",
              "un perrito en el parque mientras nieva"),
          List.of("a drawing of a car", "a drawing of a cat", "a drawing of a puppy"));

  /**
   * Compares.
   *
   * @param folder of the figures
   * @throws IOException when one cannot be read
   */
  public static FigureMatrix of(ClipModel model, Path folder, List<String> captions)
      throws IOException {
    List<Picture> pictures = new ArrayList<>();
    for (String figure : FIGURES) {
      pictures.add(PictureFile.read(folder.resolve(figure)));
    }
    double[][] rows =
        Embeddings.cosines(model.textEmbeddings(captions), model.imageEmbeddings(pictures)).rows();
    List<List<Double>> cosines = new ArrayList<>();
    for (double[] row : rows) {
      cosines.add(List.of(row[0], row[1], row[2]));
    }
    return new FigureMatrix(captions, cosines);
  }

  /** Whether each caption is nearest to its figure, and each figure to its caption. */
  public boolean isDiagonal() {
    return margin() > 0;
  }

  /** By how much the diagonal is above what else stands in its row or column, where least. */
  public double margin() {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < FIGURES.size(); i++) {
      for (int j = 0; j < FIGURES.size(); j++) {
        if (i != j) {
          double own = cosines.get(i).get(i);
          least = Math.min(least, own - cosines.get(i).get(j));
          least = Math.min(least, own - cosines.get(j).get(i));
        }
      }
    }
    return least;
  }
}
