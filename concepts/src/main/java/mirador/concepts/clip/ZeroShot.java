package mirador.concepts.clip;

import java.util.List;
import java.util.function.Function;
import mirador.concepts.retrieval.Ranking;
import mirador.concepts.tensor.FloatTensor;

/** What a classifier without training says of one picture (Radford et al. 2021, section 3.1.2). */
public final class ZeroShot {
  /** Two classes nearer than this cannot be told apart with any trust. */
  private static final double CLOSE = 0.1;

  private final List<String> classes;
  private final double[] cosines; // (classes)
  private final double[] probabilities; // (classes)

  private ZeroShot(List<String> classes, double[] cosines, double[] probabilities) {
    this.classes = List.copyOf(classes);
    this.cosines = cosines;
    this.probabilities = probabilities;
  }

  /**
   * Classifies a picture by embeddings that are there already.
   *
   * @param image (size), of length 1
   * @param templates with {@link ClipModel#PLACE} where the class goes
   * @param embedding gives (size), of length 1, of a text
   * @param scale of the model, {@link ClipConfig#logitScale}
   * @throws IllegalArgumentException when there are no classes or no templates
   */
  public static ZeroShot of(
      double[] image,
      List<String> classes,
      List<String> templates,
      Function<String, double[]> embedding,
      double scale) {
    if (classes.isEmpty() || templates.isEmpty()) {
      throw new IllegalArgumentException(
          "a classifier needs classes and templates: " + classes + ", " + templates);
    }
    List<String> texts = PromptTemplates.texts(classes, templates);
    FloatTensor embeddings = FloatTensor.zeros(texts.size(), image.length);
    for (int i = 0; i < texts.size(); i++) {
      put(embedding.apply(texts.get(i)), embeddings, i);
    }
    FloatTensor picture = FloatTensor.zeros(1, image.length);
    put(image, picture, 0);
    FloatTensor cosines =
        Embeddings.cosines(picture, Embeddings.groupMeans(embeddings, templates.size()));
    FloatTensor probabilities = Embeddings.probabilities(Embeddings.logits(cosines, scale));
    return new ZeroShot(classes, cosines.rows()[0], probabilities.rows()[0]);
  }

  private static void put(double[] row, FloatTensor rows, int at) {
    for (int i = 0; i < row.length; i++) {
      rows.values()[at * row.length + i] = (float) row[i];
    }
  }

  /** As the learner wrote them. */
  public List<String> classes() {
    return classes;
  }

  /** The cosine of the picture with a class. */
  public double cosine(int position) {
    return cosines[position];
  }

  /** How likely a class is, if exactly one is right. */
  public double probability(int position) {
    return probabilities[position];
  }

  /** Positions of the classes from the most probable to the least. */
  public int[] order() {
    return Ranking.order(probabilities);
  }

  /** The position of the most probable class. */
  public int best() {
    return order()[0];
  }

  /** Whether the first two are so near each other that another template may turn them round. */
  public boolean isClose() {
    int[] order = order();
    return order.length > 1 && probabilities[order[0]] - probabilities[order[1]] < CLOSE;
  }
}
