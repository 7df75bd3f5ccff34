package mirador.concepts.course;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import mirador.concepts.text.Numbers;
import mirador.concepts.text.Words;

/**
 * One setting of a widget: what it holds, its default and what is allowed.
 *
 * @param name as written in a lesson and in the address
 * @param type what it holds
 * @param defaultValue in its text form
 * @param min least number, for numbers; least count of characters, for texts
 * @param max greatest number, for numbers; greatest count of characters, for texts
 * @param step distance of neighbouring values on a slider
 * @param choices allowed values of a choice or picture, the default among them; an empty text among
 *     them means that none may be chosen
 */
public record SettingSpec(
    String name,
    SettingType type,
    String defaultValue,
    double min,
    double max,
    double step,
    List<String> choices) {

  private static final int TEXT_LENGTH = 500;
  private static final int LIST_LENGTH = 12;
  private static final int MATRIX_SIZE = 8;

  public SettingSpec {
    choices = List.copyOf(choices);
  }

  static SettingSpec integer(String name, int defaultValue, int min, int max, int step) {
    return new SettingSpec(
        name, SettingType.INTEGER, Integer.toString(defaultValue), min, max, step, List.of());
  }

  static SettingSpec integers(String name, String defaultValue, int min, int max) {
    return new SettingSpec(name, SettingType.INTEGER_LIST, defaultValue, min, max, 1, List.of());
  }

  static SettingSpec numbers(String name, double min, double max, double step) {
    return new SettingSpec(name, SettingType.NUMBER_LIST, "", min, max, step, List.of());
  }

  static SettingSpec matrix(String name) {
    return new SettingSpec(name, SettingType.MATRIX, "", -1, 1, 0.01, List.of());
  }

  static SettingSpec choice(String name, String defaultValue, String... choices) {
    return new SettingSpec(name, SettingType.CHOICE, defaultValue, 0, 0, 0, List.of(choices));
  }

  static SettingSpec picture(String name, String defaultValue) {
    return new SettingSpec(name, SettingType.PICTURE, defaultValue, 0, 0, 0, Notebook.PICTURES);
  }

  static SettingSpec pictureOrNone(String name, String defaultValue) {
    List<String> choices = new ArrayList<>(Notebook.PICTURES);
    choices.add("");
    return new SettingSpec(name, SettingType.PICTURE, defaultValue, 0, 0, 0, choices);
  }

  static SettingSpec text(String name, String defaultValue) {
    return new SettingSpec(name, SettingType.TEXT, defaultValue, 0, TEXT_LENGTH, 0, List.of());
  }

  /** Whether {@code value} may stand for this setting. */
  public boolean allows(String value) {
    return switch (type) {
      case INTEGER -> inRange(integer(value));
      case INTEGER_LIST -> allInRange(Words.split(value, " ,"), true) && !value.isBlank();
      case NUMBER_LIST -> allInRange(Words.split(value, " "), false);
      case MATRIX -> isSquare(value);
      case CHOICE, PICTURE -> choices.contains(value);
      case TEXT -> value.length() <= max;
    };
  }

  /** What is allowed, in English, for the messages of tools: «an integer from 8 to 128». */
  public String allowed() {
    String range = " from " + written(min) + " to " + written(max);
    return switch (type) {
      case INTEGER -> "an integer" + range;
      case INTEGER_LIST -> "1 to " + LIST_LENGTH + " integers" + range;
      case NUMBER_LIST -> "up to " + LIST_LENGTH + " numbers" + range;
      case MATRIX ->
          "a square matrix of at most " + MATRIX_SIZE + " rows, like \"0.9 0.1; 0.2 0.8\"" + range;
      case CHOICE, PICTURE -> "one of " + namedChoices();
      case TEXT -> "a text of at most " + written(max) + " characters";
    };
  }

  private String namedChoices() {
    List<String> named = new ArrayList<>();
    for (String choice : choices) {
      named.add(choice.isEmpty() ? "\"\" (none)" : choice);
    }
    return String.join(", ", named);
  }

  static String written(double value) {
    return Numbers.plain(value, value == Math.rint(value) ? 0 : 2);
  }

  private boolean isSquare(String value) {
    List<String> rows = Words.split(value, ";");
    if (value.isBlank()) {
      return true;
    }
    if (rows.size() > MATRIX_SIZE) {
      return false;
    }
    for (String row : rows) {
      List<String> cells = Words.split(row, " ");
      if (cells.size() != rows.size() || !allInRange(cells, false)) {
        return false;
      }
    }
    return true;
  }

  private boolean allInRange(List<String> numbers, boolean whole) {
    for (String number : numbers) {
      if (!inRange(whole ? integer(number) : Numbers.parse(number))) {
        return false;
      }
    }
    return numbers.size() <= LIST_LENGTH;
  }

  private boolean inRange(OptionalDouble number) {
    return number.isPresent() && number.getAsDouble() >= min && number.getAsDouble() <= max;
  }

  private static OptionalDouble integer(String text) {
    try {
      return OptionalDouble.of(Integer.parseInt(text.strip()));
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }
}
