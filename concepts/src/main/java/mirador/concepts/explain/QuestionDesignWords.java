package mirador.concepts.explain;

import java.util.List;
import mirador.concepts.course.Notebook;
import mirador.concepts.text.Messages;

/** The result of the learner's own questions, and an example of each kind for every picture. */
public final class QuestionDesignWords {
  /** The two kinds of questions of cell 3.3, as they stand in the keys of the learner's state. */
  public static final List<String> KINDS = List.of("descriptive", "inferential");

  private QuestionDesignWords() {}

  /** Whether the rules found words of theirs in what the learner asked. */
  public static String result(Messages messages, int written, int unanswered) {
    int all = Notebook.PICTURES.size() * KINDS.size();
    return written == 0
        ? messages.get("question-design.empty", all)
        : messages.get("question-design.result", written, all)
            + " "
            + (unanswered == 0
                ? messages.get("question-design.matched")
                : messages.get("question-design.unanswered", unanswered));
  }

  /** A question to begin from, in English as the rules want it. */
  public static String example(Messages messages, String picture, String kind) {
    return messages.get("question-design.example." + picture + "." + kind);
  }

  /** The example in Spanish. */
  public static String exampleGloss(Messages messages, String picture, String kind) {
    return messages.get("question-design.gloss." + picture + "." + kind);
  }
}
