package mirador.trainer.data;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.blip2.Dialogue;
import mirador.concepts.blip2.VqaPrompt;
import mirador.concepts.tokenizer.OptTokenizer;
import mirador.trainer.data.TextBatch.Text;
import mirador.training.language.Captions;
import mirador.training.language.Dialogues;
import mirador.training.language.Kind;
import mirador.training.language.Language;
import mirador.training.language.QuestionAnswer;
import mirador.training.language.Questions;
import mirador.training.scenes.SceneFacts;
import mirador.training.scenes.SplitMix64;

/**
 * What is said about a scene, in the form in which BLIP-2 is asked: a caption, or a question with
 * its answer, or two; each ends with a line feed.
 */
public final class Sayings {
  /** Yes or no, and how many, have to be compared with what was asked: they take most practice. */
  private static final List<Kind> KINDS =
      List.of(
          Kind.WHAT,
          Kind.COLOUR,
          Kind.COUNT,
          Kind.COUNT,
          Kind.WHERE,
          Kind.WEATHER,
          Kind.STYLE,
          Kind.IS_THERE,
          Kind.IS_THERE,
          Kind.IS_THERE,
          Kind.IS_THERE);

  private static final double CAPTION = 0.25;
  private static final double FULL = 0.7;
  private static final double TWO_TURNS = 0.1;
  private static final int MOST_TURNS = 6;
  private static final int DRILLED = 8;
  private static final int SHORTEST_OF = 5;

  private final OptTokenizer tokenizer;

  public Sayings(OptTokenizer tokenizer) {
    this.tokenizer = tokenizer;
  }

  /** A saying; prompts do not count, for nobody has to foresee them. */
  public Text of(SceneFacts facts, Language language, SplitMix64 random) {
    double form = random.nextDouble();
    if (form < CAPTION) {
      return captionOnly(facts, language, random);
    }
    if (form < CAPTION + TWO_TURNS) {
      List<QuestionAnswer> turns = Dialogues.two(facts, language, random);
      QuestionAnswer first = turns.get(0);
      QuestionAnswer second = turns.get(1);
      String open = VqaPrompt.of(first.question());
      Dialogue dialogue = Dialogue.EMPTY.ask(first.question()).with(first.answer());
      String between = dialogue.ask(second.question()).prompt();
      String said = open + " " + first.answer();
      // What follows the first answer is the learner's next question or the end: it cannot be
      // known.
      return start()
          .add(open, 0)
          .add(" " + first.answer(), 1)
          .add(between.substring(said.length()), 0)
          .add(" " + second.answer() + "\n", 1)
          .text();
    }
    List<QuestionAnswer> asked = new ArrayList<>();
    int turns = 1 + random.below(MOST_TURNS);
    for (int i = 0; i < turns; i++) {
      Kind kind = KINDS.get(random.below(KINDS.size()));
      asked.add(Questions.ask(kind, facts, language, random));
    }
    return turns(asked);
  }

  /**
   * Many questions of yes and no about one scene. A language model learns late to compare what is
   * asked with what was told: of half of them the shortest of some is taken, for the shortest ask
   * for one fact in few words.
   */
  public Text drill(SceneFacts facts, Language language, SplitMix64 random) {
    List<QuestionAnswer> asked = new ArrayList<>();
    for (int i = 0; i < DRILLED; i++) {
      QuestionAnswer one = Questions.ask(Kind.IS_THERE, facts, language, random);
      int others = random.nextDouble() < 0.5 ? SHORTEST_OF - 1 : 0;
      for (int j = 0; j < others; j++) {
        QuestionAnswer other = Questions.ask(Kind.IS_THERE, facts, language, random);
        one = other.question().length() < one.question().length() ? other : one;
      }
      asked.add(one);
    }
    return turns(asked);
  }

  /**
   * Questions with their answers, all in one text: from one picture much is learnt then. Only after
   * the last answer the text ends.
   */
  private Text turns(List<QuestionAnswer> asked) {
    Building building = start();
    for (int i = 0; i < asked.size(); i++) {
      QuestionAnswer one = asked.get(i);
      boolean last = i == asked.size() - 1;
      building
          .add((i == 0 ? "" : " ") + VqaPrompt.of(one.question()), 0)
          .add(" " + one.answer() + (last ? "\n" : ""), 1);
    }
    return building.text();
  }

  /** A caption. */
  public Text captionOnly(SceneFacts facts, Language language, SplitMix64 random) {
    boolean full = random.nextDouble() < FULL;
    String caption =
        full ? Captions.full(facts, language, random) : Captions.some(facts, language, random);
    return start().add(caption + "\n", 1).text();
  }

  /** Begins with the token that begins every prompt. */
  private Building start() {
    Building building = new Building();
    tokenizer.encode("").ids().forEach(id -> building.add(id, 0));
    return building;
  }

  /** Tokens of a text, without the one that begins prompts. */
  public List<Integer> tokens(String text) {
    List<Integer> ids = tokenizer.encode(text).ids();
    return ids.subList(tokenizer.encode("").length(), ids.size());
  }

  private final class Building {
    private final List<Integer> tokens = new ArrayList<>();
    private final List<Float> counts = new ArrayList<>();

    void add(int token, float count) {
      tokens.add(token);
      counts.add(count);
    }

    Building add(String text, float count) {
      tokens(text).forEach(token -> add(token, count));
      return this;
    }

    Text text() {
      float[] weights = new float[counts.size()];
      for (int i = 0; i < weights.length; i++) {
        weights[i] = counts.get(i);
      }
      return new Text(tokens.stream().mapToInt(Integer::intValue).toArray(), weights);
    }
  }
}
