package mirador.concepts.explain;

import java.util.List;
import java.util.Optional;
import mirador.concepts.cells.CaseRun;
import mirador.concepts.cells.CellCheck;
import mirador.concepts.cells.CellError;
import mirador.concepts.cells.CellRun;
import mirador.concepts.cells.Finding;
import mirador.concepts.cells.PythonValue;
import mirador.concepts.text.Messages;

/** What a code cell says of a learner's program (the notebook's TODOs). */
public final class CodeWords {
  private static final List<String> EXPLAINED =
      List.of(
          "AssertionError",
          "AttributeError",
          "DemasiadoTexto",
          "ImportError",
          "IndentationError",
          "IndexError",
          "KeyError",
          "MemoryError",
          "NameError",
          "RuntimeError",
          "SyntaxError",
          "Timeout",
          "TypeError",
          "ValueError",
          "ZeroDivisionError");

  private CodeWords() {}

  /** Before the first run. */
  public static String empty(Messages messages, int cases) {
    return messages.get("code.empty", cases);
  }

  /** The result of a run: how many cases are right, and what is known of the whole. */
  public static String result(Messages messages, CellRun run, CellCheck.Verdict verdict) {
    if (run.error().isPresent()) {
      return messages.get("code.result.error", error(messages, run.error().get()));
    }
    if (verdict.isRight()) {
      return messages.get("code.result.all", run.cases().size());
    }
    return messages.get("code.result.some", verdict.passed(), run.cases().size());
  }

  /** What is known of one case. */
  public static String finding(
      Messages messages, Finding finding, CaseRun run, Optional<String> hint) {
    return switch (finding) {
      case PASSED -> messages.get("code.finding.passed", run.shown());
      case MISSING ->
          messages.get("code.finding.missing", quoted(run.error().orElseThrow().words()));
      case ERROR -> messages.get("code.finding.error", error(messages, run.error().orElseThrow()));
      case KIND -> kinds(messages, run);
      case WRONG ->
          hint.map(
                  told ->
                      messages.get("code.finding.wrong.hint", run.shown(), run.wantedShown(), told))
              .orElseGet(() -> messages.get("code.finding.wrong", run.shown(), run.wantedShown()));
      default -> messages.get("code.finding." + finding.key(), run.shown(), run.wantedShown());
    };
  }

  /** An error: its line, its name and what that means. */
  public static String error(Messages messages, CellError error) {
    String name = error.name();
    String key = EXPLAINED.contains(name) ? name : "other";
    if (name.equals("RuntimeError") && error.words().contains("recursion")) {
      key = "recursion";
    } else if (name.equals("RuntimeError") && error.words().equals("input")) {
      key = "input";
    }
    String told = messages.get("code.error." + key, name, error.words(), quoted(error.words()));
    if (error.line() == 0) {
      return told;
    }
    return error.where().isEmpty()
        ? messages.get("code.error.line", error.line(), told)
        : messages.get("code.error.line.where", error.line(), error.where(), told);
  }

  /** The first name that an error of the interpreter has in quotes, or all its words. */
  private static String quoted(String words) {
    int from = words.indexOf('\'');
    int to = words.indexOf('\'', from + 1);
    return from >= 0 && to > from ? words.substring(from + 1, to) : words;
  }

  private static String kinds(Messages messages, CaseRun run) {
    List<PythonValue.Row> rows =
        CellCheck.otherKind(run.got().orElseThrow(), run.wanted()).orElseThrow();
    return messages.get(
        "code.finding.kind",
        messages.get("code.kind." + rows.get(0).kind()),
        messages.get("code.kind." + rows.get(1).kind()),
        run.shown());
  }
}
