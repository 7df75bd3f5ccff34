package mirador.site.cells;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mirador.site.node.KeptScript;
import mirador.site.scan.CourseFolder;

/** What a learner's Python is made of, as the scripts for Node take it. */
public final class PythonParts {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> FILES = List.of("np.py", "celda.py", "cuaderno.py");

  private PythonParts() {}

  /**
   * The script of the worker in which programs run: {@code function miradorPython(){…}}, which
   * starts itself in a worker.
   *
   * @throws IOException when a file cannot be read or Node cannot be run
   */
  public static byte[] worker(CourseFolder folder) throws IOException {
    KeptScript maker =
        new KeptScript(folder.pythonScript(), folder.pythonParts(), folder.pythonKept(), ".js");
    return maker.run(json(read(folder)));
  }

  /** The worker's own code, and the Python files by name. */
  static Map<String, Object> read(CourseFolder folder) throws IOException {
    Path python = folder.python();
    Map<String, String> files = new LinkedHashMap<>();
    for (String name : FILES) {
      files.put(name, Files.readString(python.resolve(name)));
    }
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("worker", Files.readString(python.resolve("worker.js")));
    parts.put("files", files);
    return parts;
  }

  static byte[] json(Object value) {
    try {
      return JSON.writeValueAsString(value).getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("maps of texts are always JSON", e);
    }
  }
}
