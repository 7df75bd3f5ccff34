package mirador.web.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import mirador.concepts.inference.DownloadPlan;
import mirador.concepts.inference.DownloadPlan.Kept;
import mirador.web.course.CourseData;
import org.teavm.jso.file.Blob;

/** Puts the kept pieces of a file together; their bytes stay where the browser has them. */
final class Assembly {
  private final ModelKey key;
  private final PieceShelf shelf;

  Assembly(ModelKey key, PieceShelf shelf) {
    this.key = key;
    this.shelf = shelf;
  }

  /** Which pieces are hashed once more. */
  private enum Verify {
    NONE,
    /** Those that the browser keeps; the others were hashed since the page is open. */
    KEPT,
    ALL
  }

  /** A whole file, not verified anew. */
  void whole(DownloadPlan plan, String path, Consumer<Blob> done, Consumer<String> failed) {
    collect(plan, path, Verify.NONE, bytes -> {}, done, failed);
  }

  /**
   * A whole file of which every piece that the browser keeps has been hashed once more. A piece
   * that is no longer what it was when it came is removed, so that it is fetched again.
   *
   * @param passed gets the size of each piece that is in its place
   */
  void lent(
      DownloadPlan plan,
      String path,
      Consumer<Long> passed,
      Consumer<Blob> done,
      Consumer<String> failed) {
    collect(plan, path, Verify.KEPT, passed, done, failed);
  }

  /** As {@link #lent}, with every piece hashed. */
  void verified(DownloadPlan plan, String path, Consumer<Blob> done, Consumer<String> failed) {
    collect(plan, path, Verify.ALL, bytes -> {}, done, failed);
  }

  private void collect(
      DownloadPlan plan,
      String path,
      Verify verify,
      Consumer<Long> passed,
      Consumer<Blob> done,
      Consumer<String> failed) {
    shelf.pieces(
        key,
        kept -> {
          List<Kept> present = plan.present(kept);
          List<Kept> pieces = new ArrayList<>();
          for (int i = 0; i < present.size(); i++) {
            if (plan.pieces().get(i).file().equals(path)) {
              pieces.add(present.get(i));
            }
          }
          new Collecting(path, pieces, verify, passed, done, failed).next();
        });
  }

  /** One way through a file's pieces. */
  private final class Collecting {
    private final String path;
    private final List<Kept> pieces;
    private final Verify verify;
    private final Consumer<Long> passed;
    private final Consumer<Blob> done;
    private final Consumer<String> failed;
    private final List<Blob> blobs = new ArrayList<>();

    Collecting(
        String path,
        List<Kept> pieces,
        Verify verify,
        Consumer<Long> passed,
        Consumer<Blob> done,
        Consumer<String> failed) {
      this.path = path;
      this.pieces = pieces;
      this.verify = verify;
      this.passed = passed;
      this.done = done;
      this.failed = failed;
    }

    void next() {
      if (blobs.size() == pieces.size()) {
        done.accept(Browser.joined(blobs));
        return;
      }
      Kept kept = pieces.get(blobs.size());
      if (kept == null) {
        failed.accept(say("store.lost", part()));
        return;
      }
      String name = key.folder() + kept.name();
      boolean hashed = verify == Verify.ALL || (verify == Verify.KEPT && !shelf.inMemory(name));
      shelf.get(name, blob -> take(name, kept, blob, hashed));
    }

    private void take(String name, Kept kept, Blob blob, boolean hashed) {
      if (blob == null) {
        damaged(name);
      } else if (!hashed) {
        add(kept, blob);
      } else {
        Browser.sha256(
            blob,
            hash -> {
              if (hash.equals(kept.sha256())) {
                add(kept, blob);
              } else {
                damaged(name);
              }
            },
            () -> damaged(name));
      }
    }

    private void add(Kept kept, Blob blob) {
      blobs.add(blob);
      passed.accept(kept.bytes());
      next();
    }

    private void damaged(String name) {
      String sentence = say("store.spoilt", part());
      shelf.remove(name, () -> failed.accept(sentence));
    }

    /** Which part of the file is next, for learners. */
    private String part() {
      return say("store.part", blobs.size() + 1, pieces.size(), path);
    }
  }

  private static String say(String sentence, Object... args) {
    return CourseData.messages().get(sentence, args);
  }
}
