package mirador.models.hub;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import mirador.models.folder.ModelFolderException;
import mirador.models.folder.Sha256;

/**
 * Fetches a file into {@code NAME.part} and gives it its name at the end. What a cut left there is
 * gone on with by a Range, if the server still has the same file (its ETag is kept in {@code
 * NAME.tag}); a server without Range sends it all again.
 */
final class Download {
  /** Is told how far a file is. */
  interface Progress {
    /**
     * Some more of a file is there.
     *
     * @param total the file's size, or -1 where the server does not tell
     */
    void at(long bytes, long total);
  }

  private static final int TRIES = 4;
  private static final int OK = 200;
  private static final int PARTIAL = 206;
  private static final int NOTHING_LEFT = 416;

  private final HttpClient client;
  private final URI address;
  private final Path target;
  private final Path part;
  private final Path tag;
  private final Duration patience;
  private final Progress progress;

  private Download(
      HttpClient client, URI address, Path target, Duration patience, Progress progress) {
    this.client = client;
    this.patience = patience;
    this.address = address;
    this.target = target;
    this.part = target.resolveSibling(target.getFileName() + ".part");
    this.tag = target.resolveSibling(target.getFileName() + ".tag");
    this.progress = progress;
  }

  static HttpClient client() {
    return HttpClient.newBuilder()
        .followRedirects(HttpClient.Redirect.NORMAL)
        .connectTimeout(Duration.ofSeconds(20))
        .build();
  }

  /**
   * Fetches a file unless it is there.
   *
   * @param patience how long a server may send nothing before the connection is given up
   * @return the file's SHA-256
   * @throws ModelFolderException when the address cannot be reached, does not have the file or
   *     sends another one; names the address
   */
  static String fetch(
      HttpClient client, URI address, Path target, Duration patience, Progress progress)
      throws IOException {
    if (Files.isRegularFile(target)) {
      progress.at(Files.size(target), Files.size(target));
      return hash(target);
    }
    Files.createDirectories(target.toAbsolutePath().getParent());
    return new Download(client, address, target, patience, progress).run();
  }

  private String run() throws IOException {
    for (int attempt = 1; ; attempt++) {
      long before = size();
      try {
        return attempt();
      } catch (ModelFolderException told) {
        throw told;
      } catch (IOException failure) {
        // A transfer that gets on, however often it is cut, is gone on with.
        boolean moved = size() > before;
        if (failure instanceof InterruptedIOException || (attempt >= TRIES && !moved)) {
          throw new ModelFolderException(
              "cannot fetch "
                  + address
                  + " ("
                  + reason(failure)
                  + "); is the address blocked here? Try again, or give another server with"
                  + " --mirror. What has come is kept.",
              failure);
        }
      }
    }
  }

  private static String reason(IOException failure) {
    String name = failure.getClass().getSimpleName();
    return failure.getMessage() == null ? name : name + ": " + failure.getMessage();
  }

  private String attempt() throws IOException {
    long there = size();
    HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(patience).GET();
    if (there > 0 && Files.isRegularFile(tag)) {
      request.header("Range", "bytes=" + there + "-");
      request.header("If-Range", Files.readString(tag));
    } else {
      there = 0;
    }
    HttpResponse<InputStream> response = send(request.build());
    try (InputStream body = response.body()) {
      switch (response.statusCode()) {
        case OK -> receive(body, response.headers(), 0);
        case PARTIAL -> receive(body, response.headers(), resumed(response, there));
        case NOTHING_LEFT -> {
          if (!endsAt(response, there)) {
            Files.deleteIfExists(part);
            throw new IOException("the file has changed on the server");
          }
        }
        default ->
            throw new ModelFolderException(
                address
                    + " answered "
                    + response.statusCode()
                    + (response.uri().equals(address) ? "" : " (by way of " + response.uri() + ")")
                    + "; check the address, or give another server with --mirror");
      }
    }
    return finish(response);
  }

  private HttpResponse<InputStream> send(HttpRequest request) throws IOException {
    try {
      return client.send(request, BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      InterruptedIOException stopped = new InterruptedIOException("stopped");
      stopped.initCause(e);
      throw stopped;
    }
  }

  private void receive(InputStream body, HttpHeaders headers, long from) throws IOException {
    Optional<String> mark = headers.firstValue("ETag").filter(value -> value.startsWith("\""));
    if (mark.isPresent()) {
      Files.writeString(tag, mark.get());
    } else {
      Files.deleteIfExists(tag);
    }
    long length = headers.firstValueAsLong("Content-Length").orElse(-1);
    long total = length < 0 ? -1 : from + length;
    long done = from;
    byte[] buffer = new byte[1 << 16];
    try (StallGuard guard = new StallGuard(body, patience);
        OutputStream out =
            Files.newOutputStream(
                part,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                from == 0 ? StandardOpenOption.TRUNCATE_EXISTING : StandardOpenOption.APPEND)) {
      for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
        guard.moved();
        out.write(buffer, 0, count);
        done += count;
        progress.at(done, total);
      }
      guard.check();
    }
    if (total >= 0 && done != total) {
      throw new IOException("cut after " + done + " of " + total + " bytes");
    }
  }

  /** Where a partial answer begins; it must be where the part ends. */
  private static long resumed(HttpResponse<?> response, long there) throws IOException {
    String range = response.headers().firstValue("Content-Range").orElse("");
    if (!range.startsWith("bytes " + there + "-")) {
      throw new ModelFolderException(
          response.uri() + " sent \"" + range + "\" where bytes from " + there + " on were asked");
    }
    return there;
  }

  private static boolean endsAt(HttpResponse<?> response, long there) {
    return response.headers().firstValue("Content-Range").orElse("").equals("bytes */" + there);
  }

  private String finish(HttpResponse<InputStream> response) throws IOException {
    String found = hash(part);
    Optional<String> told = toldHash(response);
    if (told.isPresent() && !told.get().equals(found)) {
      Files.delete(part);
      throw new ModelFolderException(
          address + " sent a file of the SHA-256 " + found + ", not " + told.get() + "; try again");
    }
    Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    Files.deleteIfExists(tag);
    return found;
  }

  /** The hub tells the SHA-256 of large files where it sends one on to its storage. */
  private static Optional<String> toldHash(HttpResponse<InputStream> response) {
    Optional<HttpResponse<InputStream>> step = Optional.of(response);
    while (step.isPresent()) {
      Optional<String> hash =
          step.get()
              .headers()
              .firstValue("X-Linked-Etag")
              .map(value -> value.replace("\"", ""))
              .filter(value -> value.matches("[0-9a-f]{64}"));
      if (hash.isPresent()) {
        return hash;
      }
      step = step.get().previousResponse();
    }
    return Optional.empty();
  }

  private long size() throws IOException {
    return Files.isRegularFile(part) ? Files.size(part) : 0;
  }

  private static String hash(Path file) throws IOException {
    Sha256 hash = new Sha256();
    byte[] buffer = new byte[1 << 20];
    try (InputStream in = Files.newInputStream(file)) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        hash.add(buffer, 0, count);
      }
    }
    return hash.hex();
  }
}
