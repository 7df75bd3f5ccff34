package mirador.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Worker;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mirador.browser.BuiltSite.Way;
import mirador.concepts.tensor.FloatTensor;
import mirador.concepts.tensor.LongTensor;
import mirador.concepts.tensor.Tensor;
import mirador.site.serve.SiteServer;

/**
 * A page that runs models, beside the pages of the site: their first page with another script,
 * under the same policy. Closing fails when the browser complained.
 */
final class ModelVisit implements AutoCloseable {
  private static final Path SCRIPT = Path.of("target/js/model-page.js");
  private static final String PAGE = "modelo.html";

  private static Path folder;
  private static SiteServer server;

  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();

  private ModelVisit(Browser browser, ServiceWorkerPolicy workers) {
    context =
        browser.newContext(
            new Browser.NewContextOptions().setLocale("es").setServiceWorkers(workers));
    context.setDefaultTimeout(4 * Visit.TIMEOUT);
    page = context.newPage();
    page.onConsoleMessage(
        message -> {
          boolean bad = message.type().equals("error") || message.type().equals("warning");
          if (bad && !message.text().equals(Visit.NO_WORKER)) {
            complaints.add(message.type() + ": " + message.text());
          }
        });
    page.onPageError(error -> complaints.add("uncaught: " + error));
  }

  /**
   * Opens the page.
   *
   * @param query such as {@code ?runtime=wasm}, or nothing
   */
  static ModelVisit to(Browser browser, Way way, String query) {
    return to(browser, way, query, ServiceWorkerPolicy.BLOCK);
  }

  static ModelVisit to(Browser browser, Way way, String query, ServiceWorkerPolicy workers) {
    ModelVisit visit = new ModelVisit(browser, workers);
    visit.open(way, query);
    return visit;
  }

  void open(Way way, String query) {
    page.navigate((way == Way.FILE ? folder().toUri().toString() : address()) + PAGE + query);
    page.waitForFunction("() => document.documentElement.hasAttribute('data-alive')");
  }

  Page page() {
    return page;
  }

  /** What the browser said so far; a test that provokes it takes it away. */
  List<String> complaints() {
    return complaints;
  }

  BrowserContext context() {
    return context;
  }

  /** Gives the page a graph under a name, from now on. */
  void give(String graph, byte[] bytes) {
    page.evaluate(
        "([name, base64]) => { window.modelFiles = window.modelFiles || {};"
            + " window.modelFiles[name] = new Blob([Uint8Array.from(atob(base64),"
            + " c => c.charCodeAt(0))]); }",
        List.of(graph, Base64.getEncoder().encodeToString(bytes)));
  }

  /** A graph's input in the words of the page. */
  static Map<String, Object> input(String name, Tensor tensor) {
    boolean longs = tensor instanceof LongTensor;
    List<? extends Number> values =
        longs
            ? Arrays.stream(tensor.longs().values()).mapToObj(value -> (int) value).toList()
            : doubles(tensor.floats().values());
    List<Integer> shape = Arrays.stream(tensor.shape().toArray()).boxed().toList();
    return Map.of(
        "name", name, "type", longs ? "longs" : "floats", "shape", shape, "values", values);
  }

  private static List<Double> doubles(float[] floats) {
    return IntStream.range(0, floats.length).mapToObj(i -> (double) floats[i]).toList();
  }

  /** Asks the model; gives what the page was told. */
  Answer ask(String graph, List<Map<String, Object>> inputs) {
    start(graph, inputs);
    return answer();
  }

  /** Asks without waiting. */
  void start(String graph, List<Map<String, Object>> inputs) {
    page.evaluate(
        "([graph, inputs]) => { window.answered = null; window.askModel(graph, inputs.map(one => ({"
            + "name: one.name, long: one.type === 'longs', shape: Int32Array.from(one.shape),"
            + " values: one.type === 'longs' ? BigInt64Array.from(one.values.map(BigInt))"
            + "  : Float32Array.from(one.values)}))).then(answer => { window.answered = answer; }); }",
        List.of(graph, inputs));
  }

  /** Waits for the answer to {@link #start}. */
  Answer answer() {
    @SuppressWarnings("unchecked") // an object, as the test page makes it
    Map<String, Object> answer =
        (Map<String, Object>) page.waitForFunction("() => window.answered").jsonValue();
    return new Answer(answer);
  }

  /** The worker in which the model runs. */
  Worker worker() {
    if (page.workers().isEmpty()) {
      return page.waitForWorker(() -> {});
    }
    return page.workers().get(page.workers().size() - 1);
  }

  /**
   * Ends a worker. One that ends may take its own answer along, so that what counts is that the
   * browser says it is gone.
   */
  void end(Worker worker) {
    try {
      worker.evaluate("self.close()");
    } catch (PlaywrightException unanswered) {
      // The wait below fails when it was for another reason.
    }
    page.waitForCondition(() -> !page.workers().contains(worker));
  }

  @Override
  public void close() {
    context.close();
    assertEquals(List.of(), complaints, "complaints of the browser");
  }

  /** What the page was told. */
  record Answer(Map<String, Object> members) {
    Object get(String member) {
      return members.get(member);
    }

    /** Every output. */
    Map<String, FloatTensor> tensors() {
      assertEquals(null, members.get("problem"), () -> members.toString());
      Map<String, FloatTensor> tensors = new LinkedHashMap<>();
      for (Object one : (List<?>) members.get("tensors")) {
        Map<?, ?> tensor = (Map<?, ?>) one;
        double[] numbers = numbers(tensor.get("values"));
        float[] values = new float[numbers.length];
        for (int i = 0; i < values.length; i++) {
          values[i] = (float) numbers[i];
        }
        int[] shape =
            Arrays.stream(numbers(tensor.get("shape"))).mapToInt(size -> (int) size).toArray();
        tensors.put((String) tensor.get("name"), FloatTensor.of(values, shape));
      }
      return tensors;
    }

    private static double[] numbers(Object list) {
      return ((List<?>) list).stream().mapToDouble(one -> ((Number) one).doubleValue()).toArray();
    }
  }

  static synchronized String address() {
    if (server == null) {
      try {
        server = SiteServer.start(folder(), 0);
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
    return server.address();
  }

  /** The site with the page in it. */
  static synchronized Path folder() {
    if (folder == null) {
      try {
        folder = Files.createTempDirectory("mirador-model").toRealPath();
        try (Stream<Path> files = Files.walk(BuiltSite.FOLDER)) {
          for (Path file : files.toList()) {
            Path copy = folder.resolve(BuiltSite.FOLDER.relativize(file).toString());
            if (Files.isDirectory(file)) {
              Files.createDirectories(copy);
            } else {
              Files.copy(file, copy);
            }
          }
        }
        // boot.js runs the parts of the page script first; this one has none.
        Files.writeString(
            folder.resolve("model-page.js"),
            "window.miradorParts = [];\n" + Files.readString(SCRIPT));
        String page = Files.readString(folder.resolve("index.html"));
        String changed = page.replaceFirst("assets/mirador\\.js\\?v=\\w+", "model-page.js");
        if (changed.equals(page)) {
          throw new IllegalStateException("index.html names no page script");
        }
        Files.writeString(folder.resolve(PAGE), changed);
        Runtime.getRuntime().addShutdownHook(new Thread(ModelVisit::remove));
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
    return folder;
  }

  private static void remove() {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
