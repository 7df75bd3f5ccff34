package mirador.web.model;

import java.util.List;

/**
 * What BLIP-2 wrote of a picture.
 *
 * @param text without white space around it
 * @param tokens all of them, the one that ends the text included; of beam search without candidates
 *     and attention, since each step looks at several texts
 * @param ended whether the text ended by itself; otherwise it has as many tokens as were allowed
 * @param secondsPerToken of those after the first; of the first when there are no others
 * @param stages that it went through; a picture that was looked at before has its times of then
 */
public record Reply(
    String text,
    List<Token> tokens,
    boolean ended,
    double secondsPerToken,
    List<StageReport> stages) {
  public Reply {
    tokens = List.copyOf(tokens);
    stages = List.copyOf(stages);
  }
}
