package mirador.concepts.cells;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mirador.concepts.cells.PythonValue.None;
import mirador.concepts.cells.PythonValue.Real;
import mirador.concepts.cells.PythonValue.Row;
import mirador.concepts.cells.PythonValue.Table;
import mirador.concepts.cells.PythonValue.Text;
import mirador.concepts.cells.PythonValue.Truth;
import mirador.concepts.cells.PythonValue.Whole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class CellCheckTest {
  private static CaseRun run(PythonValue got, PythonValue wanted, String wantedShown) {
    return new CaseRun(Optional.of(got), "", wanted, wantedShown, "", Optional.empty());
  }

  private static CaseRun printed(String text, PythonValue wanted, String wantedShown) {
    return new CaseRun(
        Optional.of(new None()), "None", wanted, wantedShown, text, Optional.empty());
  }

  private static CaseRun error(String name, int line) {
    CellError error = new CellError(name, "name 'f' isn't defined", line, "");
    return new CaseRun(Optional.empty(), "", new Whole(1), "1", "", Optional.of(error));
  }

  private static Row list(PythonValue... items) {
    return new Row("list", List.of(items));
  }

  private static PythonValue text(String text) {
    return new Text(text);
  }

  static Stream<Arguments> cases() {
    PythonValue car = text("car");
    PythonValue cat = text("cat");
    return Stream.of(
        Arguments.of(Finding.PASSED, run(new Whole(196), new Whole(196), "196")),
        Arguments.of(Finding.PASSED, run(new Real(0.1 + 0.2), new Real(0.3), "0.3")),
        Arguments.of(Finding.PASSED, run(new Whole(1), new Real(1), "1.0")),
        Arguments.of(Finding.PASSED, run(new Real(Double.NaN), new Real(Double.NaN), "nan")),
        Arguments.of(Finding.PASSED, run(list(car, cat), list(car, cat), "['car', 'cat']")),
        Arguments.of(
            Finding.PASSED,
            run(
                new Table(List.of(car, new Real(1), cat, new Whole(2))),
                new Table(List.of(cat, new Real(2), car, new Real(1))),
                "{…}")),
        Arguments.of(Finding.WRONG, run(new Truth(true), new Whole(1), "1")),
        Arguments.of(Finding.WRONG, run(new Real(0.31), new Real(0.3), "0.3")),
        Arguments.of(Finding.WRONG, run(list(car), list(car, cat), "['car', 'cat']")),
        Arguments.of(Finding.FLOAT, run(new Real(196), new Whole(196), "196")),
        Arguments.of(Finding.WRONG, run(new Real(196.5), new Whole(196), "196")),
        Arguments.of(Finding.TEXT, run(text("196"), new Whole(196), "196")),
        Arguments.of(Finding.WRONG, run(text("195"), new Whole(196), "196")),
        Arguments.of(Finding.OFF_BY_ONE, run(new Whole(197), new Whole(196), "196")),
        Arguments.of(
            Finding.OFF_BY_ONE,
            run(list(new Whole(0), new Whole(2)), list(new Whole(1), new Whole(3)), "[1, 3]")),
        Arguments.of(Finding.REVERSED, run(list(cat, car), list(car, cat), "['car', 'cat']")),
        Arguments.of(
            Finding.KIND,
            run(new Row("tuple", List.of(car, cat)), list(car, cat), "['car', 'cat']")),
        Arguments.of(Finding.NONE, run(new None(), new Whole(196), "196")),
        Arguments.of(Finding.PRINTED, printed("hola\n196\n", new Whole(196), "196")),
        Arguments.of(Finding.PRINTED, printed("car\n", car, "'car'")),
        Arguments.of(Finding.PRINTED, printed("Recall: 0.6667\n", new Real(0.6667), "0.6667")),
        Arguments.of(Finding.PRINTED, printed("dos\ncar\ncat\n", list(car, cat), "['car', 'cat']")),
        Arguments.of(Finding.NONE, printed("cat\ncar\n", list(car, cat), "['car', 'cat']")),
        Arguments.of(
            Finding.KIND, run(list(list(car)), list(new Row("tuple", List.of(car))), "[('car',)]")),
        Arguments.of(Finding.NONE, printed("195\n", new Whole(196), "196")),
        Arguments.of(Finding.MISSING, error("NameError", 0)),
        Arguments.of(Finding.ERROR, error("NameError", 2)),
        Arguments.of(Finding.ERROR, error("ZeroDivisionError", 2)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void oneCaseIsJudged(Finding expected, CaseRun run) {
    CellCheck check = new CellCheck(List.of(0.0), List.of());
    assertEquals(
        List.of(expected),
        check.judge(new CellRun(Optional.empty(), List.of(run))).findings(),
        run.toString());
  }

  @Test
  void aToleranceIsForItsCase() {
    CaseRun near = run(new Real(0.6667), new Real(2 / 3.0), "0.667");
    CellRun both = new CellRun(Optional.empty(), List.of(near, near));
    CellCheck.Verdict verdict = new CellCheck(List.of(0.001, 0.0), List.of()).judge(both);
    assertEquals(List.of(Finding.PASSED, Finding.WRONG), verdict.findings());
    assertEquals(1, verdict.passed());
    assertFalse(verdict.isRight());
  }

  @Test
  void besideByChanceIsNotMiscounted() {
    CellRun one =
        new CellRun(
            Optional.empty(),
            List.of(run(new Whole(5), new Whole(4), "4"), run(new Whole(9), new Whole(4), "4")));
    assertEquals(
        List.of(Finding.WRONG, Finding.WRONG),
        new CellCheck(List.of(), List.of()).judge(one).findings());
  }

  @Test
  void programsThatGiveTheSameAreTheSameMistake() {
    CellRun sum =
        new CellRun(
            Optional.empty(),
            List.of(
                run(new Whole(28), new Whole(196), "196"), run(new Whole(1), new Whole(0), "0")));
    CellRun again =
        new CellRun(
            Optional.empty(),
            List.of(
                run(new Whole(28), new Whole(196), "196"), run(new Whole(1), new Whole(0), "0")));
    CellRun other =
        new CellRun(
            Optional.empty(),
            List.of(
                run(new Whole(28), new Whole(196), "196"), run(new Whole(2), new Whole(0), "0")));
    assertEquals(sum.signature(), again.signature());
    assertNotEquals(sum.signature(), other.signature());
    assertEquals(16, sum.signature().length());
    CellCheck check = new CellCheck(List.of(), List.of("0000000000000000", sum.signature()));
    assertEquals(Optional.of(1), check.judge(again).mistake());
    assertEquals(Optional.empty(), check.judge(other).mistake());
  }

  @Test
  void withoutCasesNothingIsRight() {
    CellRun broken = new CellRun(Optional.of(new CellError("SyntaxError", "", 3, "")), List.of());
    assertFalse(new CellCheck(List.of(), List.of()).judge(broken).isRight());
  }

  @Test
  void whatPastingBringsAlongIsTakenOut() {
    assertEquals(
        "def f(a):\n    return a\n",
        SourceText.clean("def f(a):\r\n\u00a0\u00a0\u00a0\u00a0return\u00a0a\u200b\r\n"));
    assertEquals("a\nb\nc", SourceText.clean("\ufeffa\rb\u2028c"));
    assertEquals(8, SourceText.digest("a").length());
    assertEquals(SourceText.digest("a\r\nb"), SourceText.digest("a\nb"));
    assertNotEquals(SourceText.digest("a"), SourceText.digest("b"));
    assertTrue(SourceText.clean("print('ñ — «»')").contains("ñ — «»"));
  }
}
