package mirador.site.problem;

import java.util.List;
import java.util.stream.Collectors;

/** A build that stopped because of its author's mistakes. */
public final class ProblemsException extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient List<Problem> problems;

  public ProblemsException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }
}
