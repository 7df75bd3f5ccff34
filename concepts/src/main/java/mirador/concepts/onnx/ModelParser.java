package mirador.concepts.onnx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mirador.concepts.onnx.OnnxModel.Port;

/** Reads a {@code ModelProto} without its weights. */
final class ModelParser {
  /** Far above any real graph; keeps a file of empty messages from filling the memory. */
  private static final int MOST_PARTS = 400_000;

  private static final int MOST_AXES = 64;
  private static final int DEEPEST = 8;
  private static final int INT32 = 6;
  private static final int INT64 = 7;

  /** Element types of {@code TensorProto.DataType} by number. */
  private static final List<String> ELEMENT_TYPES =
      List.of(
          "unknown",
          "float32",
          "uint8",
          "int8",
          "uint16",
          "int16",
          "int32",
          "int64",
          "string",
          "bool",
          "float16",
          "float64",
          "uint32",
          "uint64",
          "complex64",
          "complex128",
          "bfloat16");

  private int parts;

  private ModelParser() {}

  static ParsedModel parse(byte[] bytes) {
    refuseOtherFiles(bytes);
    return new ModelParser().model(ProtoReader.of(bytes, "the model"));
  }

  /** A block page of a proxy and a pointer of Git LFS are what one gets in place of a model. */
  private static void refuseOtherFiles(byte[] bytes) {
    if (bytes.length == 0) {
      throw new OnnxFormatException("not an ONNX model: the file is empty");
    }
    if (bytes[0] == '<') {
      throw new OnnxFormatException(
          "not an ONNX model but a web page; something between here and the host answered in its"
              + " place");
    }
    if (startsWith(bytes, "version https://git-lfs")) {
      throw new OnnxFormatException(
          "not an ONNX model but a Git LFS pointer; fetch the file itself (git lfs pull)");
    }
  }

  private static boolean startsWith(byte[] bytes, String start) {
    for (int i = 0; i < start.length(); i++) {
      if (i >= bytes.length || bytes[i] != start.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private ParsedModel model(ProtoReader in) {
    long irVersion = 0;
    String producer = "";
    String producerVersion = "";
    Map<String, Long> opsets = new HashMap<>();
    List<String> functionOperators = new ArrayList<>();
    OnnxGraph graph = null;
    int graphStart = 0;
    int bodyStart = 0;
    int bodyEnd = 0;
    while (in.next()) {
      switch (in.field()) {
        case 1 -> irVersion = in.integer();
        case 2 -> producer = in.text();
        case 3 -> producerVersion = in.text();
        case 7 -> {
          if (graph != null) {
            throw in.broken("a second graph");
          }
          graph = graph(in.message("the graph"), 0);
          graphStart = in.fieldStart();
          bodyStart = in.valueStart();
          bodyEnd = in.valueEnd();
        }
        case 8 -> opset(in.message("an operator set"), opsets);
        case 25 -> function(in.message("a function"), functionOperators);
        default -> {}
      }
    }
    if (graph == null || graph.nodes().isEmpty()) {
      throw new OnnxFormatException("not an ONNX model: there is no graph with operations in it");
    }
    OnnxModel summary =
        new OnnxModel(
            irVersion,
            producer,
            producerVersion,
            Map.copyOf(opsets),
            graph.inputs(),
            graph.outputs(),
            graph.nodes().size(),
            graph.weightBytes());
    return new ParsedModel(summary, graph, functionOperators, graphStart, bodyStart, bodyEnd);
  }

  private void opset(ProtoReader in, Map<String, Long> opsets) {
    count(in);
    String domain = "";
    long version = 0;
    while (in.next()) {
      switch (in.field()) {
        case 1 -> domain = in.text();
        case 2 -> version = in.integer();
        default -> {}
      }
    }
    opsets.put(ownDomain(domain), version);
  }

  private void function(ProtoReader in, List<String> operators) {
    count(in);
    while (in.next()) {
      if (in.field() == 7) {
        OnnxNode node = node(in.message("a function's node"), 0);
        operators.add(node.fullName());
        operators.addAll(node.inner());
      }
    }
  }

  private OnnxGraph graph(ProtoReader in, int depth) {
    if (depth > DEEPEST) {
      throw in.broken("a graph nested too deeply");
    }
    String name = "";
    List<OnnxNode> nodes = new ArrayList<>();
    Map<String, OnnxConstant> constants = new HashMap<>();
    List<Port> inputs = new ArrayList<>();
    List<Port> outputs = new ArrayList<>();
    Map<String, Integer> ranks = new HashMap<>();
    long weightBytes = 0;
    while (in.next()) {
      switch (in.field()) {
        case 1 -> nodes.add(node(in.message("a node"), depth));
        case 2 -> name = in.text();
        case 5 -> {
          initializer(in.message("an initializer"), constants);
          weightBytes += in.valueLength();
        }
        case 11 -> inputs.add(port(in.message("an input"), ranks));
        case 12 -> outputs.add(port(in.message("an output"), ranks));
        case 13 -> port(in.message("a value"), ranks);
        default -> {}
      }
    }
    inputs.removeIf(port -> constants.containsKey(port.name()));
    return new OnnxGraph(
        name, nodes, constants, List.copyOf(inputs), List.copyOf(outputs), ranks, weightBytes);
  }

  private OnnxNode node(ProtoReader in, int depth) {
    count(in);
    String operator = "";
    String domain = "";
    List<String> inputs = new ArrayList<>();
    List<String> outputs = new ArrayList<>();
    Attributes attributes = Attributes.NONE;
    while (in.next()) {
      switch (in.field()) {
        case 1 -> {
          count(in);
          inputs.add(in.text());
        }
        case 2 -> {
          count(in);
          outputs.add(in.text());
        }
        case 4 -> operator = in.text();
        case 5 -> {
          if (attributes == Attributes.NONE) {
            attributes = new Attributes();
          }
          attribute(in.message("an attribute"), attributes, depth);
        }
        case 7 -> domain = in.text();
        default -> {}
      }
    }
    return new OnnxNode(
        operator,
        ownDomain(domain),
        inputs,
        outputs,
        attributes.integers,
        attributes.integerLists,
        Optional.ofNullable(attributes.value),
        attributes.inner);
  }

  /** What is kept of a node's attributes. */
  private static final class Attributes {
    private static final Attributes NONE = new Attributes();

    private final Map<String, Long> integers = new HashMap<>();
    private final Map<String, List<Long>> integerLists = new HashMap<>();
    private final List<String> inner = new ArrayList<>();
    private OnnxConstant value;
  }

  private void attribute(ProtoReader in, Attributes kept, int depth) {
    count(in);
    String name = "";
    Long integer = null;
    LongList integers = new LongList();
    while (in.next()) {
      switch (in.field()) {
        case 1 -> name = in.text();
        case 3 -> integer = in.integer();
        case 5 -> kept.value = tensor(in.message("an attribute's tensor")).constant;
        case 6, 11 -> inner(graph(in.message("an inner graph"), depth + 1), kept.inner);
        case 8 -> in.integers(integers, MOST_AXES);
        default -> {}
      }
    }
    if (integer != null) {
      kept.integers.put(name, integer);
    }
    if (integers.count() > 0 && integers.count() <= MOST_AXES) {
      List<Long> list = new ArrayList<>();
      for (long value : integers.toArray()) {
        list.add(value);
      }
      kept.integerLists.put(name, list);
    }
  }

  private static void inner(OnnxGraph graph, List<String> operators) {
    for (OnnxNode node : graph.nodes()) {
      operators.add(node.fullName());
      operators.addAll(node.inner());
    }
  }

  private void initializer(ProtoReader in, Map<String, OnnxConstant> constants) {
    count(in);
    NamedTensor tensor = tensor(in);
    constants.put(tensor.name, tensor.constant);
  }

  private record NamedTensor(String name, OnnxConstant constant) {}

  private static NamedTensor tensor(ProtoReader in) {
    String name = "";
    int type = 0;
    LongList sizes = new LongList();
    LongList integers = new LongList();
    ProtoReader raw = null;
    while (in.next()) {
      switch (in.field()) {
        case 1 -> in.integers(sizes, MOST_AXES);
        case 2 -> type = in.smallInteger();
        // int32_data holds the int8 and float16 weights of some writers: those are passed over
        case 5 -> {
          if (type == INT32 || !in.isBytes() || in.valueLength() <= 10 * MOST_AXES) {
            in.integers(integers, MOST_AXES);
          }
        }
        case 7 -> in.integers(integers, MOST_AXES);
        case 8 -> name = in.text();
        case 9 -> raw = in.message("a tensor's bytes");
        default -> {}
      }
    }
    if (sizes.count() > MOST_AXES) {
      throw in.broken("a tensor of " + sizes.count() + " axes");
    }
    return new NamedTensor(
        name, new OnnxConstant((int) sizes.count(), integers(type, integers, raw)));
  }

  /** The values of a short list of integers, otherwise null. */
  private static long[] integers(int type, LongList listed, ProtoReader raw) {
    if (type != INT32 && type != INT64) {
      return null;
    }
    if (raw == null) {
      return listed.count() > 0 && listed.count() <= MOST_AXES ? listed.toArray() : null;
    }
    return raw.fixedIntegers(type == INT32 ? 4 : 8, MOST_AXES);
  }

  private Port port(ProtoReader in, Map<String, Integer> ranks) {
    count(in);
    String name = "";
    String elementType = ELEMENT_TYPES.get(0);
    List<String> axes = null;
    while (in.next()) {
      if (in.field() == 1) {
        name = in.text();
      } else if (in.field() == 2) {
        ProtoReader type = in.message("a type");
        while (type.next()) {
          if (type.field() == 1) {
            ProtoReader tensor = type.message("a tensor's type");
            while (tensor.next()) {
              if (tensor.field() == 1) {
                elementType = elementType(tensor.smallInteger());
              } else if (tensor.field() == 2) {
                axes = axes(tensor.message("a shape"));
              }
            }
          }
        }
      }
    }
    if (axes != null) {
      ranks.put(name, axes.size());
    }
    return new Port(name, elementType, Optional.ofNullable(axes));
  }

  private static List<String> axes(ProtoReader in) {
    List<String> axes = new ArrayList<>();
    while (in.next()) {
      if (in.field() == 1) {
        if (axes.size() == MOST_AXES) {
          throw in.broken("a shape of more than " + MOST_AXES + " axes");
        }
        ProtoReader axis = in.message("an axis");
        String text = "?";
        while (axis.next()) {
          if (axis.field() == 1) {
            text = Long.toString(axis.integer());
          } else if (axis.field() == 2) {
            text = axis.text();
          }
        }
        axes.add(text.isEmpty() ? "?" : text);
      }
    }
    return List.copyOf(axes);
  }

  private static String elementType(int number) {
    return number >= 0 && number < ELEMENT_TYPES.size()
        ? ELEMENT_TYPES.get(number)
        : "type " + number;
  }

  private static String ownDomain(String domain) {
    return domain.equals("ai.onnx") ? "" : domain;
  }

  private void count(ProtoReader in) {
    if (++parts > MOST_PARTS) {
      throw in.broken("more than " + MOST_PARTS + " parts");
    }
  }
}
