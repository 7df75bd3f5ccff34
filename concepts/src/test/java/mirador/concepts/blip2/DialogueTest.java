package mirador.concepts.blip2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import mirador.concepts.tokenizer.OptTokenizer;
import mirador.concepts.tokenizer.ToyVocabulary;
import org.junit.jupiter.api.Test;

class DialogueTest {
  private static final ToyVocabulary TOY = ToyVocabulary.opt();
  private static final OptTokenizer TOKENIZER = new OptTokenizer(TOY.ids(), TOY.merges());
  private static final Dialogue CHAIN =
      Dialogue.EMPTY
          .ask("What do you see in this image?")
          .with(" A sports car driving on the road at sunset.\n")
          .ask("What colors are prominent?");

  @Test
  void theFirstQuestionIsTheNotebooks() {
    assertEquals(
        "Question: What do you see in this image? Answer:",
        Dialogue.EMPTY.ask("What do you see in this image?").prompt());
    assertEquals("Question: which city is this? Answer:", VqaPrompt.of("which city is this?\n"));
  }

  @Test
  void theChainedPromptIsTheNotebooks() {
    assertEquals(
        "Question: What do you see in this image? "
            + "Answer: A sports car driving on the road at sunset. "
            + "Question: What colors are prominent? "
            + "Answer:",
        CHAIN.prompt());
    assertEquals(
        List.of(
            new Dialogue.Turn(
                "What do you see in this image?", "A sports car driving on the road at sunset.")),
        CHAIN.turns());
    assertEquals("What colors are prominent?", CHAIN.question());
  }

  @Test
  void askingAnewTakesTheOpenQuestionsPlace() {
    assertEquals("Question: b Answer:", Dialogue.EMPTY.ask("a").ask("b").prompt());
  }

  @Test
  void anAnswerMayBeEmpty() {
    assertEquals(
        "Question: a Answer: Question: b Answer:",
        Dialogue.EMPTY.ask("a").with("\n").ask("b").prompt());
  }

  @Test
  void onlyTheOldestTurnsAreLeftOut() {
    Dialogue three = CHAIN.with("red").ask("why?").with("sunset").ask("where?");
    int all = length(three);
    assertSame(three, three.fitting(TOKENIZER, all));
    Dialogue two = three.fitting(TOKENIZER, all - 1);
    assertEquals(three.turns().subList(1, 3), two.turns());
    Dialogue one = three.fitting(TOKENIZER, length(two) - 1);
    assertEquals(three.turns().subList(2, 3), one.turns());
    Dialogue none = three.fitting(TOKENIZER, length(one) - 1);
    assertEquals(List.of(), none.turns());
    assertEquals("where?", none.question());
    assertEquals(none, three.fitting(TOKENIZER, 1), "the question always stays");
  }

  private static int length(Dialogue dialogue) {
    return TOKENIZER.encode(dialogue.prompt()).length();
  }

  @Test
  void whatWasNotAskedIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Dialogue.EMPTY.ask(" \n"));
    assertThrows(IllegalArgumentException.class, () -> VqaPrompt.of(""));
    assertThrows(IllegalStateException.class, Dialogue.EMPTY::prompt);
    Dialogue answered = CHAIN.with("red");
    assertThrows(IllegalStateException.class, answered::prompt);
    assertThrows(IllegalStateException.class, () -> Dialogue.EMPTY.fitting(TOKENIZER, 9));
    assertThrows(IllegalStateException.class, () -> answered.with("blue"));
  }
}
