package mirador.trainer.data;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.blip2.VqaPrompt;
import mirador.training.language.Captions;
import mirador.training.language.Kind;
import mirador.training.language.Language;
import mirador.training.language.QuestionAnswer;
import mirador.training.language.Questions;
import mirador.training.language.ZeroShotNames;
import mirador.training.scenes.SceneFacts;
import mirador.training.scenes.SceneSampler;
import mirador.training.scenes.Split;
import mirador.training.scenes.SplitMix64;

/** Texts of training scenes, from which the vocabularies are learnt. */
public final class Corpus {
  private static final int SCENES = 12_000;
  private static final int TEXTS = 33;

  private Corpus() {}

  /** Captions and names of classes, in both languages. */
  public static List<String> captions() {
    List<String> texts = new ArrayList<>();
    for (long seed = 0; seed < SCENES; seed++) {
      SceneFacts facts = SceneSampler.facts(Split.TRAIN, seed);
      SplitMix64 random = SplitMix64.forPart(seed, TEXTS);
      for (Language language : Language.values()) {
        texts.add(Captions.full(facts, language, random));
        texts.add(Captions.some(facts, language, random));
        texts.addAll(ZeroShotNames.prompts(facts.subject(), language));
      }
    }
    return texts;
  }

  /** Captions, questions and answers, in both languages. */
  public static List<String> dialogues() {
    List<String> texts = captions();
    for (long seed = 0; seed < SCENES; seed++) {
      SceneFacts facts = SceneSampler.facts(Split.TRAIN, seed);
      SplitMix64 random = SplitMix64.forPart(seed, TEXTS + 1);
      for (Language language : Language.values()) {
        for (Kind kind : Kind.values()) {
          QuestionAnswer asked = Questions.ask(kind, facts, language, random);
          texts.add(VqaPrompt.of(asked.question()) + " " + asked.answer() + "\n");
        }
      }
    }
    return texts;
  }
}
