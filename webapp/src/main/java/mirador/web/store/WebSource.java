package mirador.web.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import mirador.concepts.inference.DownloadPlan.Piece;
import mirador.web.course.CourseData;
import mirador.web.dom.Json;
import mirador.web.dom.OfflineFiles;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSString;
import org.teavm.jso.file.Blob;
import org.teavm.jso.typedarrays.Uint8Array;

/**
 * A server. A shard is a file of its own; a piece of a whole file is asked for as a range, and
 * where the server does not know ranges, it is cut out of the whole file as that streams by, which
 * waits while a piece is verified and kept.
 */
final class WebSource implements Source, Browser.Reader {
  private static final int PARTIAL_CONTENT = 206;

  /** Bytes that are put into a blob at once, 1 MiB. */
  private static final int PART = 1 << 20;

  private final String address;
  private final String host;
  private final String model;

  /** What the hub's files are; null when the server has a manifest. */
  private final JSObject listing;

  /** Of a model that is a part of the course, what it is asked for by; "" of others. */
  private final String query;

  private Browser.Stream stream;
  private Piece piece;
  private Taker taker;
  private List<Blob> parts;
  private JSArray<Uint8Array> chunks;
  private int loose;
  private long had;

  /** The file that the stream brings whole, or "" when it brings just the piece. */
  private String streamed = "";

  /** How far in its file the stream is. */
  private long at;

  /** What came with the end of a piece but belongs to the next. */
  private Uint8Array rest;

  private boolean ranges = true;
  private boolean ranged;

  /**
   * A server.
   *
   * @param address of the model's folder, ending in a slash
   * @param host as learners read it
   * @param listing of a server that has no manifest, or null
   */
  WebSource(String model, String address, String host, JSObject listing) {
    this(model, address, host, listing, "");
  }

  private WebSource(String model, String address, String host, JSObject listing, String query) {
    this.model = model;
    this.address = address;
    this.host = host;
    this.listing = listing;
    this.query = query;
  }

  /**
   * A part of the course: the service worker keeps it, like the pages, so the store need not.
   *
   * @param version of its files
   */
  static WebSource ofCourse(String model, String address, String host, String version) {
    return new WebSource(model, address, host, null, "?v=" + version);
  }

  @Override
  public String title() {
    return host;
  }

  @Override
  public boolean keeps(long bytes, double free) {
    return query.isEmpty();
  }

  @Override
  public boolean staysInPlace() {
    return false;
  }

  @Override
  public boolean listed() {
    return listing != null;
  }

  @Override
  public void manifest(Consumer<JSObject> done, Consumer<Failure> failed) {
    if (listing != null) {
      done.accept(listing);
      return;
    }
    String at = address + "manifest.json" + query;
    Browser.readText(
        at,
        text -> {
          JSObject manifest = Json.parse(text);
          if (ManifestJson.isObject(manifest)) {
            if (!query.isEmpty()) {
              keepOffline(at, manifest);
            }
            done.accept(manifest);
          } else {
            failed.accept(new Failure(say("store.manifest", at, say("store.no-json")), false));
          }
        },
        (kind, detail) -> failed.accept(failure(kind, detail, at)));
  }

  private void keepOffline(String at, JSObject manifest) {
    JSArray<JSString> addresses = new JSArray<>();
    addresses.push(JSString.valueOf(at));
    for (JSObject file : ManifestJson.items(manifest, "files")) {
      String path = Browser.encoded(ManifestJson.text(file, "path"));
      addresses.push(JSString.valueOf(address + path + query));
    }
    OfflineFiles.keep(addresses);
  }

  @Override
  public void piece(Piece piece, Taker taker) {
    this.piece = piece;
    this.taker = taker;
    parts = new ArrayList<>();
    chunks = new JSArray<>();
    loose = 0;
    had = 0;
    if (piece.shard().isEmpty() && streamed.equals(piece.file()) && at <= piece.from()) {
      if (carryOn()) {
        stream.go();
      }
      return;
    }
    stop();
    ask();
  }

  private void ask() {
    streamed = "";
    rest = null;
    at = piece.from();
    ranged = piece.shard().isEmpty() && ranges;
    String range = ranged ? "bytes=" + piece.from() + "-" + (piece.from() + piece.bytes() - 1) : "";
    stream = Browser.read(where(), range, this);
  }

  private String where() {
    return address + Browser.encoded(path()) + query;
  }

  private String path() {
    return piece.shard().isEmpty() ? piece.file() : piece.shard();
  }

  /** Takes what was left of the last chunk; answers whether more is needed. */
  private boolean carryOn() {
    Uint8Array left = rest;
    rest = null;
    return left == null || chunk(left);
  }

  @Override
  public void stop() {
    if (stream != null) {
      stream.stop();
      stream = null;
    }
    streamed = "";
  }

  @Override
  public boolean head(int status, double total, String etag) {
    if (piece.shard().isEmpty() && status != PARTIAL_CONTENT) {
      streamed = piece.file();
      at = 0;
    }
    return taker.begins(total, etag);
  }

  @Override
  public boolean chunk(Uint8Array bytes) {
    int length = bytes.getLength();
    int skipped = (int) Math.min(length, Math.max(0, piece.from() - at));
    int taken = (int) Math.min(length - skipped, piece.bytes() - had);
    if (taken > 0) {
      chunks.push(Browser.part(bytes, skipped, skipped + taken));
      had += taken;
      loose += taken;
      if (loose >= PART) {
        bind();
      }
    }
    at += skipped + taken;
    int left = length - skipped - taken;
    if (streamed.isEmpty()) {
      if (left > 0) {
        stop();
        taker.failed(new Failure(say("store.size", path(), host), false));
        return false;
      }
      taker.came(taken);
      return true;
    }
    taker.came(taken);
    if (had < piece.bytes()) {
      return true;
    }
    rest = left > 0 ? Browser.part(bytes, skipped + taken, length) : null;
    taker.done(whole());
    return false;
  }

  /** The browser copies what it makes a blob of, and a whole piece at once would hold the page. */
  private void bind() {
    parts.add(Browser.join(chunks));
    chunks = new JSArray<>();
    loose = 0;
  }

  private Blob whole() {
    bind();
    return Browser.joined(parts);
  }

  @Override
  public void end() {
    stream = null;
    if (had == piece.bytes()) {
      streamed = "";
      taker.done(whole());
    } else {
      failed("cut", "");
    }
  }

  @Override
  public void failed(String kind, String detail) {
    stream = null;
    streamed = "";
    if (ranged && kind.equals("unreachable")) {
      // Some servers refuse the question whether a page of another site may ask for ranges.
      ranges = false;
      ask();
      return;
    }
    taker.failed(failure(kind, detail, where()));
  }

  private Failure failure(String kind, String detail, String at) {
    return switch (kind) {
      case "status" -> new Failure(say("store.status", at, detail, model), false);
      case "cut" -> new Failure(say("store.cut", host, at), true);
      default -> new Failure(say("store.unreachable", at, host, model), true);
    };
  }

  private static String say(String key, Object... args) {
    return CourseData.messages().get(key, args);
  }
}
