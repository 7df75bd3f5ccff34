package mirador.models.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Writes a graph as one {@code .onnx} file with its weights in it, or beside it in another one. A
 * protobuf message may be written in pieces, one field after the other: here all but the weights
 * comes from the generated classes, and the weights are copied straight to the file.
 */
public final class OnnxFile {
  private static final int OPSET = 17;
  private static final int IR_VERSION = 8;

  /** A protobuf message ends here, 2 GiB. */
  private static final long MAX_BYTES = Integer.MAX_VALUE;

  /** Numbers of fewer bytes stay in the graph: runtimes read shapes and axes from there. */
  private static final int LARGEST_INLINE = 1024;

  /** Where a tensor may begin beside the graph. */
  private static final long ALIGNMENT = 64;

  private final ModelProto model; // without its graph
  private final GraphProto graph; // without the initializers that are written here
  private final List<Initializer> initializers; // in the file
  private final List<ExternalTensor> external; // beside it

  /** A tensor beside the graph, from {@code offset} on. */
  public record ExternalTensor(Initializer initializer, long offset) {
    /** The first byte after it. */
    public long end() {
      return offset + initializer.bytes();
    }
  }

  /** A file that holds the weights too. */
  public OnnxFile(GraphBuilder builder) {
    this(builder, null);
  }

  /**
   * A file whose weights lie in another one, as external data of the ONNX format.
   *
   * @param weights the other file's name
   */
  public static OnnxFile besideWeights(GraphBuilder builder, String weights) {
    return new OnnxFile(builder, weights);
  }

  private OnnxFile(GraphBuilder builder, String weights) {
    ModelProto.Builder outer =
        ModelProto.newBuilder()
            .setIrVersion(IR_VERSION)
            .setProducerName("mirador")
            .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPSET));
    if (builder.usesRuntimeDomain()) {
      outer.addOpsetImport(
          OperatorSetIdProto.newBuilder().setDomain(GraphBuilder.RUNTIME_DOMAIN).setVersion(1));
    }
    model = outer.build();
    GraphProto.Builder inner = builder.graph();
    initializers = new ArrayList<>();
    external = new ArrayList<>();
    long end = 0;
    for (Initializer initializer : builder.initializers()) {
      if (weights == null || initializer.bytes() <= LARGEST_INLINE) {
        initializers.add(initializer);
      } else {
        long offset = (end + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        external.add(new ExternalTensor(initializer, offset));
        end = offset + initializer.bytes();
        inner.addInitializer(
            initializer
                .header()
                .setDataLocation(TensorProto.DataLocation.EXTERNAL)
                .addExternalData(entry("location", weights))
                .addExternalData(entry("offset", String.valueOf(offset)))
                .addExternalData(entry("length", String.valueOf(initializer.bytes()))));
      }
    }
    graph = inner.build();
  }

  private static StringStringEntryProto entry(String key, String value) {
    return StringStringEntryProto.newBuilder().setKey(key).setValue(value).build();
  }

  /** The tensors beside the graph, in the order of their bytes. */
  public List<ExternalTensor> external() {
    return List.copyOf(external);
  }

  /** Bytes of the file beside the graph. */
  public long externalBytes() {
    return external.isEmpty() ? 0 : external.get(external.size() - 1).end();
  }

  /** Bytes of the file. */
  public long bytes() {
    long length = graphBytes();
    return model.getSerializedSize() + fieldBytes(ModelProto.GRAPH_FIELD_NUMBER, length);
  }

  /**
   * Writes the file, under another name until it is whole.
   *
   * @param progress is told of the bytes written since the last time
   * @throws IOException when it would pass 2 GiB, a weight has another length than its shape, or
   *     the disk is full
   */
  public void write(Path path, LongConsumer progress) throws IOException {
    if (bytes() > MAX_BYTES) {
      throw new IOException(
          path + " would have " + bytes() + " bytes, more than the 2 GiB of an ONNX file");
    }
    Path unfinished = path.resolveSibling(path.getFileName() + ".part");
    try {
      try (OutputStream file = Files.newOutputStream(unfinished);
          Counted out = new Counted(new BufferedOutputStream(file, 1 << 16), progress)) {
        write(out);
      }
      Files.move(unfinished, path, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private void write(Counted out) throws IOException {
    model.writeTo(out);
    field(out, ModelProto.GRAPH_FIELD_NUMBER, graphBytes());
    graph.writeTo(out);
    for (Initializer initializer : initializers) {
      TensorProto header = initializer.header().build();
      field(out, GraphProto.INITIALIZER_FIELD_NUMBER, tensorBytes(initializer));
      header.writeTo(out);
      field(out, TensorProto.RAW_DATA_FIELD_NUMBER, initializer.bytes());
      long before = out.written;
      initializer.data().writeTo(out);
      initializer.checkBytes(out.written - before);
    }
  }

  private long graphBytes() {
    long length = graph.getSerializedSize();
    for (Initializer initializer : initializers) {
      length += fieldBytes(GraphProto.INITIALIZER_FIELD_NUMBER, tensorBytes(initializer));
    }
    return length;
  }

  private static long tensorBytes(Initializer initializer) {
    return initializer.header().build().getSerializedSize()
        + fieldBytes(TensorProto.RAW_DATA_FIELD_NUMBER, initializer.bytes());
  }

  /** Bytes of a field of so many bytes, its number and length included. */
  private static long fieldBytes(int number, long length) {
    return CodedOutputStream.computeTagSize(number)
        + CodedOutputStream.computeUInt64SizeNoTag(length)
        + length;
  }

  /** Begins a field whose bytes follow. */
  private static void field(OutputStream out, int number, long length) throws IOException {
    CodedOutputStream coded = CodedOutputStream.newInstance(out);
    coded.writeTag(number, WireFormat.WIRETYPE_LENGTH_DELIMITED);
    coded.writeUInt64NoTag(length);
    coded.flush();
  }

  /** Counts what is written. */
  private static final class Counted extends FilterOutputStream {
    private static final long STEP = 1 << 20;

    private final LongConsumer progress;
    private long written;
    private long told;

    Counted(OutputStream out, LongConsumer progress) {
      super(out);
      this.progress = progress;
    }

    @Override
    public void write(int b) throws IOException {
      out.write(b);
      count(1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
      count(length);
    }

    private void count(int bytes) {
      written += bytes;
      if (written - told >= STEP) {
        progress.accept(written - told);
        told = written;
      }
    }

    @Override
    public void close() throws IOException {
      super.close();
      progress.accept(written - told);
      told = written;
    }
  }
}
