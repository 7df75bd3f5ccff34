package mirador.concepts.cells;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import mirador.concepts.text.Numbers;
import mirador.concepts.text.Words;

/**
 * Judges what came out of a program.
 *
 * @param tolerances of each case, for numbers; 0 for the usual one
 * @param mistakes the {@link CellRun#signature} of each typical wrong program
 */
public record CellCheck(List<Double> tolerances, List<String> mistakes) {
  private static final double USUAL = 1e-9;

  public CellCheck {
    tolerances = List.copyOf(tolerances);
    mistakes = List.copyOf(mistakes);
  }

  /**
   * What is known of a program.
   *
   * @param findings of each case
   * @param mistake the typical wrong program, from 0, that gives the same everywhere
   */
  public record Verdict(List<Finding> findings, Optional<Integer> mistake) {
    public Verdict {
      findings = List.copyOf(findings);
    }

    /** How many cases are right. */
    public int passed() {
      return (int) findings.stream().filter(one -> one == Finding.PASSED).count();
    }

    /** Whether there are cases and all are right. */
    public boolean isRight() {
      return !findings.isEmpty() && passed() == findings.size();
    }
  }

  /** Judges. */
  public Verdict judge(CellRun run) {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < run.cases().size(); i++) {
      double tolerance = i < tolerances.size() ? tolerances.get(i) : 0;
      findings.add(finding(run.cases().get(i), tolerance > 0 ? tolerance : USUAL));
    }
    if (findings.contains(Finding.OFF_BY_ONE) && !allWrongAre(findings, Finding.OFF_BY_ONE)) {
      // One case may be beside by chance; a miscounting program is so wherever it is wrong.
      findings.replaceAll(one -> one == Finding.OFF_BY_ONE ? Finding.WRONG : one);
    }
    Verdict judged = new Verdict(findings, Optional.empty());
    int mistake = judged.isRight() ? -1 : mistakes.indexOf(run.signature());
    return mistake < 0 ? judged : new Verdict(findings, Optional.of(mistake));
  }

  private static boolean allWrongAre(List<Finding> findings, Finding finding) {
    return findings.stream().allMatch(one -> one == finding || one == Finding.PASSED);
  }

  private static Finding finding(CaseRun run, double tolerance) {
    if (run.error().isPresent()) {
      return run.error().get().name().equals("NameError") && run.error().get().line() == 0
          ? Finding.MISSING
          : Finding.ERROR;
    }
    PythonValue got = run.got().orElse(new PythonValue.None());
    PythonValue wanted = run.wanted();
    if (same(got, wanted, tolerance)) {
      return Finding.PASSED;
    }
    if (got instanceof PythonValue.None) {
      return printed(run, tolerance) ? Finding.PRINTED : Finding.NONE;
    }
    if (got instanceof PythonValue.Text text && !(wanted instanceof PythonValue.Text)) {
      return text.value().strip().equals(run.wantedShown()) ? Finding.TEXT : Finding.WRONG;
    }
    if (got instanceof PythonValue.Real real && wanted instanceof PythonValue.Whole whole) {
      return near(real.value(), whole.value(), tolerance) ? Finding.FLOAT : beside(got, wanted);
    }
    if (got instanceof PythonValue.Row row && wanted instanceof PythonValue.Row other) {
      return rows(row, other, tolerance);
    }
    return beside(got, wanted);
  }

  /** Whether what should have been returned stands in the last line that was printed, or is it. */
  private static boolean printed(CaseRun run, double tolerance) {
    String text = run.printed().strip();
    String last = text.substring(text.lastIndexOf('\n') + 1).strip();
    String wanted =
        run.wanted() instanceof PythonValue.Text value ? value.value() : run.wantedShown();
    if (last.isEmpty() || last.equals(wanted) || last.equals(run.wantedShown())) {
      return !last.isEmpty();
    }
    if (isNumber(run.wanted())) {
      String word = last.substring(last.lastIndexOf(' ') + 1);
      OptionalDouble number = Numbers.parse(word);
      return number.isPresent() && near(number.getAsDouble(), number(run.wanted()), tolerance);
    }
    return run.wanted() instanceof PythonValue.Row row
        && (last.endsWith(run.wantedShown()) || lineByLine(text, row));
  }

  /** Whether the last lines are the texts of a row. */
  private static boolean lineByLine(String text, PythonValue.Row row) {
    List<String> lines = Words.split(text, "\n");
    int first = lines.size() - row.items().size();
    boolean all = first >= 0 && !row.items().isEmpty();
    for (int i = 0; all && i < row.items().size(); i++) {
      all =
          row.items().get(i) instanceof PythonValue.Text item
              && lines.get(first + i).strip().equals(item.value());
    }
    return all;
  }

  private static Finding beside(PythonValue got, PythonValue wanted) {
    boolean numbers = isNumber(got) && isNumber(wanted);
    return numbers && near(Math.abs(number(got) - number(wanted)), 1, USUAL)
        ? Finding.OFF_BY_ONE
        : Finding.WRONG;
  }

  private static Finding rows(PythonValue.Row got, PythonValue.Row wanted, double tolerance) {
    if (alike(got, wanted, tolerance)) {
      return Finding.KIND;
    }
    List<PythonValue> turned = new ArrayList<>();
    for (int i = wanted.items().size() - 1; i >= 0; i--) {
      turned.add(wanted.items().get(i));
    }
    if (wanted.items().size() > 1 && sameItems(got.items(), turned, tolerance)) {
      return Finding.REVERSED;
    }
    boolean beside = !wanted.items().isEmpty() && got.items().size() == wanted.items().size();
    for (int i = 0; beside && i < wanted.items().size(); i++) {
      beside = beside(got.items().get(i), wanted.items().get(i)) == Finding.OFF_BY_ONE;
    }
    return beside ? Finding.OFF_BY_ONE : Finding.WRONG;
  }

  /** Whether values are the same but for the kinds of their rows. */
  private static boolean alike(PythonValue got, PythonValue wanted, double tolerance) {
    if (!(got instanceof PythonValue.Row row && wanted instanceof PythonValue.Row other)) {
      return same(got, wanted, tolerance);
    }
    boolean alike = row.items().size() == other.items().size();
    for (int i = 0; alike && i < row.items().size(); i++) {
      alike = alike(row.items().get(i), other.items().get(i), tolerance);
    }
    return alike;
  }

  /**
   * The first rows of another kind in values that are otherwise alike: what came, and what should
   * have.
   */
  public static Optional<List<PythonValue.Row>> otherKind(PythonValue got, PythonValue wanted) {
    if (!(got instanceof PythonValue.Row row && wanted instanceof PythonValue.Row other)) {
      return Optional.empty();
    }
    if (!row.kind().equals(other.kind())) {
      return Optional.of(List.of(row, other));
    }
    for (int i = 0; i < Math.min(row.items().size(), other.items().size()); i++) {
      Optional<List<PythonValue.Row>> inside = otherKind(row.items().get(i), other.items().get(i));
      if (inside.isPresent()) {
        return inside;
      }
    }
    return Optional.empty();
  }

  private static boolean sameItems(
      List<PythonValue> got, List<PythonValue> wanted, double tolerance) {
    if (got.size() != wanted.size()) {
      return false;
    }
    for (int i = 0; i < got.size(); i++) {
      if (!same(got.get(i), wanted.get(i), tolerance)) {
        return false;
      }
    }
    return true;
  }

  private static boolean same(PythonValue got, PythonValue wanted, double tolerance) {
    if (got instanceof PythonValue.Row row && wanted instanceof PythonValue.Row other) {
      return row.kind().equals(other.kind()) && sameItems(row.items(), other.items(), tolerance);
    }
    if (got instanceof PythonValue.Table table && wanted instanceof PythonValue.Table other) {
      return sameTables(table, other, tolerance);
    }
    // A whole number passes where one with a point is wanted, as 1 == 1.0 does in Python.
    if (wanted instanceof PythonValue.Real && isNumber(got)) {
      return near(number(got), number(wanted), tolerance);
    }
    return got.equals(wanted);
  }

  private static boolean sameTables(
      PythonValue.Table got, PythonValue.Table wanted, double tolerance) {
    List<PythonValue> one = got.keysAndValues();
    List<PythonValue> other = wanted.keysAndValues();
    if (one.size() != other.size()) {
      return false;
    }
    for (int i = 0; i < other.size(); i += 2) {
      int at = -1;
      for (int j = 0; j < one.size(); j += 2) {
        at = one.get(j).equals(other.get(i)) ? j : at;
      }
      if (at < 0 || !same(one.get(at + 1), other.get(i + 1), tolerance)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNumber(PythonValue value) {
    return value instanceof PythonValue.Whole || value instanceof PythonValue.Real;
  }

  private static double number(PythonValue value) {
    return value instanceof PythonValue.Whole whole
        ? whole.value()
        : ((PythonValue.Real) value).value();
  }

  private static boolean near(double got, double wanted, double tolerance) {
    return got == wanted
        || (Double.isNaN(got) && Double.isNaN(wanted))
        || Math.abs(got - wanted) <= tolerance * Math.max(1, Math.abs(wanted));
  }
}
