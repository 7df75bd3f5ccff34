package mirador.web.widgets.classbook;

import java.util.List;
import mirador.concepts.cells.CellCheck;
import mirador.concepts.course.AnswerCheck;
import mirador.web.python.PythonService;

/**
 * By what an exercise or a program is judged.
 *
 * @param cases in their order
 * @param mistakes the typical wrong programs
 */
record Checks(List<Case> cases, List<Mistake> mistakes) {
  /**
   * One case.
   *
   * @param run what is asked, or the expression that is run
   * @param expect what is right, as text or as expression
   * @param before statements that run first; may be empty
   * @param tolerance how far numbers may be off; 0 for the usual
   * @param hint may be empty
   */
  record Case(String run, String expect, String before, double tolerance, String hint) {
    PythonService.Case request() {
      return new PythonService.Case(run, expect, before);
    }

    boolean isRight(String filledIn) {
      return !filledIn.isBlank() && AnswerCheck.matches(expect, filledIn, tolerance);
    }
  }

  /**
   * A typical wrong program.
   *
   * @param signature of what comes out of it
   * @param say what its author hears
   */
  record Mistake(String signature, String say) {}

  CellCheck check() {
    return new CellCheck(
        cases.stream().map(Case::tolerance).toList(),
        mistakes.stream().map(Mistake::signature).toList());
  }
}
