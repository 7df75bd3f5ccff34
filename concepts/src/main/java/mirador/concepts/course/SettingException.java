package mirador.concepts.course;

/** Thrown when a widget is given a setting it cannot take; the message says what is allowed. */
public final class SettingException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private final transient SettingProblem problem;

  SettingException(SettingProblem problem) {
    super(problem.describe());
    this.problem = problem;
  }

  /** Which setting, which value, what is allowed. */
  public SettingProblem problem() {
    return problem;
  }
}
