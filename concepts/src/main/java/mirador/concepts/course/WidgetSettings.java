package mirador.concepts.course;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mirador.concepts.text.Numbers;
import mirador.concepts.text.Words;

/** Values for every setting of a widget, all of them allowed; immutable. */
public final class WidgetSettings {
  private final WidgetSpec widget;
  private final Map<String, String> values;

  WidgetSettings(WidgetSpec widget, Map<String, String> values) {
    this.widget = widget;
    this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** The widget these settings are of. */
  public WidgetSpec widget() {
    return widget;
  }

  /** Every setting's text form, in the order of the controls. */
  public Map<String, String> asMap() {
    return values;
  }

  /** The settings that differ from {@code base}, for a short address. */
  public Map<String, String> changedFrom(WidgetSettings base) {
    Map<String, String> changed = new LinkedHashMap<>();
    for (Map.Entry<String, String> value : values.entrySet()) {
      if (!value.getValue().equals(base.values.get(value.getKey()))) {
        changed.put(value.getKey(), value.getValue());
      }
    }
    return changed;
  }

  /**
   * These settings with one changed.
   *
   * @throws SettingException when the setting is unknown or cannot take the value
   */
  public WidgetSettings with(String setting, String value) {
    Map<String, String> changed = new LinkedHashMap<>(values);
    changed.put(setting, value);
    return widget.read(changed);
  }

  /** An INTEGER setting's value. */
  public int integer(String setting) {
    return Integer.parseInt(value(setting, SettingType.INTEGER).strip());
  }

  /** An INTEGER_LIST setting's values. */
  public List<Integer> integers(String setting) {
    return Words.split(value(setting, SettingType.INTEGER_LIST), " ,").stream()
        .map(Integer::parseInt)
        .toList();
  }

  /** A NUMBER_LIST setting's values; may be empty. */
  public double[] numbers(String setting) {
    return parsed(value(setting, SettingType.NUMBER_LIST));
  }

  /** A MATRIX setting's values, (rows, rows); may have no rows. */
  public double[][] matrix(String setting) {
    String value = value(setting, SettingType.MATRIX);
    if (value.isBlank()) {
      return new double[0][];
    }
    return Words.split(value, ";").stream().map(WidgetSettings::parsed).toArray(double[][]::new);
  }

  /** A CHOICE setting's value. */
  public String choice(String setting) {
    return value(setting, SettingType.CHOICE);
  }

  /** A PICTURE setting's id; empty where none is chosen. */
  public String picture(String setting) {
    return value(setting, SettingType.PICTURE);
  }

  /** A TEXT setting's value. */
  public String text(String setting) {
    return value(setting, SettingType.TEXT);
  }

  /** The text form of a matrix for a MATRIX setting. */
  public static String written(double[][] matrix) {
    StringBuilder out = new StringBuilder();
    for (double[] row : matrix) {
      out.append(out.length() == 0 ? "" : "; ").append(written(row));
    }
    return out.toString();
  }

  /** The text form of numbers for a NUMBER_LIST setting. */
  public static String written(double[] numbers) {
    StringBuilder out = new StringBuilder();
    for (double number : numbers) {
      out.append(out.length() == 0 ? "" : " ").append(written(number));
    }
    return out.toString();
  }

  /** The text form of a number in a setting: two decimals, or up to four where two would cut it. */
  public static String written(double number) {
    String text = Numbers.plain(number, 4);
    int end = text.length();
    while (text.charAt(end - 1) == '0' && text.charAt(end - 3) != '.') {
      end--;
    }
    return text.substring(0, end);
  }

  private static double[] parsed(String numbers) {
    return Words.split(numbers, " ").stream()
        .mapToDouble(number -> Numbers.parse(number).orElseThrow())
        .toArray();
  }

  private String value(String setting, SettingType type) {
    SettingSpec spec =
        widget
            .setting(setting)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        widget.name() + " has no setting \"" + setting + "\""));
    if (spec.type() != type) {
      throw new IllegalArgumentException(
          "setting \""
              + setting
              + "\" of "
              + widget.name()
              + " is "
              + spec.type()
              + ", not "
              + type);
    }
    return values.get(setting);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WidgetSettings settings
        && widget.equals(settings.widget)
        && values.equals(settings.values);
  }

  @Override
  public int hashCode() {
    return 31 * widget.hashCode() + values.hashCode();
  }

  @Override
  public String toString() {
    return widget.name() + values;
  }
}
