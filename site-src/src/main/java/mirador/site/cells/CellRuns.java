package mirador.site.cells;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import mirador.concepts.cells.CaseRun;
import mirador.concepts.cells.CellCheck;
import mirador.concepts.cells.CellError;
import mirador.concepts.cells.CellRun;
import mirador.concepts.cells.Finding;
import mirador.site.node.KeptScript;
import mirador.site.parse.Course;
import mirador.site.parse.Directive;
import mirador.site.parse.Directive.CodeCase;
import mirador.site.parse.Directive.Mistake;
import mirador.site.parse.Directive.Program;
import mirador.site.problem.Place;
import mirador.site.problem.Problems;
import mirador.site.scan.CourseFolder;

/**
 * Runs the programs of all code cells as the page would: each solution must pass its check, and
 * neither the starter nor a typical mistake may.
 */
public final class CellRuns {
  /** What a program's error is called when it did not come from the program itself. */
  private static final List<String> STUCK = List.of("Timeout", "Broken");

  private final Problems problems;
  private final Map<String, List<String>> signatures = new HashMap<>();

  private CellRuns(Problems problems) {
    this.problems = problems;
  }

  /**
   * Runs and judges.
   *
   * @return what the results of each mistake are known by ({@link CellRun#signature}), by the id of
   *     its cell
   * @throws IOException when a file cannot be read or Node cannot be run
   */
  public static Map<String, List<String>> run(Course course, Problems problems) throws IOException {
    List<Directive.Code> cells =
        course.all().stream()
            .flatMap(page -> page.directives().values().stream())
            .filter(Directive.Code.class::isInstance)
            .map(Directive.Code.class::cast)
            .filter(CellRuns::isWhole)
            .toList();
    CellRuns check = new CellRuns(problems);
    if (!cells.isEmpty()) {
      int next = 0;
      List<CellRun> runs = answers(course.sources().folder(), cells);
      for (Directive.Code cell : cells) {
        int end = next + programs(cell).size();
        check.cell(cell, runs.subList(next, end));
        next = end;
      }
    }
    return check.signatures;
  }

  /** Whether nothing that is run is missing: that was said already. */
  private static boolean isWhole(Directive.Code cell) {
    return programs(cell).stream().noneMatch(one -> one.text().isBlank())
        && cell.cases().stream().noneMatch(one -> one.run().isEmpty() || one.expect().isEmpty());
  }

  /** In the order in which they are run: the solution, the starter, the mistakes. */
  private static List<Program> programs(Directive.Code cell) {
    return Stream.concat(
            Stream.of(cell.solution(), cell.starter()), cell.mistakes().stream().map(Mistake::code))
        .toList();
  }

  private static List<CellRun> answers(CourseFolder folder, List<Directive.Code> cells)
      throws IOException {
    List<Object> runs = new ArrayList<>();
    for (Directive.Code cell : cells) {
      List<Map<String, String>> cases = new ArrayList<>();
      for (CodeCase one : cell.cases()) {
        cases.add(
            Map.of("run", one.run(), "expect", one.expect(), "before", one.before().orElse("")));
      }
      programs(cell).forEach(one -> runs.add(Map.of("code", one.text(), "cases", cases)));
    }
    Map<String, Object> request = new LinkedHashMap<>(PythonParts.read(folder));
    request.put("runs", runs);
    KeptScript runner =
        new KeptScript(folder.cellsScript(), folder.pythonParts(), folder.pythonKept(), ".json");
    return CellAnswers.read(runner.run(PythonParts.json(request)));
  }

  private void cell(Directive.Code cell, List<CellRun> runs) {
    String owner = "code \"" + cell.id() + "\": ";
    List<Double> tolerances =
        cell.cases().stream()
            .map(one -> one.tolerance().map(Double::parseDouble).orElse(0.0))
            .toList();
    CellCheck check = new CellCheck(tolerances, List.of());
    solution(owner, cell, runs.get(0), check.judge(runs.get(0)).findings());
    CellRun starter = runs.get(1);
    if (isStuck(starter)) {
      problems.add(cell.starter().place(), owner + "the starter " + ending(starter) + ": mend it");
    } else if (check.judge(starter).isRight()) {
      problems.add(
          cell.starter().place(),
          owner
              + "the starter passes every case: take out of it what is to be written, or add a"
              + " case that it fails");
    }
    List<CellRun> mistakes = runs.subList(2, runs.size());
    List<String> known = mistakes.stream().map(CellRun::signature).toList();
    for (int i = 0; i < mistakes.size(); i++) {
      mistake(owner, cell, i, mistakes.get(i), known.indexOf(known.get(i)), check);
    }
    signatures.put(cell.id(), known);
  }

  private void solution(String owner, Directive.Code cell, CellRun run, List<Finding> findings) {
    if (run.error().isPresent()) {
      CellError error = run.error().get();
      Place place = cell.solution().place();
      problems.add(
          error.line() > 0 ? place.plus(error.line() - 1) : place,
          owner + "the solution " + ending(run) + ": mend it");
      return;
    }
    for (int i = 0; i < run.cases().size(); i++) {
      CaseRun result = run.cases().get(i);
      CodeCase one = cell.cases().get(i);
      if (result.wantedShown().isEmpty()) {
        problems.add(
            one.place(),
            owner
                + "\"expect\" of case "
                + (i + 1)
                + ", "
                + one.expect()
                + ", "
                + told(result.error().orElseThrow())
                + ": write an expression that needs nothing of the learner's");
      } else if (findings.get(i) != Finding.PASSED) {
        problems.add(
            one.place(),
            owner
                + "the solution fails case "
                + (i + 1)
                + ": "
                + one.run()
                + result
                    .error()
                    .map(error -> " " + told(error))
                    .orElseGet(() -> " gives " + result.shown())
                + ", expected "
                + result.wantedShown()
                + " ("
                + findings.get(i).key()
                + "): mend the solution or \"expect\"");
      }
    }
  }

  /** same: the first mistake with these results, perhaps this one. */
  private void mistake(
      String owner, Directive.Code cell, int at, CellRun run, int same, CellCheck check) {
    Place place = cell.mistakes().get(at).place();
    String name = owner + "mistake " + (at + 1) + " ";
    if (run.error().isPresent()) {
      problems.add(
          place,
          name
              + ending(run)
              + " before any case: nothing tells it from other programs that do so; let it run, or"
              + " take it out");
    } else if (check.judge(run).isRight()) {
      problems.add(place, name + "passes every case: add a case that it fails, or take it out");
    } else if (same < at) {
      problems.add(
          place,
          name
              + "gives the same results as mistake "
              + (same + 1)
              + ": add a case that tells them apart, or take one out");
    }
  }

  /** Whether it had to be ended, or the interpreter broke. */
  private static boolean isStuck(CellRun run) {
    return run.error().map(CellError::name).filter(STUCK::contains).isPresent();
  }

  private static String ending(CellRun run) {
    CellError error = run.error().orElseThrow();
    return error.name().equals("Timeout") ? "does not end within " + error.words() : told(error);
  }

  private static String told(CellError error) {
    return "ends with "
        + error.name()
        + Optional.of(error.words())
            .filter(words -> !words.isEmpty())
            .map(w -> ": " + w)
            .orElse("");
  }
}
