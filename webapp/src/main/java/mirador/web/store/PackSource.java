package mirador.web.store;

import java.util.function.Consumer;
import mirador.concepts.inference.DownloadPlan.Piece;
import mirador.web.course.CourseData;
import org.teavm.jso.JSObject;

/**
 * Scripts in {@code models/NAME/} beside the page: the only files that a page from a disk may read.
 * Each holds a piece as base64.
 */
final class PackSource implements Source {
  private final String model;
  private final String address;
  private int asked;

  PackSource(String model) {
    this.model = model;
    this.address = CourseData.root() + "models/" + Browser.encoded(model) + "/";
  }

  @Override
  public String title() {
    return CourseData.messages().get("store.packs");
  }

  @Override
  public boolean keeps(long bytes, double free) {
    return false;
  }

  @Override
  public boolean staysInPlace() {
    return false;
  }

  @Override
  public boolean listed() {
    return false;
  }

  @Override
  public void manifest(Consumer<JSObject> done, Consumer<Failure> failed) {
    Browser.packManifest(
        address + "manifest.js",
        done,
        () ->
            failed.accept(
                new Failure(CourseData.messages().get("store.packs.none", model), false)));
  }

  @Override
  public void piece(Piece piece, Taker taker) {
    int request = ++asked;
    String script = address + Browser.encoded(piece.shard()) + ".js";
    Runnable unreadable =
        () -> {
          if (request == asked) {
            taker.failed(
                new Failure(CourseData.messages().get("store.packs.unreadable", script), false));
          }
        };
    Browser.packShard(
        script,
        piece.file(),
        piece.index(),
        blob -> {
          if (blob == null) {
            unreadable.run();
          } else if (request == asked) {
            taker.came(piece.bytes());
            taker.done(blob);
          }
        },
        unreadable);
  }

  @Override
  public void stop() {
    asked++;
  }
}
