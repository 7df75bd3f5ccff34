package mirador.models.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mirador.models.weights.WeightsException;

/**
 * An object of a JSON file whose missing members have defaults: Hugging Face writes only what
 * differs from them.
 */
public final class ConfigJson {
  private static final long MAX_BYTES = 64L << 20;
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  /** One that says nothing. */
  public static final ConfigJson EMPTY = new ConfigJson("", JSON.createObjectNode());

  private final String where;
  private final JsonNode node;

  private ConfigJson(String where, JsonNode node) {
    this.where = where;
    this.node = node;
  }

  /**
   * The object in a file.
   *
   * @throws WeightsException when the file is missing or holds no JSON object
   */
  public static ConfigJson open(Path file) throws IOException {
    JsonNode node = read(file);
    if (!node.isObject()) {
      throw new WeightsException(file + " holds no JSON object");
    }
    return new ConfigJson(file.toString(), node);
  }

  static JsonNode read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new WeightsException("there is no file " + file);
    }
    if (Files.size(file) > MAX_BYTES) {
      throw new WeightsException(file + " has " + Files.size(file) + " bytes, over " + MAX_BYTES);
    }
    try {
      return JSON.readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException failure) {
      throw new WeightsException(file + " is no JSON: " + failure.getOriginalMessage(), failure);
    }
  }

  /** Whether the member is there and not null. */
  public boolean has(String name) {
    return node.hasNonNull(name);
  }

  /** The object of this name, empty when there is none. */
  public ConfigJson object(String name) throws WeightsException {
    JsonNode member = has(name) ? node.get(name) : JSON.createObjectNode();
    if (!member.isObject()) {
      throw wrong(name, "an object");
    }
    return new ConfigJson(where + ", " + name, member);
  }

  /** The whole number of this name, or the default. */
  public int integer(String name, int otherwise) throws WeightsException {
    if (!has(name)) {
      return otherwise;
    }
    if (!node.get(name).isIntegralNumber() || !node.get(name).canConvertToInt()) {
      throw wrong(name, "a whole number");
    }
    return node.get(name).intValue();
  }

  /** The number of this name, or the default. */
  public double number(String name, double otherwise) throws WeightsException {
    if (!has(name)) {
      return otherwise;
    }
    if (!node.get(name).isNumber()) {
      throw wrong(name, "a number");
    }
    return node.get(name).doubleValue();
  }

  /** The truth value of this name, or the default. */
  public boolean bool(String name, boolean otherwise) throws WeightsException {
    if (!has(name)) {
      return otherwise;
    }
    if (!node.get(name).isBoolean()) {
      throw wrong(name, "true or false");
    }
    return node.get(name).booleanValue();
  }

  /** The text of this name, or the default. */
  public String text(String name, String otherwise) throws WeightsException {
    if (!has(name)) {
      return otherwise;
    }
    if (!node.get(name).isTextual()) {
      throw wrong(name, "a text");
    }
    return node.get(name).textValue();
  }

  /** The numbers of this name, or the default. */
  public List<Double> numbers(String name, List<Double> otherwise) throws WeightsException {
    if (!has(name)) {
      return otherwise;
    }
    List<Double> numbers = new ArrayList<>();
    for (JsonNode element : node.get(name)) {
      if (!element.isNumber()) {
        throw wrong(name, "a list of numbers");
      }
      numbers.add(element.doubleValue());
    }
    return List.copyOf(numbers);
  }

  private WeightsException wrong(String name, String expected) {
    return new WeightsException(
        where + ": " + name + " must be " + expected + ": " + node.get(name));
  }
}
