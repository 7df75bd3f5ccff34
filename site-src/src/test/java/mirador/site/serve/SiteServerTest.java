package mirador.site.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteServerTest {
  @TempDir Path folder;

  @Test
  void typesTagsAndPacking() throws Exception {
    Map<String, String> types =
        Map.of(
            "index.html", "text/html",
            "a.js", "text/javascript",
            "a.mjs", "text/javascript",
            "a.wasm", "application/wasm",
            "a.woff2", "font/woff2",
            "manifest.webmanifest", "application/manifest+json");
    for (String name : types.keySet()) {
      Files.writeString(folder.resolve(name), "x".repeat(5000));
    }
    try (SiteServer server = SiteServer.start(folder, 0)) {
      for (Map.Entry<String, String> type : types.entrySet()) {
        HttpResponse<byte[]> response = get(server, type.getKey());
        assertEquals(200, response.statusCode());
        String said = response.headers().firstValue("content-type").orElse("");
        assertTrue(said.startsWith(type.getValue()), type.getKey() + " is " + said);
        assertTrue(response.headers().firstValue("etag").isPresent(), type.getKey());
      }
      HttpResponse<byte[]> page = get(server, "index.html");
      assertEquals("gzip", page.headers().firstValue("content-encoding").orElse(""));
      assertEquals(200, get(server, "").statusCode());
      assertEquals(404, get(server, "none.html").statusCode());
    }
  }

  private static HttpResponse<byte[]> get(SiteServer server, String path)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.address() + path))
            .header("Accept-Encoding", "gzip")
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
  }

  @Test
  void aTakenPortIsNamed() throws IOException {
    try (SiteServer first = SiteServer.start(folder, 0)) {
      int port = URI.create(first.address()).getPort();
      IOException e =
          assertThrows(
              SiteServer.PortTakenException.class, () -> SiteServer.start(folder, port).close());
      assertTrue(e.getMessage().contains("port " + port + " is taken"), e.getMessage());
      assertTrue(e.getMessage().contains("--port"), e.getMessage());
    }
  }
}
