package mirador.web.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mirador.concepts.cells.CaseRun;
import mirador.concepts.cells.CellError;
import mirador.concepts.cells.CellRun;
import mirador.concepts.cells.PythonValue;
import mirador.web.dom.Json;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSArrayReader;

/** What {@code celda.py} answers, read by the browser's own parser. */
final class PythonAnswer {
  private PythonAnswer() {}

  /**
   * Reads an answer.
   *
   * @throws IllegalArgumentException when it is none
   */
  static CellRun read(String json) {
    JSObject parsed = Json.parse(json);
    if (parsed == null) {
      throw new IllegalArgumentException("no answer of celda.py: " + json);
    }
    WireRun run = (WireRun) parsed;
    List<CaseRun> cases = new ArrayList<>();
    for (int i = 0; i < run.getCases().getLength(); i++) {
      cases.add(read(run.getCases().get(i)));
    }
    return new CellRun(error(run.getError()), cases);
  }

  private static CaseRun read(WireCase one) {
    return new CaseRun(
        Optional.ofNullable(one.getValue()).map(PythonAnswer::value),
        one.getShown(),
        value(one.getWanted()),
        one.getWantedShown(),
        one.getPrinted(),
        error(one.getError()));
  }

  private static Optional<CellError> error(WireError error) {
    return Optional.ofNullable(error)
        .map(one -> new CellError(one.getName(), one.getWords(), one.getLine(), one.getWhere()));
  }

  private static PythonValue value(WireValue wire) {
    return switch (wire.getKind()) {
      case "none" -> new PythonValue.None();
      case "bool" -> new PythonValue.Truth(wire.getTruth());
      case "int" -> new PythonValue.Whole(number(wire.getValue()));
      case "float" -> new PythonValue.Real(real(wire.getValue()));
      case "str" -> new PythonValue.Text(wire.getValue());
      case "list", "tuple", "array" -> new PythonValue.Row(wire.getKind(), values(wire.getItems()));
      case "dict" -> new PythonValue.Table(values(wire.getItems()));
      case "other" -> new PythonValue.Other(wire.getValue());
      default -> new PythonValue.Other(wire.getKind());
    };
  }

  private static double real(String text) {
    return switch (text) {
      case "nan" -> Double.NaN;
      case "inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      default -> number(text);
    };
  }

  @JSBody(
      params = {"text"},
      script = "return Number(text);")
  private static native double number(String text);

  private static List<PythonValue> values(JSArrayReader<WireValue> items) {
    List<PythonValue> values = new ArrayList<>();
    for (int i = 0; i < items.getLength(); i++) {
      values.add(value(items.get(i)));
    }
    return values;
  }

  private interface WireRun extends JSObject {
    @JSProperty
    WireError getError();

    @JSProperty
    JSArrayReader<WireCase> getCases();
  }

  private interface WireError extends JSObject {
    @JSProperty
    String getName();

    @JSProperty
    String getWords();

    @JSProperty
    int getLine();

    @JSProperty
    String getWhere();
  }

  private interface WireCase extends JSObject {
    @JSProperty
    WireValue getValue();

    @JSProperty
    String getShown();

    @JSProperty
    WireValue getWanted();

    @JSProperty
    String getWantedShown();

    @JSProperty
    String getPrinted();

    @JSProperty
    WireError getError();
  }

  private interface WireValue extends JSObject {
    @JSProperty
    String getKind();

    /** Of numbers and texts. */
    @JSProperty
    String getValue();

    @JSProperty
    boolean getTruth();

    @JSProperty
    JSArrayReader<WireValue> getItems();
  }
}
