package mirador.site.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** One of the build's own scripts for Node: bytes in, bytes out. */
public record NodeScript(Path script) {
  /**
   * Runs the script with {@code input} as its standard input and gives what it writes.
   *
   * @throws IOException when Node is missing or the script fails
   */
  public byte[] run(byte[] input) throws IOException {
    Path file = Files.createTempFile("mirador-node", ".in");
    try {
      Files.write(file, input);
      Process node =
          new ProcessBuilder("node", script.toString())
              .redirectInput(file.toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      byte[] answer = node.getInputStream().readAllBytes();
      int status = node.waitFor();
      if (status != 0) {
        throw new IOException(
            "node "
                + script
                + " ended with "
                + status
                + ": "
                + new String(answer, StandardCharsets.UTF_8)
                + " (its reason stands above; when a package is missing, run npm ci in site-src)");
      }
      return answer;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for node " + script, e);
    } finally {
      Files.delete(file);
    }
  }
}
