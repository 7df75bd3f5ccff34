package mirador.models.onnx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import mirador.models.onnx.OnnxFile.ExternalTensor;

/**
 * The bytes beside a graph, one tensor after the other. Every processor makes another tensor, some
 * of them ahead of the one that is being written, as many as a budget of memory allows; a tensor
 * that passes the budget is made when its turn comes, straight into the file.
 */
public final class ExternalWeights {
  /** Most bytes of tensors that are made and not yet written. */
  private static final long AHEAD = 320L << 20;

  private final List<ExternalTensor> tensors;
  private final long ahead;

  public ExternalWeights(OnnxFile file) {
    this(file, AHEAD);
  }

  ExternalWeights(OnnxFile file, long ahead) {
    this.tensors = file.external();
    this.ahead = ahead;
  }

  /**
   * Writes the bytes from some place on.
   *
   * @param from how many bytes are written already
   * @throws IOException when a tensor cannot be read or made, or cannot be written
   */
  public void write(long from, OutputStream out) throws IOException {
    ExecutorService makers =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      new Writing(from, out, makers).run();
    } finally {
      makers.shutdownNow();
    }
  }

  /** One run from {@code at} to the end. */
  private final class Writing {
    private final List<ExternalTensor> left = new ArrayList<>();
    private final OutputStream out;
    private final ExecutorService makers;
    private final Deque<Future<byte[]>> made = new ArrayDeque<>(); // of left[next - made.size()] on
    private int next; // the first of left that is not being made
    private long bytesAhead;
    private long at;

    Writing(long from, OutputStream out, ExecutorService makers) {
      this.out = out;
      this.makers = makers;
      this.at = from;
      for (ExternalTensor tensor : tensors) {
        if (tensor.end() > from) {
          left.add(tensor);
        }
      }
    }

    void run() throws IOException {
      for (int i = 0; i < left.size(); i++) {
        ExternalTensor tensor = left.get(i);
        makeAhead(i);
        zeros(tensor.offset());
        Skipping rest = new Skipping(out, at - tensor.offset());
        if (isMadeAhead(tensor)) {
          rest.write(await(made.remove()));
          bytesAhead -= tensor.initializer().bytes();
        } else {
          tensor.initializer().data().writeTo(rest);
        }
        tensor.initializer().checkBytes(rest.seen);
        at = tensor.end();
      }
    }

    /** Starts makers for tensors from the {@code i}th on, as far as memory allows. */
    private void makeAhead(int i) {
      for (next = Math.max(next, i); next < left.size(); next++) {
        Initializer initializer = left.get(next).initializer();
        if (isMadeAhead(left.get(next))) {
          if (bytesAhead + initializer.bytes() > ahead) {
            return;
          }
          bytesAhead += initializer.bytes();
          made.add(makers.submit(() -> bytes(initializer)));
        }
      }
    }

    /** By-products wait for what they come out of, which their writer then has behind it. */
    private boolean isMadeAhead(ExternalTensor tensor) {
      return !tensor.initializer().byProduct() && tensor.initializer().bytes() <= ahead;
    }

    /** What lies between two tensors. */
    private void zeros(long to) throws IOException {
      if (to > at) {
        out.write(new byte[(int) (to - at)]);
        at = to;
      }
    }
  }

  private static byte[] bytes(Initializer initializer) throws IOException {
    Exact out = new Exact((int) initializer.bytes());
    initializer.data().writeTo(out);
    return out.all();
  }

  private static byte[] await(Future<byte[]> future) throws IOException {
    try {
      return future.get();
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw new IOException(failure.getCause().toString(), failure.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("the export was stopped", stopped);
    }
  }

  /** Bytes of a known number, which are not copied once more. */
  private static final class Exact extends ByteArrayOutputStream {
    Exact(int bytes) {
      super(bytes);
    }

    byte[] all() {
      return count == buf.length ? buf : toByteArray();
    }
  }

  /** Leaves out the first bytes. */
  private static final class Skipping extends OutputStream {
    private final OutputStream out;
    private final long skipped;
    private long seen;

    Skipping(OutputStream out, long skipped) {
      this.out = out;
      this.skipped = Math.max(0, skipped);
    }

    @Override
    public void write(int b) throws IOException {
      if (seen++ >= skipped) {
        out.write(b);
      }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      int left = (int) Math.min(length, Math.max(0, skipped - seen));
      seen += length;
      out.write(bytes, offset + left, length - left);
    }
  }
}
