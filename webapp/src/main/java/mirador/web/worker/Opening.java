package mirador.web.worker;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mirador.concepts.inference.InferenceException;
import mirador.concepts.inference.ModelManifest.Reference;
import mirador.concepts.inference.SelfCheckResult;
import mirador.web.model.Message;
import mirador.web.model.Message.WireFile;
import mirador.web.model.Phase;
import mirador.web.model.WireSeconds;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.typedarrays.Uint8Array;

/** A model that is being opened: its files, how much of them is read, and how long it takes. */
final class Opening {
  /** The page hears of so many bytes at once, 16 MiB. */
  private static final double STEP = 1 << 24;

  private static final double MILLISECONDS = 1000;

  private final Map<String, WireFile> files = new LinkedHashMap<>();
  private final Teller teller;
  private final boolean gpu;
  private final Clock clock = new Clock();
  private final int graphs;
  private final double total;
  private int opened;
  private double read;
  private double told;
  private double loading;
  private double compiling;

  /**
   * A model that this request opens.
   *
   * @param graphs how many it has
   */
  Opening(Message request, Teller teller, int graphs) {
    this.teller = teller;
    this.graphs = graphs;
    this.gpu = request.getRuntime().isGpu();
    double bytes = 0;
    JSArrayReader<WireFile> given = request.getFiles();
    for (int i = 0; i < given.getLength(); i++) {
      WireFile file = given.get(i);
      files.put(file.getName(), file);
      bytes += file.getWeights() == null ? 0 : size(file.getWeights());
    }
    this.total = bytes;
  }

  /** Whether WebGPU computes. */
  boolean onGpu() {
    return gpu;
  }

  /**
   * One of the model's graphs and its weights, which are told of as they are read.
   *
   * @throws InferenceException when the page gave no file of this name
   */
  GraphFile graph(String name) {
    return new GraphFile(file(name), this::read);
  }

  boolean has(String name) {
    return files.containsKey(name);
  }

  /** The text of one of the model's files. */
  String text(String name) {
    return Blobs.text(file(name).getContent());
  }

  private WireFile file(String name) {
    WireFile file = files.get(name);
    if (file == null) {
      throw new InferenceException("no file \"" + name + "\" came, only " + files.keySet());
    }
    return file;
  }

  /** Loads a graph. */
  OrtWebSession session(String name) {
    return session(name, gpu, List.of());
  }

  /**
   * Loads a graph.
   *
   * @param onGpu whether WebGPU computes it
   * @param held outputs that may stay on the graphics card
   */
  OrtWebSession session(String name, boolean onGpu, List<String> held) {
    teller.progress(Phase.COMPILE, opened, graphs);
    clock.lap();
    double loaded = loading;
    GraphFile graph = graph(name);
    OrtWebSession session = OrtWebSession.create(graph.bytes(), graph, onGpu, held);
    compiling += clock.lap() - (loading - loaded);
    opened++;
    return session;
  }

  /** Loads a graph of this name anew, as it is to be run. */
  OrtWebSession session(String name, Uint8Array model) {
    return OrtWebSession.create(model, graph(name), gpu, List.of());
  }

  private void read(double bytes, double milliseconds) {
    read += bytes;
    loading += milliseconds / MILLISECONDS;
    if (read - told >= STEP || read >= total) {
      told = read;
      teller.progress(Phase.LOAD, Math.min(read, total), total);
    }
  }

  /** Begins the first runs. */
  void warmUp() {
    teller.progress(Phase.WARM_UP, 0, 0);
    clock.lap();
  }

  /** Ends them: the answer that the model is open. */
  Message checked(List<SelfCheckResult> results, Reference reference) {
    Message answer = Message.of(Message.OPEN);
    double worst = 0;
    for (SelfCheckResult result : results) {
      // What is no number is the worst of all.
      worst = Double.isNaN(result.deviation()) ? Double.NaN : Math.max(worst, result.deviation());
    }
    answer.setDeviation(worst);
    answer.setTolerance(reference.tolerance());
    answer.setChecks(results.size());
    answer.setSeconds(WireSeconds.of(loading, compiling, clock.lap()));
    return answer;
  }

  @JSBody(
      params = {"blob"},
      script = "return blob.size;")
  private static native double size(JSObject blob);
}
