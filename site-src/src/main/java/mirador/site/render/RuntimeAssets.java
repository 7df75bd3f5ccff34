package mirador.site.render;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import mirador.site.cells.PythonParts;
import mirador.site.scan.CourseFolder;

/**
 * What runs a real model in the page: the worker's script and ONNX Runtime Web, in three builds for
 * what a browser can do. By http the files are used as they are; for file://, where a page may
 * fetch nothing, each build is packed, compressed and cut into classic scripts.
 */
final class RuntimeAssets {
  /** Where the builds lie in the site; nothing of it is kept for offline use before it was used. */
  static final String FOLDER = "assets/ort/";

  /** The worker's script; kept with the course, since small trainings need no runtime. */
  private static final String WORKER = "assets/worker.js";

  /** The worker of code cells; nothing of it is loaded or kept before a learner runs a program. */
  static final String PYTHON = "assets/python.js";

  /** The editor of code cells; without it they have a plain text area. */
  static final String EDITOR = "assets/editor.js";

  private static final List<Build> BUILDS =
      List.of(
          new Build("jspi", "ort.jspi.min.js", "ort-wasm-simd-threaded.jspi"),
          new Build("webgpu", "ort.webgpu.min.js", "ort-wasm-simd-threaded.asyncify"),
          new Build("wasm", "ort.wasm.min.js", "ort-wasm-simd-threaded"));

  /** Bytes of a pack in one script: divisible by 3, so that only the last one ends in padding. */
  private static final int CHUNK = 3 << 20;

  private record Build(String name, String script, String module) {}

  private final CourseFolder folder;
  private final List<Asset> assets = new ArrayList<>();
  private final Map<String, Object> addresses = new LinkedHashMap<>();

  private RuntimeAssets(CourseFolder folder) {
    this.folder = folder;
  }

  /**
   * Reads and packs.
   *
   * @throws IOException when a file cannot be read
   */
  static RuntimeAssets of(CourseFolder folder) throws IOException {
    RuntimeAssets runtime = new RuntimeAssets(folder);
    runtime.worker();
    runtime.addresses.put("python", runtime.add(new Asset(PYTHON, PythonParts.worker(folder))));
    byte[] editor = folder.editorBundle().run(Files.readAllBytes(folder.editor()));
    runtime.addresses.put("editor", runtime.add(new Asset(EDITOR, editor)));
    Map<String, Object> builds = new LinkedHashMap<>();
    for (Build build : BUILDS) {
      builds.put(build.name(), runtime.build(build));
    }
    runtime.addresses.put("builds", builds);
    return runtime;
  }

  List<Asset> assets() {
    return assets;
  }

  /** {@code window.mirador.runtime}: the address of everything. */
  Map<String, Object> addresses() {
    return addresses;
  }

  /**
   * The worker's script. On file:// a worker may not be started from an address: there the page
   * loads this script itself, which then only hands over its source.
   */
  private void worker() throws IOException {
    String compiled = Files.readString(folder.workerScript());
    Asset worker =
        Asset.of(
            WORKER,
            "function miradorWorker(){"
                + compiled
                + "\nmain([]);}\nif(typeof document===\"undefined\")miradorWorker();\n");
    assets.add(worker);
    addresses.put("worker", worker.href());
  }

  private Map<String, Object> build(Build build) throws IOException {
    Path dist = folder.runtime();
    byte[] script = withoutMap(Files.readAllBytes(dist.resolve(build.script())));
    byte[] module = Files.readAllBytes(dist.resolve(build.module() + ".mjs"));
    byte[] wasm = Files.readAllBytes(dist.resolve(build.module() + ".wasm"));
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("script", add(new Asset(FOLDER + build.script(), script)));
    // Not .mjs: not every server, and not every learning platform, knows that for a script.
    entry.put("module", add(new Asset(FOLDER + build.module() + ".js", module)));
    entry.put("wasm", add(new Asset(FOLDER + build.module() + ".wasm", wasm)));
    entry.put("sizes", List.of(script.length, module.length, wasm.length));
    entry.put("packs", packs(build.name(), packed(script, module, wasm)));
    return entry;
  }

  private String add(Asset asset) {
    assets.add(asset);
    return asset.href();
  }

  /** Without the last line that leads to a source map, which the site does not have. */
  private static byte[] withoutMap(byte[] script) {
    return new String(script, StandardCharsets.UTF_8)
        .replaceFirst("(?m)^//# sourceMappingURL=.*\\n?\\z", "")
        .getBytes(StandardCharsets.UTF_8);
  }

  private List<String> packs(String name, byte[] packed) {
    List<String> addresses = new ArrayList<>();
    for (int from = 0; from < packed.length; from += CHUNK) {
      byte[] chunk = Arrays.copyOfRange(packed, from, Math.min(packed.length, from + CHUNK));
      addresses.add(
          add(
              Asset.of(
                  FOLDER + "packs/" + name + "." + addresses.size() + ".js",
                  "(window.miradorRuntime=window.miradorRuntime||[]).push(\""
                      + Base64.getEncoder().encodeToString(chunk)
                      + "\");\n")));
    }
    return addresses;
  }

  /** The files one after the other, compressed; kept between builds, since it takes seconds. */
  private byte[] packed(byte[]... files) throws IOException {
    ByteArrayOutputStream together = new ByteArrayOutputStream();
    for (byte[] file : files) {
      together.writeBytes(file);
    }
    byte[] content = together.toByteArray();
    Path kept = folder.runtimePacks().resolve(Asset.hash(content) + ".gz");
    if (Files.isRegularFile(kept)) {
      return Files.readAllBytes(kept);
    }
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(content);
    }
    // Under another name until it is whole: two builds may write at the same time.
    Files.createDirectories(folder.runtimePacks());
    Path part = Files.createTempFile(folder.runtimePacks(), "pack", ".part");
    Files.write(part, packed.toByteArray());
    Files.move(part, kept, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    return packed.toByteArray();
  }
}
