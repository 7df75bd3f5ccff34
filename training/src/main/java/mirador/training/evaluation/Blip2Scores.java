package mirador.training.evaluation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;
import mirador.concepts.blip2.Blip2Language;
import mirador.concepts.blip2.Blip2Vision;
import mirador.concepts.blip2.Dialogue;
import mirador.concepts.generation.GenerationListener;
import mirador.concepts.generation.GenerationSettings;
import mirador.concepts.image.Picture;
import mirador.concepts.tensor.FloatTensor;
import mirador.training.language.CaptionCheck;
import mirador.training.language.Kind;
import mirador.training.language.Language;
import mirador.training.language.QuestionAnswer;
import mirador.training.language.Questions;
import mirador.training.scenes.SceneFacts;
import mirador.training.scenes.SplitMix64;

/**
 * How well a BLIP-2 model tells of scenes, all shares from 0 to 1. It is asked one question of each
 * kind about each scene, in English and in Spanish by turns.
 *
 * @param captions share of scenes whose caption tells a fact rightly, by fact
 * @param answers share of questions of a kind that are answered rightly
 * @param languages the same over all kinds, by language of the question
 * @param yes share of questions whose answer is yes that are answered so
 * @param no share of questions whose answer is no that are answered so
 */
public record Blip2Scores(
    Map<String, Double> captions,
    Map<Kind, Double> answers,
    Map<Language, Double> languages,
    double yes,
    double no) {
  /** Facts of a caption, the three that have to be told first. */
  private static final Map<String, BiPredicate<SceneFacts, String>> FACTS = facts();

  private static final int CAPTION_TOKENS = 48;
  private static final int ANSWER_TOKENS = 16;
  private static final int QUESTION = 43;

  private static Map<String, BiPredicate<SceneFacts, String>> facts() {
    Map<String, BiPredicate<SceneFacts, String>> facts = new LinkedHashMap<>();
    facts.put("subject", CaptionCheck::subject);
    facts.put("colour", CaptionCheck::colour);
    facts.put("place", CaptionCheck::place);
    facts.put("count", CaptionCheck::count);
    facts.put("sky", CaptionCheck::sky);
    facts.put("style", CaptionCheck::style);
    return facts;
  }

  /** Tries a model on scenes. */
  public static Blip2Scores of(Blip2Vision vision, Blip2Language language, TestScenes scenes) {
    List<FloatTensor> seen = new ArrayList<>();
    for (Picture picture : scenes.pictures()) {
      seen.add(vision.look(picture).projected());
    }
    return of(seen, language, scenes);
  }

  /**
   * Tries a language model on what was seen of each scene.
   *
   * @param seen projected queries of each, (queries, language width)
   */
  static Blip2Scores of(List<FloatTensor> seen, Blip2Language language, TestScenes scenes) {
    Map<String, Share> captions = new LinkedHashMap<>();
    Map<Kind, Share> answers = new EnumMap<>(Kind.class);
    Map<Language, Share> languages = new EnumMap<>(Language.class);
    Share yes = new Share();
    Share no = new Share();
    List<Language> all = List.of(Language.values());
    for (int scene = 0; scene < scenes.size(); scene++) {
      SceneFacts facts = scenes.facts(scene);
      String caption = caption(language, seen.get(scene));
      FACTS.forEach(
          (name, told) ->
              captions.computeIfAbsent(name, key -> new Share()).add(told.test(facts, caption)));
      Language asked = all.get(scene % all.size());
      SplitMix64 random = SplitMix64.forPart(scenes.seed(scene), QUESTION);
      for (Kind kind : Kind.values()) {
        QuestionAnswer question = Questions.ask(kind, facts, asked, random);
        boolean right = right(question, answer(language, seen.get(scene), question.question()));
        answers.computeIfAbsent(kind, key -> new Share()).add(right);
        languages.computeIfAbsent(asked, key -> new Share()).add(right);
        if (kind == Kind.IS_THERE) {
          (isYes(question) ? yes : no).add(right);
        }
      }
    }
    return new Blip2Scores(
        shares(captions), shares(answers), shares(languages), yes.value(), no.value());
  }

  private static boolean isYes(QuestionAnswer question) {
    return question.accepted().contains("yes") || question.accepted().contains("sí");
  }

  /** How a model describes a picture. */
  static String caption(Blip2Language language, FloatTensor seen) {
    return language
        .caption(seen, GenerationSettings.greedy(CAPTION_TOKENS), GenerationListener.NONE)
        .text();
  }

  /** What a model says to a question. */
  static String answer(Blip2Language language, FloatTensor seen, String question) {
    return language
        .answer(
            seen,
            Dialogue.EMPTY.ask(question),
            GenerationSettings.greedy(ANSWER_TOKENS),
            GenerationListener.NONE)
        .text();
  }

  /** Whether an answer is one of those that are accepted, capitals and a final point aside. */
  static boolean right(QuestionAnswer question, String answer) {
    String said = answer.strip().toLowerCase(Locale.ROOT);
    return question
        .accepted()
        .contains(said.endsWith(".") ? said.substring(0, said.length() - 1) : said);
  }

  /** Share of all questions that are answered rightly: there are as many of each kind. */
  public double overall() {
    return answers.values().stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  /** The same of the kind that is answered worst. */
  public double worstKind() {
    return answers.values().stream().mapToDouble(Double::doubleValue).min().orElseThrow();
  }

  /** Share of yes and no questions that are answered rightly, were there as many of either. */
  public double balanced() {
    return (yes + no) / 2;
  }

  private static <K> Map<K, Double> shares(Map<K, Share> counted) {
    Map<K, Double> shares = new LinkedHashMap<>();
    counted.forEach((key, share) -> shares.put(key, share.value()));
    return shares;
  }

  private static final class Share {
    private int right;
    private int all;

    void add(boolean isRight) {
      right += isRight ? 1 : 0;
      all++;
    }

    double value() {
      return right / (double) all;
    }
  }
}
