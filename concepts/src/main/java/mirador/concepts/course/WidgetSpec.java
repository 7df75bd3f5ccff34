package mirador.concepts.course;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mirador.concepts.text.EditDistance;

/**
 * One widget: its name in lessons, and its settings in the order of its controls.
 *
 * @param name as written in a lesson, in lower case with hyphens
 * @param settings in the order of the controls
 * @param usesModel whether it has to do with a real model, trains one or runs a program in a
 *     worker: such a widget comes alive in a script of its own
 */
public record WidgetSpec(String name, List<SettingSpec> settings, boolean usesModel) {
  public WidgetSpec {
    settings = List.copyOf(settings);
  }

  /** The declaration of a setting, when the widget has it. */
  public Optional<SettingSpec> setting(String setting) {
    for (SettingSpec spec : settings) {
      if (spec.name().equals(setting)) {
        return Optional.of(spec);
      }
    }
    return Optional.empty();
  }

  /** Every setting at its default. */
  public WidgetSettings defaults() {
    return read(Map.of());
  }

  /**
   * Settings from their text forms; what is left out takes its default.
   *
   * @throws SettingException on the first setting that is unknown or has a value it cannot take
   */
  public WidgetSettings read(Map<String, String> values) {
    LenientReading reading = readLeniently(values);
    if (!reading.ignored().isEmpty()) {
      throw new SettingException(reading.ignored().get(0));
    }
    return reading.settings();
  }

  /** Settings from the address bar: what cannot be taken stays at its default and is listed. */
  public LenientReading readLeniently(Map<String, String> values) {
    return readLeniently(values, Map.of());
  }

  /**
   * Settings from the address bar over the lesson's own: a value that cannot be taken falls back to
   * {@code base}, then to the default, and is listed.
   */
  public LenientReading readLeniently(Map<String, String> values, Map<String, String> base) {
    Map<String, String> read = new LinkedHashMap<>();
    for (SettingSpec spec : settings) {
      String fallback = base.get(spec.name());
      read.put(
          spec.name(), fallback != null && spec.allows(fallback) ? fallback : spec.defaultValue());
    }
    List<SettingProblem> ignored = new ArrayList<>();
    for (Map.Entry<String, String> value : values.entrySet()) {
      Optional<SettingSpec> spec = setting(value.getKey());
      if (spec.isPresent() && spec.get().allows(value.getValue())) {
        read.put(value.getKey(), value.getValue());
      } else {
        ignored.add(
            new SettingProblem(
                name,
                value.getKey(),
                value.getValue(),
                spec,
                EditDistance.nearest(value.getKey(), read.keySet())));
      }
    }
    return new LenientReading(new WidgetSettings(this, read), List.copyOf(ignored));
  }

  /** Settings that can be used, and what had to be left aside. */
  public record LenientReading(WidgetSettings settings, List<SettingProblem> ignored) {}
}
