package mirador.site.cells;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mirador.concepts.cells.CaseRun;
import mirador.concepts.cells.CellError;
import mirador.concepts.cells.CellRun;
import mirador.concepts.cells.PythonValue;

/** Reads what {@code celda.py} answers. */
final class CellAnswers {
  private static final ObjectMapper JSON = new ObjectMapper();

  private CellAnswers() {}

  /**
   * Reads a list of answers.
   *
   * @throws IOException when it is none
   */
  static List<CellRun> read(byte[] json) throws IOException {
    List<CellRun> runs = new ArrayList<>();
    for (JsonNode run : JSON.readTree(json)) {
      List<CaseRun> cases = new ArrayList<>();
      run.get("cases").forEach(one -> cases.add(caseRun(one)));
      runs.add(new CellRun(error(run.get("error")), cases));
    }
    return runs;
  }

  private static CaseRun caseRun(JsonNode one) {
    return new CaseRun(
        present(one.get("value")).map(CellAnswers::value),
        one.get("shown").asText(),
        value(one.get("wanted")),
        one.get("wantedShown").asText(),
        one.get("printed").asText(),
        error(one.get("error")));
  }

  private static Optional<CellError> error(JsonNode error) {
    return present(error)
        .map(
            one ->
                new CellError(
                    one.get("name").asText(),
                    one.get("words").asText(),
                    one.get("line").asInt(),
                    one.get("where").asText()));
  }

  private static Optional<JsonNode> present(JsonNode node) {
    return Optional.ofNullable(node).filter(found -> !found.isNull());
  }

  private static PythonValue value(JsonNode value) {
    String kind = value.get("kind").asText();
    return switch (kind) {
      case "none" -> new PythonValue.None();
      case "bool" -> new PythonValue.Truth(value.get("truth").asBoolean());
      case "int" -> new PythonValue.Whole(Double.parseDouble(value.get("value").asText()));
      case "float" -> new PythonValue.Real(real(value.get("value").asText()));
      case "str" -> new PythonValue.Text(value.get("value").asText());
      case "list", "tuple", "array" -> new PythonValue.Row(kind, values(value.get("items")));
      case "dict" -> new PythonValue.Table(values(value.get("items")));
      case "other" -> new PythonValue.Other(value.get("value").asText());
      default -> new PythonValue.Other(kind);
    };
  }

  private static double real(String text) {
    return switch (text) {
      case "nan" -> Double.NaN;
      case "inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }

  private static List<PythonValue> values(JsonNode items) {
    List<PythonValue> values = new ArrayList<>();
    items.forEach(item -> values.add(value(item)));
    return values;
  }
}
