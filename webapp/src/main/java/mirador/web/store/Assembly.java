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

  /** A whole file, not verified anew. */
  void whole(DownloadPlan plan, String path, Consumer<Blob> done, Consumer<String> failed) {
    collect(plan, path, false, done, failed);
  }

  /**
   * A whole file of which every piece has been hashed once more. A piece that is no longer what it
   * was when it came is removed, so that it is fetched again.
   */
  void verified(DownloadPlan plan, String path, Consumer<Blob> done, Consumer<String> failed) {
    collect(plan, path, true, done, failed);
  }

  private void collect(
      DownloadPlan plan,
      String path,
      boolean verify,
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
          next(path, pieces, new ArrayList<>(), verify, done, failed);
        });
  }

  private void next(
      String path,
      List<Kept> pieces,
      List<Blob> blobs,
      boolean verify,
      Consumer<Blob> done,
      Consumer<String> failed) {
    if (blobs.size() == pieces.size()) {
      done.accept(Browser.joined(blobs));
      return;
    }
    Kept kept = pieces.get(blobs.size());
    String part = say("store.part", blobs.size() + 1, pieces.size(), path);
    if (kept == null) {
      failed.accept(say("store.lost", part));
      return;
    }
    String name = key.folder() + kept.name();
    Runnable damaged = () -> shelf.remove(name, () -> failed.accept(say("store.spoilt", part)));
    shelf.get(
        name,
        blob -> {
          if (blob == null) {
            damaged.run();
          } else if (!verify) {
            blobs.add(blob);
            next(path, pieces, blobs, false, done, failed);
          } else {
            Browser.sha256(
                blob,
                hash -> {
                  if (hash.equals(kept.sha256())) {
                    blobs.add(blob);
                    next(path, pieces, blobs, true, done, failed);
                  } else {
                    damaged.run();
                  }
                },
                damaged);
          }
        });
  }

  private static String say(String sentence, Object... args) {
    return CourseData.messages().get(sentence, args);
  }
}
