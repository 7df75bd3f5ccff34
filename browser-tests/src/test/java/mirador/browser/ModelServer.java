package mirador.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The built site and files of models beside it, with faults at will: answers that end too early,
 * flipped bytes, errors, answers held back. Remembers what it was asked for.
 */
final class ModelServer implements AutoCloseable {
  /** What goes wrong with the next answer for an address. */
  private record Fault(Kind kind, int number, CountDownLatch gate) {}

  private enum Kind {
    CUT,
    FLIP,
    STATUS,
    HOLD
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, byte[]> files = new HashMap<>();
  private final Map<String, Deque<Fault>> faults = new HashMap<>();
  private final List<CountDownLatch> gates = new ArrayList<>();
  private final List<String> requests = new ArrayList<>();
  private final List<String> whole = new ArrayList<>();
  private boolean ranges = true;
  private String tag = "\"one\"";

  ModelServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  /** What addresses on this server begin with. */
  String address() {
    return "http://localhost:" + server.getAddress().getPort() + "/";
  }

  String host() {
    return "localhost:" + server.getAddress().getPort();
  }

  /** Puts a file at a path. */
  synchronized void put(String path, byte[] content) {
    files.put(path, content);
  }

  synchronized void put(String path, String content) {
    put(path, content.getBytes(StandardCharsets.UTF_8));
  }

  /** Ends the next answer for the path after so many bytes. */
  synchronized void cut(String path, int after) {
    fault(path, new Fault(Kind.CUT, after, null));
  }

  /** The same, but the cut comes when it is told: what was sent has arrived by then. */
  synchronized CountDownLatch cutLater(String path, int after) {
    CountDownLatch gate = new CountDownLatch(1);
    gates.add(gate);
    fault(path, new Fault(Kind.CUT, after, gate));
    return gate;
  }

  /** Flips a bit of a byte in the next answer for the path. */
  synchronized void flip(String path, int at) {
    fault(path, new Fault(Kind.FLIP, at, null));
  }

  synchronized void refuse(String path, int status) {
    fault(path, new Fault(Kind.STATUS, status, null));
  }

  /** Sends half of the next answer for the path, then waits. */
  synchronized CountDownLatch hold(String path) {
    CountDownLatch gate = new CountDownLatch(1);
    gates.add(gate);
    fault(path, new Fault(Kind.HOLD, 0, gate));
    return gate;
  }

  private void fault(String path, Fault fault) {
    faults.computeIfAbsent(path, key -> new ArrayDeque<>()).add(fault);
  }

  /** Whether it answers requests for ranges with ranges. */
  synchronized void ranges(boolean known) {
    ranges = known;
  }

  /** The entity tag of every file. */
  synchronized void tag(String changed) {
    tag = changed;
  }

  /** What was asked for since the last call, models' files only: paths, with the range if any. */
  synchronized List<String> requests() {
    List<String> all = List.copyOf(requests);
    requests.clear();
    return all;
  }

  /** Which answers were sent whole and right since the last call. */
  synchronized List<String> whole() {
    List<String> all = List.copyOf(whole);
    whole.clear();
    return all;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath().substring(1);
      String range = exchange.getRequestHeaders().getFirst("Range");
      exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
      exchange.getResponseHeaders().set("Access-Control-Expose-Headers", "ETag, Content-Range");
      byte[] content = content(path);
      Fault fault;
      boolean partial;
      String asked = path + (range == null ? "" : " " + range);
      synchronized (this) {
        if (ofModel(path)) {
          requests.add(asked);
        }
        fault = faults.getOrDefault(path, new ArrayDeque<>()).poll();
        partial = range != null && ranges;
        exchange.getResponseHeaders().set("ETag", tag);
      }
      if (content == null || (fault != null && fault.kind() == Kind.STATUS)) {
        exchange.sendResponseHeaders(fault == null ? 404 : fault.number(), -1);
        return;
      }
      exchange.getResponseHeaders().set("Content-Type", type(path));
      byte[] sent = content;
      if (partial) {
        String[] ends = range.substring("bytes=".length()).split("-");
        int from = Integer.parseInt(ends[0]);
        int to = Math.min(content.length, Integer.parseInt(ends[1]) + 1);
        sent = Arrays.copyOfRange(content, from, to);
        exchange
            .getResponseHeaders()
            .set("Content-Range", "bytes " + from + "-" + (to - 1) + "/" + content.length);
      }
      if (fault != null && fault.kind() == Kind.FLIP) {
        sent = sent.clone();
        sent[fault.number()] ^= 1;
      }
      exchange.sendResponseHeaders(partial ? 206 : 200, sent.length == 0 ? -1 : sent.length);
      send(exchange.getResponseBody(), sent, fault);
      if (ofModel(path) && (fault == null || fault.kind() == Kind.HOLD)) {
        synchronized (this) {
          whole.add(asked);
        }
      }
    }
  }

  private static boolean ofModel(String path) {
    return path.matches("(models|mirror|hub)/.*");
  }

  private static void send(OutputStream out, byte[] bytes, Fault fault) throws IOException {
    int first = bytes.length;
    if (fault != null && fault.kind() == Kind.CUT) {
      first = fault.number();
    } else if (fault != null && fault.kind() == Kind.HOLD) {
      first = bytes.length / 2;
    }
    out.write(bytes, 0, first);
    out.flush();
    if (fault != null && fault.gate() != null) {
      await(fault.gate());
    }
    if (fault != null && fault.kind() == Kind.HOLD) {
      out.write(bytes, first, bytes.length - first);
    }
  }

  private static void await(CountDownLatch gate) throws IOException {
    try {
      if (!gate.await(2, TimeUnit.MINUTES)) {
        throw new IOException("nobody let the answer go on");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private synchronized byte[] content(String path) throws IOException {
    byte[] given = files.get(path);
    if (given != null) {
      return given;
    }
    Path file = BuiltSite.FOLDER.resolve(path.isEmpty() ? "index.html" : path).normalize();
    return file.startsWith(BuiltSite.FOLDER) && Files.isRegularFile(file)
        ? Files.readAllBytes(file)
        : null;
  }

  /**
   * Offers one model on the site's pages, which may then connect to these addresses.
   *
   * @param offer a line for the data script
   */
  void offer(String offer, String... connections) throws IOException {
    put("assets/course-data.js", Files.readString(site("assets/course-data.js")) + offer);
    String self = "connect-src 'self' " + String.join(" ", connections);
    String page = Files.readString(site("acerca.html"));
    put("acerca.html", page.replace("connect-src 'self'", self));
  }

  private static Path site(String path) {
    return BuiltSite.FOLDER.resolve(path);
  }

  private static String type(String path) {
    return path.endsWith(".html")
        ? "text/html; charset=utf-8"
        : path.endsWith(".js")
            ? "text/javascript"
            : path.endsWith(".css") ? "text/css" : "application/octet-stream";
  }

  @Override
  public void close() {
    gates.forEach(CountDownLatch::countDown);
    server.stop(0);
    threads.shutdownNow();
  }
}
