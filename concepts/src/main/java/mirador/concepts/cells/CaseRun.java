package mirador.concepts.cells;

import java.util.Optional;

/**
 * What came out of one case of a check.
 *
 * @param got what the learner's program gave; empty after an error
 * @param shown the same as Python shows it
 * @param wanted what it should have given
 * @param wantedShown the same as Python shows it
 * @param printed what it printed meanwhile
 * @param error that ended it
 */
public record CaseRun(
    Optional<PythonValue> got,
    String shown,
    PythonValue wanted,
    String wantedShown,
    String printed,
    Optional<CellError> error) {

  /** One text for what the program did, whatever it should have done. */
  String canonical() {
    return error
        .map(failure -> "!" + failure.name())
        .orElseGet(() -> got.map(PythonValue::canonical).orElse(""));
  }
}
