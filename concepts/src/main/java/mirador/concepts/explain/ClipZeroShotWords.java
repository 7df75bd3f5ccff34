package mirador.concepts.explain;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.clip.ClipModel;
import mirador.concepts.clip.PromptTemplates;
import mirador.concepts.clip.ZeroShot;
import mirador.concepts.text.Messages;
import mirador.concepts.text.Numbers;

/** What CLIP says of a picture when it may choose among the learner's classes (section 2.3). */
public final class ClipZeroShotWords {
  /** More classes are not read: their bars would fill the page. */
  public static final int MOST_CLASSES = 20;

  /** More templates of the learner's own are not read. */
  public static final int MOST_TEMPLATES = 10;

  private static final double MUCH = 1000;
  private static final double FEW = 10;

  private ClipZeroShotWords() {}

  /** Which class wins, by how much, and whether that can be trusted. */
  public static String result(Messages messages, String picture, ZeroShot result) {
    int[] order = result.order();
    String first = quoted(messages, result, order[0]);
    if (order.length == 1) {
      return messages.get("clip-zero-shot.result.one", picture, first);
    }
    return messages.get(
        result.isClose() ? "clip-zero-shot.result.close" : "clip-zero-shot.result",
        picture,
        first,
        probability(result, order[0]),
        quoted(messages, result, order[1]),
        probability(result, order[1]),
        times(messages, result.probability(order[0]), result.probability(order[1])));
  }

  /** How small differences of cosines become large ones of probabilities; "" for one class. */
  public static String scale(Messages messages, ZeroShot result, double scale) {
    int[] order = result.order();
    if (order.length == 1) {
      return "";
    }
    double first = result.cosine(order[0]);
    double second = result.cosine(order[1]);
    return messages.get(
        "clip-zero-shot.scale",
        Numbers.fixed(first, 3),
        Numbers.fixed(second, 3),
        Numbers.fixed(first - second, 3),
        Numbers.fixed(scale, scale == Math.rint(scale) ? 0 : 1));
  }

  /**
   * Whether all templates choose the same class.
   *
   * @param names of the templates, by {@link PromptTemplates}
   * @param results in the same order, of the same classes
   */
  public static String comparison(Messages messages, List<String> names, List<ZeroShot> results) {
    List<String> choices = new ArrayList<>();
    boolean same = true;
    double least = 1;
    double most = 0;
    int chosen = results.get(0).best();
    for (int i = 0; i < names.size(); i++) {
      ZeroShot result = results.get(i);
      same &= result.best() == chosen;
      least = Math.min(least, result.probability(result.best()));
      most = Math.max(most, result.probability(result.best()));
      choices.add(
          messages.get(
              "clip-zero-shot.comparison.choice",
              template(messages, names.get(i)),
              quoted(messages, result, result.best())));
    }
    return same
        ? messages.get(
            "clip-zero-shot.comparison.same",
            quoted(messages, results.get(0), chosen),
            Numbers.fixed(least, 3),
            Numbers.fixed(most, 3))
        : messages.get("clip-zero-shot.comparison.different", String.join("; ", choices));
  }

  /** What templates are called: «a photo of a {}.» by itself, the others by a word. */
  public static String template(Messages messages, String name) {
    return name.equals(PromptTemplates.PHOTO)
        ? messages.get("quoted", ClipModel.A_PHOTO_OF)
        : messages.get("clip-zero-shot.template." + name);
  }

  /**
   * Why these classes and templates cannot be used; "" when they can.
   *
   * @param templates of the chosen name, as they were written
   */
  public static String problem(Messages messages, List<String> classes, List<String> templates) {
    if (classes.isEmpty()) {
      return messages.get("clip-zero-shot.problem.no-class");
    }
    if (classes.size() > MOST_CLASSES) {
      return messages.get("clip-zero-shot.problem.classes", MOST_CLASSES, classes.size());
    }
    if (templates.isEmpty()) {
      return messages.get("clip-zero-shot.problem.no-template", ClipModel.PLACE);
    }
    if (templates.size() > MOST_TEMPLATES) {
      return messages.get("clip-zero-shot.problem.templates", MOST_TEMPLATES, templates.size());
    }
    for (String template : templates) {
      if (!template.contains(ClipModel.PLACE)) {
        return messages.get("clip-zero-shot.problem.no-place", template, ClipModel.PLACE);
      }
    }
    return "";
  }

  /** A probability as it stands beside its bar. */
  public static String probability(ZeroShot result, int position) {
    return Numbers.fixed(result.probability(position), 3);
  }

  private static String times(Messages messages, double first, double second) {
    double ratio = first / second;
    if (!(ratio < MUCH)) {
      return messages.get("clip-zero-shot.times.more", (int) MUCH);
    }
    return messages.get("clip-zero-shot.times", Numbers.fixed(ratio, ratio < FEW ? 1 : 0));
  }

  private static String quoted(Messages messages, ZeroShot result, int position) {
    return messages.get("quoted", result.classes().get(position));
  }
}
