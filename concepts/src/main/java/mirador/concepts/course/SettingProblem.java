package mirador.concepts.course;

import java.util.Optional;

/**
 * A value that a widget cannot take, or a setting it does not have.
 *
 * @param widget name of the widget
 * @param setting name as it was written
 * @param value as it was written
 * @param spec the setting's declaration; empty when the widget has no such setting
 * @param suggestion the setting's name that may have been meant
 */
public record SettingProblem(
    String widget,
    String setting,
    String value,
    Optional<SettingSpec> spec,
    Optional<String> suggestion) {

  /** In English, for tools: which setting, which value, what is allowed. */
  public String describe() {
    if (spec.isPresent()) {
      return "setting \""
          + setting
          + "\" of "
          + widget
          + ": \""
          + value
          + "\" is not "
          + spec.get().allowed();
    }
    return widget
        + " has no setting \""
        + setting
        + "\" (value \""
        + value
        + "\")"
        + suggestion.map(name -> ": did you mean \"" + name + "\"?").orElse("");
  }
}
