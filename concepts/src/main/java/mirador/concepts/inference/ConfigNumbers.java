package mirador.concepts.inference;

import java.util.List;
import java.util.Map;

/** Reads the numbers of a manifest's {@code config} by their names. */
public final class ConfigNumbers {
  private final Map<String, List<Double>> config;

  public ConfigNumbers(Map<String, List<Double>> config) {
    this.config = config;
  }

  /**
   * A whole number.
   *
   * @throws IllegalArgumentException when it is missing, broken or several
   */
  public int integer(String name) {
    double number = number(name);
    if (number != Math.rint(number) || Math.abs(number) > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(name + " must be a whole number: " + number);
    }
    return (int) number;
  }

  /**
   * One number.
   *
   * @throws IllegalArgumentException when it is missing or there are several
   */
  public double number(String name) {
    List<Double> numbers = numbers(name);
    if (numbers.size() != 1) {
      throw new IllegalArgumentException(name + " must be one number: " + numbers);
    }
    return numbers.get(0);
  }

  /**
   * A list of numbers.
   *
   * @throws IllegalArgumentException when it is missing
   */
  public List<Double> numbers(String name) {
    List<Double> numbers = config.get(name);
    if (numbers == null) {
      throw new IllegalArgumentException("the configuration of the model has no " + name);
    }
    return numbers;
  }

  /**
   * Refuses a size below 1.
   *
   * @throws IllegalArgumentException when it is
   */
  public static void positive(String name, int size) {
    if (size < 1) {
      throw new IllegalArgumentException(name + " must be 1 or more: " + size);
    }
  }
}
