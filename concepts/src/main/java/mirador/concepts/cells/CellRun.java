package mirador.concepts.cells;

import java.util.List;
import java.util.Optional;
import mirador.concepts.text.Fingerprint;

/**
 * What came out of a program and of the cases of its check.
 *
 * @param error that ended the program before any case; then there are no cases
 * @param cases in their order
 */
public record CellRun(Optional<CellError> error, List<CaseRun> cases) {
  public CellRun {
    cases = List.copyOf(cases);
  }

  /**
   * What the results are known by: programs that give the same in all cases have the same (FNV-1a
   * of 64 bits, 16 hexadecimal digits).
   */
  public String signature() {
    StringBuilder text = new StringBuilder(error.map(CellError::name).orElse(""));
    for (CaseRun one : cases) {
      text.append('\n').append(one.canonical());
    }
    return Fingerprint.of(text.toString());
  }
}
