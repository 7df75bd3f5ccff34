package mirador.site.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import mirador.site.problem.Place;
import mirador.site.problem.Problems;

/** The fields of one mapping: what is missing, unknown or of the wrong kind is a problem. */
public final class YamlFields {
  private final String owner;
  private final Place place;
  private final boolean readable;
  private final Map<String, YamlValue> entries;
  private final Problems problems;

  private YamlFields(
      String owner,
      Place place,
      boolean readable,
      Map<String, YamlValue> entries,
      Problems problems) {
    this.owner = owner;
    this.readable = readable;
    this.place = place;
    this.entries = entries;
    this.problems = problems;
  }

  /**
   * Opens a mapping that may hold the {@code known} keys.
   *
   * @param owner what the fields belong to, for the messages: {@code exercise "num-patches"}
   * @param value empty when it could not be read
   */
  public static YamlFields of(
      String owner, Optional<YamlValue> value, Place place, List<String> known, Problems problems) {
    if (value.isPresent() && !value.get().isMapping()) {
      problems.add(
          value.get().place(),
          owner + ": expected \"key: value\" lines; known keys are " + String.join(", ", known));
    }
    Map<String, YamlValue> entries = value.map(YamlValue::entries).orElse(Map.of());
    entries.forEach(
        (key, entry) -> {
          if (!known.contains(key)) {
            problems.unknown(entry.place(), "key of " + owner, key, known);
          }
        });
    return new YamlFields(owner, place, value.isPresent(), entries, problems);
  }

  public Optional<YamlValue> value(String key) {
    return Optional.ofNullable(entries.get(key)).filter(value -> !value.isNull());
  }

  /** A text; empty when left out. */
  public Optional<String> text(String key) {
    Optional<YamlValue> value = value(key);
    if (value.isPresent() && (value.get().isMapping() || value.get().isList())) {
      problems.add(value.get().place(), owner + ": \"" + key + "\" must be a text");
      return Optional.empty();
    }
    return value.map(YamlValue::text);
  }

  /** A text that must be there; the empty text when it is not, which is a problem. */
  public String required(String key) {
    Optional<String> text = text(key).filter(found -> !found.isBlank());
    if (text.isEmpty()) {
      missing(key);
    }
    return text.orElse("");
  }

  /** Says that a key that must be there is not. */
  public void missing(String key) {
    add("\"" + key + "\" is missing: add a line \"" + key + ": …\"");
  }

  /** Says what is wrong with the whole; not when it could not be read, which was said already. */
  public void add(String what) {
    if (readable) {
      problems.add(place, owner + ": " + what);
    }
  }

  /** A positive whole number that must be there. */
  public int requiredPositive(String key) {
    OptionalInt number = OptionalInt.empty();
    Optional<String> text = text(key);
    if (text.isEmpty()) {
      missing(key);
      return 0;
    }
    try {
      number = OptionalInt.of(Integer.parseInt(text.get().strip()));
    } catch (NumberFormatException e) {
      number = OptionalInt.empty();
    }
    if (number.isEmpty() || number.getAsInt() <= 0) {
      problems.add(
          entries.get(key).place(),
          owner + ": \"" + key + "\" must be a whole number above 0, not \"" + text.get() + "\"");
      return 0;
    }
    return number.getAsInt();
  }

  /** The items of a list; none when it is left out. */
  public List<YamlValue> list(String key) {
    Optional<YamlValue> value = value(key);
    if (value.isPresent() && !value.get().isList()) {
      problems.add(
          value.get().place(), owner + ": \"" + key + "\" must be a list, one \"- …\" a line");
    }
    return value.map(YamlValue::items).orElse(List.of());
  }

  /** The texts of a list; none when it is left out. */
  public List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (YamlValue item : list(key)) {
      if (item.isMapping()) {
        problems.add(
            item.place(),
            owner + ": an item of \"" + key + "\" must be a text: put quotes around it");
      } else {
        texts.add(item.text());
      }
    }
    return texts;
  }
}
