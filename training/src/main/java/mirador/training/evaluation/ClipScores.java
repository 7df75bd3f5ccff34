package mirador.training.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import mirador.concepts.clip.ClipModel;
import mirador.concepts.clip.Embeddings;
import mirador.concepts.retrieval.RetrievalMetrics;
import mirador.concepts.tensor.FloatTensor;
import mirador.training.language.Language;
import mirador.training.language.ZeroShotNames;
import mirador.training.scenes.SceneSampler;

/**
 * How well a CLIP model knows scenes, all shares from 0 to 1.
 *
 * @param zeroShot share of scenes whose subject it names, among the names of all subjects, by
 *     language
 * @param inSentences the same among sentences such as "a photo of a cat", which speak of one thing
 * @param textToImage Recall@1 and Recall@5 of a caption among a hundred scenes, by language
 * @param imageToText the same of a scene among a hundred captions
 */
public record ClipScores(
    Map<Language, Double> zeroShot,
    Map<Language, Double> inSentences,
    Map<Language, Recall> textToImage,
    Map<Language, Recall> imageToText) {
  /** How many scenes are searched at once. */
  public static final int AMONG = 100;

  private static final int FIRST = 5;

  /** Shares of searches that find what they should first, and among the first five. */
  public record Recall(double at1, double at5) {}

  /** Tries a model on scenes, as many as are there in whole hundreds. */
  public static ClipScores of(ClipModel model, TestScenes scenes) {
    FloatTensor pictures = model.imageEmbeddings(scenes.pictures());
    Map<Language, Double> zeroShot = new EnumMap<>(Language.class);
    Map<Language, Double> inSentences = new EnumMap<>(Language.class);
    Map<Language, Recall> textToImage = new EnumMap<>(Language.class);
    Map<Language, Recall> imageToText = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      zeroShot.put(
          language,
          zeroShot(model, scenes, pictures, subject -> ZeroShotNames.names(subject, language)));
      inSentences.put(
          language,
          zeroShot(model, scenes, pictures, subject -> ZeroShotNames.prompts(subject, language)));
      double[][] cosines =
          Embeddings.cosines(pictures, model.textEmbeddings(scenes.captions(language))).rows();
      List<Integer> towardsPicture = new ArrayList<>();
      List<Integer> towardsText = new ArrayList<>();
      for (int from = 0; from + AMONG <= scenes.size(); from += AMONG) {
        double[][] hundred = square(cosines, from);
        add(towardsPicture, RetrievalMetrics.ranksTextToImage(hundred));
        add(towardsText, RetrievalMetrics.ranksImageToText(hundred));
      }
      textToImage.put(language, recall(towardsPicture));
      imageToText.put(language, recall(towardsText));
    }
    return new ClipScores(zeroShot, inSentences, textToImage, imageToText);
  }

  /** The smallest of the shares of a kind over both languages. */
  public double worstZeroShot() {
    return zeroShot.values().stream().mapToDouble(Double::doubleValue).min().orElseThrow();
  }

  private static double zeroShot(
      ClipModel model,
      TestScenes scenes,
      FloatTensor pictures,
      Function<String, List<String>> promptsOf) {
    List<String> subjects = SceneSampler.subjects();
    List<String> prompts = new ArrayList<>();
    subjects.forEach(subject -> prompts.addAll(promptsOf.apply(subject)));
    FloatTensor classes =
        Embeddings.groupMeans(model.textEmbeddings(prompts), prompts.size() / subjects.size());
    double[][] cosines = Embeddings.cosines(pictures, classes).rows();
    int right = 0;
    for (int scene = 0; scene < scenes.size(); scene++) {
      int wanted = subjects.indexOf(scenes.facts(scene).subject());
      right += RetrievalMetrics.rank(cosines[scene], wanted) == 1 ? 1 : 0;
    }
    return right / (double) scenes.size();
  }

  private static double[][] square(double[][] cosines, int from) {
    double[][] square = new double[AMONG][];
    for (int i = 0; i < AMONG; i++) {
      square[i] = Arrays.copyOfRange(cosines[from + i], from, from + AMONG);
    }
    return square;
  }

  private static void add(List<Integer> all, int[] ranks) {
    Arrays.stream(ranks).forEach(all::add);
  }

  private static Recall recall(List<Integer> ranks) {
    int[] all = ranks.stream().mapToInt(Integer::intValue).toArray();
    return new Recall(RetrievalMetrics.recallAtK(all, 1), RetrievalMetrics.recallAtK(all, FIRST));
  }
}
