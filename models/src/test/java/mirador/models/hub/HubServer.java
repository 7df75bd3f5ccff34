package mirador.models.hub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import mirador.models.folder.Sha256;

/**
 * A hub on this machine: files under {@code /OWNER/NAME/resolve/main/}, sent on to a storage that
 * honours Range, as the real one does; cut where a test wants it.
 */
final class HubServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, byte[]> files;
  private final CountDownLatch end = new CountDownLatch(1);
  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());

  private static final long ARRIVES_MILLIS = 300;

  /** After how many bytes the connection is cut, that many times. */
  volatile int cutAfter = Integer.MAX_VALUE;

  final AtomicInteger cuts = new AtomicInteger();
  volatile boolean ranges = true;
  volatile boolean wrongHash;

  /** Whether a cut connection stays open and silent. */
  volatile boolean silent;

  HubServer(Map<String, byte[]> files) throws IOException {
    this.files = files;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::resolve);
    server.createContext("/storage/", this::send);
    server.start();
  }

  String address() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** What was asked of the storage: the path and, where there was one, the range. */
  List<String> requests() {
    return List.copyOf(requests);
  }

  private void resolve(HttpExchange exchange) throws IOException {
    String prefix = "/Xenova/clip-vit-base-patch32/resolve/main/";
    String path = exchange.getRequestURI().getPath();
    byte[] file = path.startsWith(prefix) ? files.get(path.substring(prefix.length())) : null;
    if (file == null) {
      exchange.sendResponseHeaders(404, -1);
    } else {
      String hash = Sha256.of(wrongHash ? new byte[0] : file);
      exchange.getResponseHeaders().add("X-Linked-Etag", "\"" + hash + "\"");
      exchange.getResponseHeaders().add("Location", "/storage/" + path.substring(prefix.length()));
      exchange.sendResponseHeaders(302, -1);
    }
    exchange.close();
  }

  private void send(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().substring("/storage/".length());
    byte[] file = files.get(path);
    String tag = "\"" + Arrays.hashCode(file) + "\"";
    String range = exchange.getRequestHeaders().getFirst("Range");
    requests.add(range == null ? path : path + " " + range);
    int from = 0;
    if (ranges && range != null && tag.equals(exchange.getRequestHeaders().getFirst("If-Range"))) {
      from = Integer.parseInt(range.substring("bytes=".length(), range.length() - 1));
    }
    exchange.getResponseHeaders().add("ETag", tag);
    if (from >= file.length && from > 0) {
      exchange.getResponseHeaders().add("Content-Range", "bytes */" + file.length);
      exchange.sendResponseHeaders(416, -1);
      exchange.close();
      return;
    }
    if (from > 0) {
      exchange
          .getResponseHeaders()
          .add("Content-Range", "bytes " + from + "-" + (file.length - 1) + "/" + file.length);
    }
    exchange.sendResponseHeaders(from > 0 ? 206 : 200, file.length - from);
    int length = file.length - from;
    if (cutAfter < length && cuts.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      length = cutAfter;
    }
    OutputStream out = exchange.getResponseBody();
    out.write(file, from, length);
    out.flush();
    if (length < file.length - from) {
      hang();
      throw new IOException("cut"); // on which the server closes the connection
    }
    exchange.close();
  }

  /** A cut throws away what the other side has not read yet: it is given time to read all. */
  private void hang() {
    try {
      if (silent) {
        end.await();
      } else {
        Thread.sleep(ARRIVES_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
