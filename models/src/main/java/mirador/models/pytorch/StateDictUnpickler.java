package mirador.models.pytorch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mirador.concepts.tensor.Shape;
import mirador.models.weights.Dtype;
import net.razorvine.pickle.IObjectConstructor;
import net.razorvine.pickle.Opcodes;
import net.razorvine.pickle.PickleException;
import net.razorvine.pickle.Unpickler;

/**
 * Runs the pickle of a state dictionary. Of the instructions of a pickle only those that PyTorch
 * writes are carried out, of the functions it may name only those that rebuild tensors, and lengths
 * are compared with what is left of the pickle before anything is allocated.
 */
final class StateDictUnpickler extends Unpickler {
  private static final int MAX_RANK = 16;

  /** What PyTorch itself writes, in protocol 2, and the same things in protocol 4. */
  private static final Set<Short> PLAIN =
      Set.of(
          Opcodes.PROTO,
          Opcodes.FRAME,
          Opcodes.STOP,
          Opcodes.MARK,
          Opcodes.NONE,
          Opcodes.NEWTRUE,
          Opcodes.NEWFALSE,
          Opcodes.BININT,
          Opcodes.BININT1,
          Opcodes.BININT2,
          Opcodes.LONG1,
          Opcodes.BINFLOAT,
          Opcodes.SHORT_BINUNICODE,
          Opcodes.TUPLE,
          Opcodes.EMPTY_TUPLE,
          Opcodes.TUPLE1,
          Opcodes.TUPLE2,
          Opcodes.TUPLE3,
          Opcodes.EMPTY_LIST,
          Opcodes.APPEND,
          Opcodes.APPENDS,
          Opcodes.BINPUT,
          Opcodes.LONG_BINPUT,
          Opcodes.BINGET,
          Opcodes.LONG_BINGET,
          Opcodes.MEMOIZE,
          Opcodes.BINPERSID,
          Opcodes.REDUCE);

  private static final Map<String, Dtype> STORAGES =
      Map.of(
          "torch.DoubleStorage", Dtype.F64,
          "torch.FloatStorage", Dtype.F32,
          "torch.HalfStorage", Dtype.F16,
          "torch.BFloat16Storage", Dtype.BF16,
          "torch.LongStorage", Dtype.I64,
          "torch.IntStorage", Dtype.I32,
          "torch.ByteStorage", Dtype.U8);

  private static final Map<String, IObjectConstructor> FUNCTIONS =
      Map.of(
          "collections.OrderedDict", arguments -> new LinkedHashMap<String, Object>(),
          "torch._utils._rebuild_tensor_v2", StateDictUnpickler::rebuildTensor,
          "torch._utils._rebuild_parameter", arguments -> arguments[0]);

  private StateDictUnpickler() {}

  /**
   * The tensors of a pickled state dictionary, in its order.
   *
   * @throws PickleException when the pickle holds anything else
   * @throws IOException when it ends too early
   * @throws RuntimeException of several kinds when it is garbled
   */
  static Map<String, StoredTensor> tensors(byte[] pickle) throws IOException {
    Object root = new StateDictUnpickler().load(new ByteArrayInputStream(pickle));
    if (!(root instanceof Map<?, ?> dictionary)) {
      throw new PickleException("it holds no dictionary of tensors");
    }
    Map<String, StoredTensor> tensors = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : dictionary.entrySet()) {
      if (!(entry.getValue() instanceof StoredTensor tensor)) {
        throw new PickleException("its entry " + entry.getKey() + " is no tensor");
      }
      tensors.put((String) entry.getKey(), tensor);
    }
    return tensors;
  }

  @Override
  protected Object dispatch(short opcode) throws IOException {
    switch (opcode) {
      case Opcodes.GLOBAL -> stack.add(named(line() + "." + line()));
      case Opcodes.STACK_GLOBAL -> {
        Object name = stack.pop();
        stack.add(named(stack.pop() + "." + name));
      }
      case Opcodes.BINUNICODE -> stack.add(text());
      case Opcodes.EMPTY_DICT -> stack.add(new LinkedHashMap<String, Object>());
      case Opcodes.SETITEM -> {
        Object value = stack.pop();
        Object key = stack.pop();
        dictionary().put((String) key, value);
      }
      case Opcodes.SETITEMS -> {
        List<Object> items = stack.pop_all_since_marker();
        Map<String, Object> dictionary = dictionary();
        for (int i = 0; i < items.size(); i += 2) {
          dictionary.put((String) items.get(i), items.get(i + 1));
        }
      }
      // The attributes of a dictionary: versions of modules, not needed.
      case Opcodes.BUILD -> {
        Object attributes = stack.pop();
        if (!(attributes instanceof Map) || !(stack.peek() instanceof Map)) {
          throw new PickleException("it sets the state of something else than a dictionary");
        }
      }
      default -> {
        if (!PLAIN.contains(opcode)) {
          throw new PickleException(
              "it uses the instruction 0x" + Integer.toHexString(opcode) + ", refused");
        }
        return super.dispatch(opcode);
      }
    }
    return NO_RETURN_VALUE;
  }

  /** {@code ("storage", torch.FloatStorage, key, device, elements)}. */
  @Override
  protected Object persistentLoad(Object id) {
    Object[] parts = (Object[]) id;
    if (parts.length != 5 || !"storage".equals(parts[0])) {
      throw new PickleException("it refers to something else than a storage");
    }
    return new Storage((String) parts[2], (Dtype) parts[1], whole(parts[4]));
  }

  private static Object named(String name) {
    Dtype storage = STORAGES.get(name);
    if (storage != null) {
      return storage;
    }
    IObjectConstructor function = FUNCTIONS.get(name);
    if (function == null) {
      throw new PickleException("it calls " + name + ", which does not rebuild a tensor: refused");
    }
    return function;
  }

  /** {@code _rebuild_tensor_v2(storage, offset, size, stride, requires_grad, hooks)}. */
  private static StoredTensor rebuildTensor(Object[] arguments) {
    Storage storage = (Storage) arguments[0];
    long offset = whole(arguments[1]);
    long[] sizes = wholes(arguments[2]);
    long[] strides = wholes(arguments[3]);
    if (sizes.length != strides.length || sizes.length > MAX_RANK) {
      throw new PickleException(
          "a tensor has " + sizes.length + " sizes and " + strides.length + " strides");
    }
    int[] shape = new int[sizes.length];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = Math.toIntExact(sizes[i]);
    }
    StoredTensor tensor = new StoredTensor(storage, offset, Shape.of(shape), strides);
    // A view that repeats numbers could ask for any amount of memory; no checkpoint has one.
    if (Math.addExact(offset, tensor.span()) > storage.elements()
        || tensor.shape().elements() > storage.elements()) {
      throw new PickleException(
          "a tensor of shape " + tensor.shape() + " goes beyond its storage " + storage.key());
    }
    return tensor;
  }

  private static long[] wholes(Object tuple) {
    Object[] parts = (Object[]) tuple;
    long[] numbers = new long[parts.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = whole(parts[i]);
    }
    return numbers;
  }

  private static long whole(Object number) {
    if (number instanceof Integer || number instanceof Long) {
      long value = ((Number) number).longValue();
      if (value >= 0) {
        return value;
      }
    }
    throw new PickleException("a size, stride or offset is no whole number: " + kind(number));
  }

  private static String kind(Object value) {
    return value instanceof Number ? value.toString() : value == null ? "None" : "no number";
  }

  @SuppressWarnings("unchecked") // dictionaries are made above, and take texts as keys alone
  private Map<String, Object> dictionary() {
    return (Map<String, Object>) stack.peek();
  }

  private String text() throws IOException {
    byte[] length = exactly(Integer.BYTES);
    int count = ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getInt();
    return new String(exactly(count), StandardCharsets.UTF_8);
  }

  private byte[] exactly(int count) throws IOException {
    if (count < 0 || count > input.available()) {
      throw new IOException("a text of " + Integer.toUnsignedString(count) + " bytes is cut off");
    }
    return input.readNBytes(count);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = input.read(); c != '\n'; c = input.read()) {
      if (c < 0) {
        throw new IOException("a name is cut off");
      }
      line.append((char) c);
    }
    return line.toString();
  }
}
