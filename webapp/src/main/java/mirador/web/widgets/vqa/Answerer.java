package mirador.web.widgets.vqa;

import java.util.List;
import java.util.function.Consumer;

/** Somebody who answers questions about pictures: the rules, or a model. */
interface Answerer {
  /** Who answers, as a label: «Las reglas». */
  String name();

  /** Answers; a model may take its time, so the answer comes by itself. */
  void answer(String picture, String question, Consumer<Answered> done);

  /**
   * An answer.
   *
   * @param text the answer itself
   * @param why where it comes from
   * @param triggers words of the question that led to it
   * @param understood false when it only says that it does not know
   */
  record Answered(String text, String why, List<String> triggers, boolean understood) {}
}
