package mirador.web.widgets.real;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.retrieval.RetrievalMetrics;
import mirador.concepts.tensor.FloatTensor;
import mirador.web.model.Answer;
import mirador.web.model.ClipService;
import mirador.web.model.ModelHost;
import mirador.web.model.ModelProblem;
import mirador.web.page.Turns;

/**
 * Measures how well CLIP searches a collection, picture i and caption i belonging together: embeds
 * the captions in the worker, then computes cosines and ranks in turns, so that the page is never
 * held.
 */
final class CollectionMetrics {
  private static final int TEXTS_AT_ONCE = 16;

  /** Products of numbers in one turn: a few milliseconds. */
  private static final int PRODUCTS_A_TURN = 1_000_000;

  private final ClipService clip = ClipService.shared();
  private final List<double[]> images;
  private final List<String> captions;
  private final Listener listener;
  private final List<double[]> texts = new ArrayList<>();
  private final double[][] matrix; // (images, texts)
  private final int[] textToImage;
  private final int[] imageToText;
  private ModelHost.Task task;
  private boolean over;

  /** Hears how it gets on. */
  interface Listener {
    void read(int captions);

    void done(CollectionMetrics metrics);

    void failed(ModelProblem problem);
  }

  /**
   * Begins at once.
   *
   * @param images embeddings of length 1
   * @param captions as many
   */
  CollectionMetrics(List<double[]> images, List<String> captions, Listener listener) {
    this.images = images;
    this.captions = captions;
    this.listener = listener;
    matrix = new double[images.size()][captions.size()];
    textToImage = new int[captions.size()];
    imageToText = new int[images.size()];
    Turns.add(this::read);
  }

  List<String> captions() {
    return captions;
  }

  /** Embeddings of the captions, of length 1. */
  List<double[]> texts() {
    return texts;
  }

  /** For each caption the rank of its picture. */
  int[] textToImage() {
    return textToImage;
  }

  /** For each picture the rank of its caption. */
  int[] imageToText() {
    return imageToText;
  }

  /** The picture that a caption finds first. */
  int first(int caption) {
    int best = 0;
    for (int i = 1; i < matrix.length; i++) {
      best = matrix[i][caption] > matrix[best][caption] ? i : best;
    }
    return best;
  }

  void cancel() {
    over = true;
    if (task != null) {
      task.cancel();
    }
  }

  private void read() {
    if (over) {
      return;
    }
    if (texts.size() == captions.size()) {
      compare(0);
      return;
    }
    int from = texts.size();
    List<String> some = captions.subList(from, Math.min(captions.size(), from + TEXTS_AT_ONCE));
    task =
        clip.embedTexts(
            some,
            new Answer<>() {
              @Override
              public void done(FloatTensor embeddings) {
                task = null;
                for (int i = 0; i < some.size(); i++) {
                  texts.add(ClipCache.row(embeddings, i));
                }
                if (!over) {
                  listener.read(texts.size());
                }
                read();
              }

              @Override
              public void failed(ModelProblem problem) {
                task = null;
                if (!over) {
                  over = true;
                  listener.failed(problem);
                }
              }
            });
  }

  private void compare(int from) {
    if (over) {
      return;
    }
    int rows = Math.max(1, PRODUCTS_A_TURN / (captions.size() * images.get(0).length));
    int to = Math.min(images.size(), from + rows);
    for (int i = from; i < to; i++) {
      for (int j = 0; j < captions.size(); j++) {
        matrix[i][j] = dot(images.get(i), texts.get(j));
      }
      imageToText[i] = RetrievalMetrics.rank(matrix[i], i);
    }
    Turns.add(to < images.size() ? () -> compare(to) : () -> rank(0));
  }

  private void rank(int from) {
    if (over) {
      return;
    }
    int columns = Math.max(1, PRODUCTS_A_TURN / images.size());
    int to = Math.min(captions.size(), from + columns);
    double[] column = new double[images.size()];
    for (int j = from; j < to; j++) {
      for (int i = 0; i < column.length; i++) {
        column[i] = matrix[i][j];
      }
      textToImage[j] = RetrievalMetrics.rank(column, j);
    }
    Turns.add(to < captions.size() ? () -> rank(to) : () -> listener.done(this));
  }

  /** The cosine of vectors of length 1. */
  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
