package mirador.site.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import mirador.site.problem.Place;
import mirador.site.problem.Problems;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** One value of a YAML text: a scalar as it is written, a list, or a mapping. */
public final class YamlValue {
  private static final Node NOTHING =
      new MappingNode(Tag.MAP, List.of(), DumperOptions.FlowStyle.BLOCK);

  private final Node node;
  private final Place start;

  private YamlValue(Node node, Place start) {
    this.node = node;
    this.start = start;
  }

  /**
   * Reads one document; empty when it cannot be read, which is then a problem. A text with nothing
   * in it is a mapping without entries.
   *
   * @param start the place of the text's first line
   */
  public static Optional<YamlValue> read(String text, Place start, Problems problems) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    try (java.io.StringReader reader = new java.io.StringReader(text)) {
      Node node = new Yaml(options).compose(reader);
      return Optional.of(new YamlValue(node == null ? NOTHING : node, start));
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine();
      problems.add(
          start.plus(line),
          "bad YAML: "
              + e.getProblem()
              + ": write one \"key: value\" a line, with quotes around a text that holds \": \"");
      return Optional.empty();
    }
  }

  /** The line this value starts at. */
  public Place place() {
    Mark mark = node.getStartMark();
    return mark == null ? start : start.plus(mark.getLine());
  }

  public boolean isMapping() {
    return node instanceof MappingNode;
  }

  public boolean isList() {
    return node instanceof SequenceNode;
  }

  /** Whether this is the empty value, as in {@code key:} with nothing after it. */
  public boolean isNull() {
    return node.getTag().equals(Tag.NULL);
  }

  /** The entries of a mapping in their order; none for another value. */
  public Map<String, YamlValue> entries() {
    Map<String, YamlValue> entries = new LinkedHashMap<>();
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        entries.put(
            new YamlValue(tuple.getKeyNode(), start).text(),
            new YamlValue(tuple.getValueNode(), start));
      }
    }
    return entries;
  }

  /** The items of a list in their order; none for another value. */
  public List<YamlValue> items() {
    List<YamlValue> items = new ArrayList<>();
    if (node instanceof SequenceNode sequence) {
      sequence.getValue().forEach(item -> items.add(new YamlValue(item, start)));
    }
    return items;
  }

  /**
   * The text form: a scalar as written, a list joined by spaces, a list of lists by semicolons;
   * what a widget's setting takes.
   */
  public String text() {
    if (node instanceof ScalarNode scalar) {
      return isNull() ? "" : scalar.getValue();
    }
    boolean nested = items().stream().anyMatch(YamlValue::isList);
    return items().stream().map(YamlValue::text).collect(Collectors.joining(nested ? "; " : " "));
  }

  /** The place of the first line of a block scalar's text, one below its {@code |}. */
  public Place textPlace() {
    boolean block =
        node instanceof ScalarNode scalar
            && (scalar.getScalarStyle() == DumperOptions.ScalarStyle.LITERAL
                || scalar.getScalarStyle() == DumperOptions.ScalarStyle.FOLDED);
    return block ? place().plus(1) : place();
  }
}
