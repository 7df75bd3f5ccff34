package mirador.concepts.cells;

import java.util.List;

/** A value of a learner's program, as far as a check has to know it. */
public sealed interface PythonValue {

  /** {@code None}. */
  record None() implements PythonValue {}

  /** {@code True} or {@code False}. */
  record Truth(boolean value) implements PythonValue {}

  /** A whole number. */
  record Whole(double value) implements PythonValue {}

  /** A number with a point. */
  record Real(double value) implements PythonValue {}

  /** A string. */
  record Text(String value) implements PythonValue {}

  /** What stands in a row: {@code list}, {@code tuple} or {@code array}. */
  record Row(String kind, List<PythonValue> items) implements PythonValue {
    public Row {
      items = List.copyOf(items);
    }
  }

  /** A dictionary, its keys and values by turns. */
  record Table(List<PythonValue> keysAndValues) implements PythonValue {
    public Table {
      keysAndValues = List.copyOf(keysAndValues);
    }
  }

  /** Anything else, by the name of its type; also what is too long to compare. */
  record Other(String type) implements PythonValue {}

  /** One text for equal values, numbers to nine digits: what a program's results are known by. */
  default String canonical() {
    if (this instanceof Truth truth) {
      return truth.value() ? "True" : "False";
    }
    if (this instanceof Whole whole) {
      return Canonical.number(whole.value());
    }
    if (this instanceof Real real) {
      return Canonical.number(real.value()) + "f";
    }
    if (this instanceof Text text) {
      return "'" + text.value() + "'";
    }
    if (this instanceof Row row) {
      return row.kind() + Canonical.all(row.items());
    }
    if (this instanceof Table table) {
      return "dict" + Canonical.all(table.keysAndValues());
    }
    return this instanceof Other other ? "<" + other.type() + ">" : "None";
  }
}
