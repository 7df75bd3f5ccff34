package mirador.web.store;

import java.util.List;
import java.util.function.Consumer;
import mirador.concepts.inference.DownloadPlan;
import mirador.concepts.inference.DownloadPlan.Piece;
import mirador.concepts.text.Messages;
import mirador.web.course.CourseData;
import mirador.web.dom.Json;
import org.teavm.jso.JSObject;
import org.teavm.jso.file.Blob;

/**
 * A folder, or single files, that the learner picked: a model folder with its manifest, a folder of
 * such folders, or the files as the public hub has them.
 */
final class FolderSource implements Source {
  private static final String MANIFEST = "manifest.json";

  /** Of a larger model no second copy is made: it is used where it lies. */
  private static final long LARGEST_COPY = 1_000_000_000;

  private final String wanted;
  private final Browser.Given given;
  private final List<JSObject> known;

  /** The folder's own path in what was picked, "" or ending in a slash. */
  private String base = "";

  private boolean listed;

  /**
   * A picked folder.
   *
   * @param wanted name of the model that is looked for; it is taken where several lie there
   * @param known manifests of models that are recognised by their files' names
   */
  FolderSource(String wanted, Browser.Given given, List<JSObject> known) {
    this.wanted = wanted;
    this.given = given;
    this.known = known;
  }

  @Override
  public String title() {
    return messages().get("store.folder");
  }

  @Override
  public boolean keeps(long bytes, double free) {
    return bytes <= LARGEST_COPY && bytes <= free;
  }

  @Override
  public boolean staysInPlace() {
    return true;
  }

  @Override
  public boolean listed() {
    return listed;
  }

  @Override
  public void manifest(Consumer<JSObject> done, Consumer<Failure> failed) {
    int named = shallowest(wanted + "/" + MANIFEST);
    int at = named >= 0 ? named : shallowest(MANIFEST);
    if (at >= 0) {
      String path = given.paths().get(at);
      base = path.substring(0, path.length() - MANIFEST.length());
      readManifest(path, given.files().get(at), done, failed);
      return;
    }
    for (JSObject manifest : known) {
      if (hasAll(manifest)) {
        listed = true;
        done.accept(manifest);
        return;
      }
    }
    failed.accept(new Failure(messages().get("store.folder.none", given.paths().size()), false));
  }

  private static void readManifest(
      String path, Blob file, Consumer<JSObject> done, Consumer<Failure> failed) {
    Runnable unreadable =
        () ->
            failed.accept(
                new Failure(
                    messages().get("store.manifest", path, messages().get("store.no-json")),
                    false));
    Browser.text(
        file,
        text -> {
          JSObject manifest = Json.parse(text);
          if (ManifestJson.isObject(manifest)) {
            done.accept(manifest);
          } else {
            unreadable.run();
          }
        },
        unreadable);
  }

  /** Where the file of this path lies that has the fewest folders above it; -1 for none. */
  private int shallowest(String path) {
    int best = -1;
    for (int i = 0; i < given.paths().size(); i++) {
      String one = given.paths().get(i);
      boolean named = one.equals(path) || one.endsWith("/" + path);
      if (named && (best < 0 || one.length() < given.paths().get(best).length())) {
        best = i;
      }
    }
    return best;
  }

  private boolean hasAll(JSObject manifest) {
    for (DownloadPlan.Offered file : ManifestJson.files(manifest)) {
      Blob found = file(file.path());
      if (found == null || Browser.size(found) != file.bytes()) {
        return false;
      }
    }
    return true;
  }

  /** The file of this path in the folder, else one of its name anywhere, else null. */
  private Blob file(String path) {
    int exact = given.paths().indexOf(base + path);
    int at = exact >= 0 ? exact : shallowest(path);
    if (at < 0) {
      at = shallowest(path.substring(path.lastIndexOf('/') + 1));
    }
    return at < 0 ? null : given.files().get(at);
  }

  @Override
  public void piece(Piece piece, Taker taker) {
    // On a disk a split file may lie whole or in shards.
    Blob whole = file(piece.file());
    Blob shard = piece.shard().isEmpty() ? null : file(piece.shard());
    Blob found;
    if (whole != null && Browser.size(whole) >= piece.from() + piece.bytes()) {
      double from = (double) piece.from();
      found = Browser.slice(whole, from, from + piece.bytes());
    } else if (shard != null && Browser.size(shard) == piece.bytes()) {
      found = shard;
    } else if (whole != null || shard != null) {
      taker.failed(new Failure(messages().get("store.folder.short", piece.file()), false));
      return;
    } else {
      taker.failed(new Failure(messages().get("store.folder.missing", piece.file()), false));
      return;
    }
    taker.came(piece.bytes());
    taker.done(found);
  }

  @Override
  public void stop() {
    // Nothing is under way: a picked file is there at once.
  }

  private static Messages messages() {
    return CourseData.messages();
  }
}
