package mirador.concepts.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/** Who makes and who uses a tensor, in which order nodes run, and what hangs on the inputs. */
final class Wiring {
  private final OnnxGraph graph;
  private final Map<String, Integer> makers = new HashMap<>();
  private final Map<String, List<Integer>> users = new HashMap<>();
  private final Set<String> live = new HashSet<>();
  private final int[] order;

  Wiring(OnnxGraph graph) {
    this.graph = graph;
    List<OnnxNode> nodes = graph.nodes();
    for (int i = 0; i < nodes.size(); i++) {
      for (String output : nodes.get(i).outputs()) {
        if (!output.isEmpty()) {
          makers.put(output, i);
        }
      }
      for (String input : nodes.get(i).inputs()) {
        users.computeIfAbsent(input, key -> new ArrayList<>()).add(i);
      }
    }
    order = executionOrder();
    graph.inputs().forEach(input -> live.add(input.name()));
    for (int index : order) {
      OnnxNode node = nodes.get(index);
      if (node.inputs().stream().anyMatch(live::contains)) {
        live.addAll(node.outputs());
      }
    }
  }

  /**
   * Node numbers so that each comes after those that it needs, otherwise as in the file; converters
   * to float16 append their casts at the end of the file. Nodes of a cycle are left out.
   */
  int[] order() {
    return order.clone();
  }

  private int[] executionOrder() {
    List<OnnxNode> nodes = graph.nodes();
    int[] waiting = new int[nodes.size()];
    PriorityQueue<Integer> ready = new PriorityQueue<>();
    for (int i = 0; i < waiting.length; i++) {
      for (String input : nodes.get(i).inputs()) {
        if (makers.containsKey(input)) {
          waiting[i]++;
        }
      }
      if (waiting[i] == 0) {
        ready.add(i);
      }
    }
    int[] sorted = new int[nodes.size()];
    int count = 0;
    while (!ready.isEmpty()) {
      int index = ready.poll();
      sorted[count++] = index;
      for (String output : nodes.get(index).outputs()) {
        if (makers.getOrDefault(output, -1) != index) {
          continue;
        }
        for (int user : users.getOrDefault(output, List.of())) {
          if (--waiting[user] == 0) {
            ready.add(user);
          }
        }
      }
    }
    return Arrays.copyOf(sorted, count);
  }

  OnnxNode node(int index) {
    return graph.nodes().get(index);
  }

  /** The node that makes a tensor. */
  Optional<OnnxNode> maker(String tensor) {
    Integer index = makers.get(tensor);
    return index == null ? Optional.empty() : Optional.of(node(index));
  }

  /** The nodes that take a tensor. */
  List<OnnxNode> users(String tensor) {
    return users.getOrDefault(tensor, List.of()).stream().map(this::node).toList();
  }

  /** Whether a tensor depends on what the caller gives; weights do not, however they are packed. */
  boolean isLive(String tensor) {
    return live.contains(tensor);
  }

  /** Whether the graph has a tensor of that name. */
  boolean has(String tensor) {
    return makers.containsKey(tensor)
        || users.containsKey(tensor)
        || graph.constants().containsKey(tensor);
  }

  /** The values of a tensor that is a short list of integers in the file. */
  Optional<long[]> integers(String tensor) {
    return constant(tensor).flatMap(OnnxConstant::integers);
  }

  /** A tensor that stands in the file, as an initialiser or as a {@code Constant} node. */
  Optional<OnnxConstant> constant(String tensor) {
    OnnxConstant initializer = graph.constants().get(tensor);
    if (initializer != null) {
      return Optional.of(initializer);
    }
    OnnxNode maker = maker(tensor).filter(node -> node.is("Constant")).orElse(null);
    if (maker == null) {
      return Optional.empty();
    }
    if (maker.value().isPresent()) {
      return maker.value();
    }
    List<Long> list = maker.integerLists().get("value_ints");
    if (list != null) {
      return Optional.of(new OnnxConstant(1, list.stream().mapToLong(Long::longValue).toArray()));
    }
    Long single = maker.integers().get("value_int");
    return single == null
        ? Optional.empty()
        : Optional.of(new OnnxConstant(0, new long[] {single}));
  }
}
