package mirador.web.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mirador.concepts.inference.DownloadPlan;
import mirador.concepts.inference.DownloadPlan.Kept;
import mirador.concepts.inference.DownloadPlan.Offered;
import mirador.concepts.inference.DownloadPlan.Piece;
import mirador.web.course.CourseData;
import org.teavm.jso.browser.Window;
import org.teavm.jso.file.Blob;

/**
 * Brings the pieces of one model that are still missing, one after the other: fetch, verify, keep.
 * A piece that comes damaged or cut is asked for once more by itself.
 */
final class Download implements Source.Taker {
  /** Milliseconds that a browser gets to free memory, the first time. */
  private static final int PAUSE = 1500;

  private static final int MOST_TRIES = 2;

  /** So often in a row a piece may be there and not be readable. */
  private static final int MOST_UNREAD = 4;

  private final ModelKey key;
  private final Source source;
  private final KeptRecord record;
  private final PieceShelf shelf;
  private final Listener listener;
  private final List<Offered> files;
  private final DownloadPlan plan;
  private final Deque<Piece> missing = new ArrayDeque<>();
  private final Set<String> wholeAsked = new HashSet<>();
  private long done;
  private long came;
  private int tries;
  private int unread;
  private boolean over;
  private boolean persistent;

  /** Hears how a download gets on. */
  interface Listener {
    void progress(long done, long total);

    /** Something to know that does not stop it. */
    void note(String sentence);

    /** All is here and verified. */
    void finished();

    void failed(String sentence);
  }

  /**
   * A download.
   *
   * @param keeps whether pieces are put into the browser's storage; else they are held as long as
   *     the page is open
   */
  Download(
      ModelKey key,
      Source source,
      boolean keeps,
      KeptRecord record,
      PieceShelf shelf,
      Listener listener) {
    this.key = key;
    this.source = source;
    this.record = record;
    this.shelf = shelf;
    this.listener = listener;
    this.files = ManifestJson.files(record.getManifest());
    this.plan = DownloadPlan.of(files);
    this.persistent = keeps;
  }

  ModelKey key() {
    return key;
  }

  void start() {
    shelf.pieces(
        key,
        kept -> {
          if (over) {
            return;
          }
          missing.addAll(plan.missing(kept));
          count();
          dropOthers(kept, plan.present(kept));
        });
  }

  /** What an older version of the model left under this name. */
  private void dropOthers(List<Kept> kept, List<Kept> present) {
    List<String> others = new ArrayList<>();
    for (Kept one : kept) {
      if (!present.contains(one)) {
        others.add(key.folder() + one.name());
      }
    }
    shelf.removeAll(others, () -> writeRecord(this::next));
  }

  /** Ends it; what has come stays. */
  void cancel() {
    over = true;
    source.stop();
  }

  private void next() {
    if (over) {
      return;
    }
    came = 0;
    listener.progress(done, plan.total());
    Piece piece = missing.peek();
    if (piece == null) {
      checkWhole(new ArrayDeque<>(files), new HashMap<>());
    } else {
      source.piece(piece, this);
    }
  }

  @Override
  public boolean begins(double total, String tag) {
    String path = missing.element().file();
    Offered file = offered(path);
    boolean wholeAnswer = missing.element().shard().isEmpty();
    if (wholeAnswer && total >= 0 && total != file.bytes()) {
      fail(say("store.size", path, source.title()));
      return false;
    }
    if (!file.sha256().isEmpty() || tag.isEmpty()) {
      return true;
    }
    // Nothing but its tag tells whether this is still the file whose first pieces are kept.
    String before = record.tag(path);
    record.tag(path, tag);
    if (before.isEmpty() || before.equals(tag)) {
      if (before.isEmpty()) {
        writeRecord(() -> {});
      }
      return true;
    }
    source.stop();
    listener.note(say("store.changed", path, source.title()));
    startAnew(path);
    return false;
  }

  @Override
  public void came(long bytes) {
    came += bytes;
    listener.progress(done + came, plan.total());
  }

  @Override
  public void failed(Failure failure) {
    if (over) {
      return;
    }
    tries++;
    if (failure.passing() && tries < MOST_TRIES) {
      next();
    } else {
      fail(failure.sentence());
    }
  }

  @Override
  public void done(Blob blob) {
    if (over) {
      return;
    }
    Piece piece = missing.element();
    if ((long) Browser.size(blob) != piece.bytes()) {
      fail(say("store.size", piece.file(), source.title()));
      return;
    }
    Browser.sha256(blob, hash -> verified(piece, blob, hash), () -> unread(piece));
  }

  /**
   * A browser that is short of memory for blobs cannot read one that it has just made. A moment
   * later it has freed those of earlier pieces, and the piece is brought once more.
   */
  private void unread(Piece piece) {
    unread++;
    if (unread < MOST_UNREAD) {
      Window.setTimeout(this::next, PAUSE * unread);
    } else if (!over) {
      fail(say("store.unread", piece.file()));
    }
  }

  private void verified(Piece piece, Blob blob, String hash) {
    if (over) {
      return;
    }
    if (!piece.sha256().isEmpty() && !piece.sha256().equals(hash)) {
      tries++;
      if (tries < MOST_TRIES) {
        listener.note(say("store.damaged", name(piece), source.title()));
        next();
      } else {
        fail(say("store.damaged.twice", name(piece), source.title()));
      }
      return;
    }
    tries = 0;
    unread = 0;
    keep(
        key.folder() + Kept.name(piece, hash),
        blob,
        () -> {
          if (!over) {
            done += piece.bytes();
            missing.remove();
            next();
          }
        });
  }

  /** Which part of which file, for learners. */
  private String name(Piece piece) {
    int parts = plan.of(piece.file()).size();
    return parts == 1 ? piece.file() : say("store.part", piece.index() + 1, parts, piece.file());
  }

  private void keep(String name, Blob blob, Runnable then) {
    if (!persistent) {
      shelf.hold(name, blob);
      then.run();
      return;
    }
    shelf.put(
        name,
        blob,
        why -> {
          if (!why.isEmpty()) {
            // The next pieces would not fit either; asking each time would only take time.
            persistent = false;
            listener.note(say("store." + why));
          }
          then.run();
        });
  }

  /**
   * Verifies files that came as ranges, whose pieces had no hash of their own, and learns hashes
   * that the source did not tell.
   */
  private void checkWhole(Deque<Offered> left, Map<String, String> learnt) {
    if (over) {
      return;
    }
    Offered file = left.poll();
    if (file == null) {
      learnt.forEach((path, hash) -> ManifestJson.learn(record.getManifest(), path, hash));
      record.setComplete(true);
      record.setChecked(Browser.now());
      writeRecord(
          () -> {
            over = true;
            listener.finished();
          });
      return;
    }
    List<Piece> pieces = plan.of(file.path());
    boolean checked = !file.sha256().isEmpty() && !pieces.get(0).sha256().isEmpty();
    if (checked) {
      checkWhole(left, learnt);
      return;
    }
    new Assembly(key, shelf)
        .whole(
            plan,
            file.path(),
            blob ->
                Browser.sha256(
                    blob,
                    hash -> {
                      if (file.sha256().isEmpty() || file.sha256().equals(hash)) {
                        learnt.put(file.path(), hash);
                        checkWhole(left, learnt);
                      } else {
                        wrongWhole(file.path());
                      }
                    },
                    () -> fail(say("store.unread", file.path()))),
            this::fail);
  }

  private void wrongWhole(String path) {
    if (over) {
      return;
    }
    if (wholeAsked.add(path)) {
      listener.note(say("store.damaged", path, source.title()));
      startAnew(path);
    } else {
      over = true;
      dropPieces(path, () -> listener.failed(say("store.damaged.twice", path, source.title())));
    }
  }

  /** Forgets a file's pieces and fetches them again. */
  private void startAnew(String path) {
    dropPieces(
        path,
        () -> {
          if (over) {
            return;
          }
          List<Piece> rest = new ArrayList<>(plan.of(path));
          for (Piece piece : missing) {
            if (!piece.file().equals(path)) {
              rest.add(piece);
            }
          }
          missing.clear();
          missing.addAll(rest);
          count();
          next();
        });
  }

  /** All that is not missing is done. */
  private void count() {
    done = plan.total();
    for (Piece piece : missing) {
      done -= piece.bytes();
    }
  }

  private void dropPieces(String path, Runnable then) {
    shelf.pieces(
        key,
        kept -> {
          List<String> names = new ArrayList<>();
          for (Kept one : kept) {
            if (one.file().equals(path)) {
              names.add(key.folder() + one.name());
            }
          }
          shelf.removeAll(names, then);
        });
  }

  private void writeRecord(Runnable then) {
    keep(key.record(), Browser.textBlob(ManifestJson.write(record)), then);
  }

  private void fail(String sentence) {
    if (!over) {
      over = true;
      source.stop();
      listener.failed(sentence);
    }
  }

  private Offered offered(String path) {
    for (Offered file : files) {
      if (file.path().equals(path)) {
        return file;
      }
    }
    throw new IllegalArgumentException("no file " + path + " in the plan");
  }

  private static String say(String sentence, Object... args) {
    return CourseData.messages().get(sentence, args);
  }
}
