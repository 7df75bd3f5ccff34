package mirador.web.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import mirador.concepts.inference.DownloadPlan;
import mirador.concepts.inference.ModelManifest;
import mirador.concepts.inference.ModelOffer;
import mirador.web.course.CourseData;
import mirador.web.store.ModelState.Phase;
import org.teavm.jso.JSObject;

/**
 * The models of this browser: which are here, and how each is getting on. One for the page; states
 * are by the name under which the course offers a model, whatever variant of it is at hand.
 */
public final class ModelStore {
  private static final int PARTS = 1000;

  private static final ModelStore SHARED = new ModelStore();

  private final PieceShelf shelf = new PieceShelf();
  private final List<ModelOffer> offers = Offers.all();
  private final Map<String, ModelState> states = new HashMap<>();
  private final Map<String, Download> downloads = new HashMap<>();

  /** What was last asked for under each name, until it has come, failed or been cancelled. */
  private final Map<String, Object> requests = new HashMap<>();

  private final List<Runnable> followers = new ArrayList<>();
  private List<KeptModel> kept = List.of();

  /** Who last took the model of each name. */
  private final Map<String, ModelUser> working = new HashMap<>();

  private boolean looked;
  private boolean telling;

  private ModelStore() {}

  public static ModelStore shared() {
    return SHARED;
  }

  /** Whether a kept model is whole and somebody on this page can run it. */
  boolean canStart(ModelKey key) {
    for (KeptModel model : kept) {
      if (model.key().equals(key)) {
        return model.complete() && ModelUsers.of(model.architecture()) != null;
      }
    }
    return false;
  }

  /** What the course offers. */
  public List<ModelOffer> offers() {
    return offers;
  }

  /**
   * The offer of this name.
   *
   * @throws IllegalArgumentException when the course does not offer it
   */
  public ModelOffer offer(String name) {
    for (ModelOffer offer : offers) {
      if (offer.name().equals(name)) {
        return offer;
      }
    }
    throw new IllegalArgumentException("The course offers no model \"" + name + "\".");
  }

  /** How a model is getting on. */
  public ModelState state(String name) {
    return states.getOrDefault(
        name, new ModelState(Phase.UNKNOWN, new ModelKey(name, ""), 0, 0, "", ""));
  }

  /** What the browser keeps, as of the last look. */
  public List<KeptModel> kept() {
    return kept;
  }

  /** Runs the action, between two frames, after every change; the first one looks what is here. */
  public void follow(Runnable action) {
    followers.add(action);
    if (!looked) {
      looked = true;
      look(() -> {});
    }
  }

  /** Looks what the browser keeps. */
  public void look(Runnable done) {
    shelf.list(
        sizes -> {
          Set<ModelKey> keys = new LinkedHashSet<>();
          for (String name : sizes.keySet()) {
            ModelKey key = ModelKey.of(name);
            if (key != null) {
              keys.add(key);
            }
          }
          readRecords(
              new ArrayList<>(keys),
              new LinkedHashMap<>(),
              records -> {
                List<KeptModel> found = new ArrayList<>();
                for (ModelKey key : keys) {
                  KeptModel model = describe(key, sizes, records.get(key));
                  if (model.bytes() > 0) {
                    found.add(model);
                  }
                }
                kept = List.copyOf(found);
                settle();
                tell();
                done.run();
              });
        });
  }

  private void readRecords(
      List<ModelKey> keys,
      Map<ModelKey, KeptRecord> read,
      Consumer<Map<ModelKey, KeptRecord>> done) {
    if (keys.isEmpty()) {
      done.accept(read);
      return;
    }
    record(
        keys.get(0),
        record -> {
          if (record != null) {
            read.put(keys.get(0), record);
          }
          readRecords(keys.subList(1, keys.size()), read, done);
        });
  }

  private void record(ModelKey key, Consumer<KeptRecord> done) {
    shelf.get(
        key.record(),
        blob -> {
          if (blob == null) {
            done.accept(null);
          } else {
            Browser.text(blob, text -> done.accept(KeptRecord.read(text)), () -> done.accept(null));
          }
        });
  }

  private KeptModel describe(ModelKey key, Map<String, Long> sizes, KeptRecord record) {
    List<DownloadPlan.Kept> pieces = PieceShelf.pieces(key, sizes);
    long bytes = 0;
    boolean inMemory = false;
    for (DownloadPlan.Kept piece : pieces) {
      bytes += piece.bytes();
      inMemory |= shelf.inMemory(key.folder() + piece.name());
    }
    long total = bytes;
    boolean complete = false;
    if (record != null) {
      DownloadPlan plan = DownloadPlan.of(ManifestJson.files(record.getManifest()));
      total = plan.total();
      complete = record.isComplete() && plan.missing(pieces).isEmpty();
    }
    return new KeptModel(
        key,
        Offers.title(key.name()),
        record == null ? "" : ManifestJson.text(record.getManifest(), "architecture"),
        bytes,
        total,
        record == null ? "" : record.getFrom(),
        complete,
        complete ? Browser.moment(record.getChecked()) : "",
        inMemory);
  }

  /** Gives every model that nothing is done with the state of what is kept of it. */
  private void settle() {
    for (ModelOffer offer : offers) {
      settle(offer.name());
    }
  }

  private void settle(String name) {
    ModelState now = state(name);
    boolean free =
        now.phase() == Phase.UNKNOWN
            || now.phase() == Phase.ABSENT
            || now.phase() == Phase.PARTIAL
            || now.phase() == Phase.KEPT;
    ModelState found = keptState(name, now.note());
    if (free) {
      states.put(name, found);
    } else if (now.phase() == Phase.FAILED && now.key().equals(found.key())) {
      states.put(
          name,
          new ModelState(
              Phase.FAILED, now.key(), found.done(), found.total(), now.text(), now.note()));
    }
  }

  private ModelState keptState(String name, String note) {
    KeptModel best = null;
    for (KeptModel one : kept) {
      boolean better = best == null || (one.complete() && !best.complete());
      if (one.key().name().equals(name) && better) {
        best = one;
      }
    }
    if (best == null) {
      return new ModelState(Phase.ABSENT, new ModelKey(name, ""), 0, 0, "", note);
    }
    return new ModelState(
        best.complete() ? Phase.KEPT : Phase.PARTIAL,
        best.key(),
        best.bytes(),
        best.total(),
        "",
        note);
  }

  /**
   * Fetches a model from a server, or goes on where it stopped. Called only when the learner has
   * pressed a button that names the size and the server.
   *
   * @param variant that is asked for; a server with a manifest gives the one that it has
   */
  public void fetch(String name, String variant, ModelOffer.Origin origin) {
    ModelKey key = new ModelKey(name, variant);
    boolean hub = origin.kind().equals(ModelOffer.Origin.HUB);
    String title = origin.host().isEmpty() ? say("store.site") : origin.host();
    String address = Offers.address(origin);
    bring(name, key, new WebSource(name, address, title, hub ? Offers.manifest(key) : null));
  }

  /**
   * Takes a small model into use that is a part of the course. Nobody is asked, as for a page or a
   * picture: it comes with the site and is held as long as the page is open.
   */
  void startMiniature(String name) {
    if (canStart(state(name).key())) {
      start(name);
    } else if (CourseData.fromFile()) {
      fetchPacks(name);
    } else {
      String address = Offers.address(offer(name).origins().get(0));
      bring(
          name,
          new ModelKey(name, ""),
          WebSource.ofCourse(name, address, say("store.site"), Offers.version(name)));
    }
  }

  /** What results of a model are marked with: «CLIP mini», «clip-vit-base-patch32, int8». */
  public String mark(ModelKey key) {
    for (ModelOffer offer : offers) {
      if (offer.miniature() && offer.name().equals(key.name())) {
        return offer.title();
      }
    }
    return key.name() + ", " + key.variant();
  }

  /** A text that is another one for other weights: what they computed is kept under it. */
  public String edition(ModelKey key) {
    String of = key.name() + "/" + key.variant();
    return isMiniature(key) ? of + "/" + Offers.version(key.name()) : of;
  }

  /** Whether a model is one of the small ones that are a part of the course. */
  public boolean isMiniature(ModelKey key) {
    for (ModelOffer offer : offers) {
      if (offer.name().equals(key.name())) {
        return offer.miniature();
      }
    }
    return false;
  }

  /** Loads a model from the scripts beside a page that was opened from a disk. */
  public void fetchPacks(String name) {
    bring(name, new ModelKey(name, ""), new PackSource(name));
  }

  /** Takes a model out of files that the learner picked. */
  void take(String name, Browser.Given given) {
    bring(name, new ModelKey(name, ""), new FolderSource(name, given, Offers.manifests()));
  }

  private void bring(String name, ModelKey key, Source source) {
    if (state(name).busy()) {
      return;
    }
    states.put(name, new ModelState(Phase.DOWNLOADING, key, -1, 0, "", ""));
    tell();
    Object request = new Object();
    requests.put(name, request);
    source.manifest(
        manifest -> {
          if (request.equals(requests.get(name))) {
            begin(name, request, source, manifest);
          }
        },
        failure -> {
          if (request.equals(requests.get(name))) {
            fail(name, failure.sentence());
          }
        });
  }

  private void begin(String name, Object request, Source source, JSObject manifest) {
    try {
      if (!source.listed()) {
        ManifestJson.model(manifest);
      }
    } catch (IllegalArgumentException e) {
      fail(name, say("store.manifest", "manifest.json (" + source.title() + ")", e.getMessage()));
      return;
    }
    ModelKey key =
        new ModelKey(ManifestJson.text(manifest, "name"), ManifestJson.text(manifest, "variant"));
    record(
        key,
        earlier -> {
          if (!request.equals(requests.get(name))) {
            return;
          }
          KeptRecord record = KeptRecord.of(manifest, source.title());
          if (earlier != null) {
            KeptRecord.inherit(record, earlier);
          }
          Browser.room(
              room -> {
                if (request.equals(requests.get(name))) {
                  double free = room == null ? 0 : room.getQuota() - room.getUsage();
                  download(name, key, source, record, free > 0 ? free : Double.MAX_VALUE);
                }
              });
        });
  }

  /**
   * Fetches what is missing.
   *
   * @param free bytes that the browser's storage has room for, as far as it tells
   */
  private void download(String name, ModelKey key, Source source, KeptRecord record, double free) {
    Hearer hearer = new Hearer(name, key);
    long bytes = DownloadPlan.of(ManifestJson.files(record.getManifest())).total();
    boolean keeps = source.keeps(bytes, free);
    if (keeps) {
      Browser.persist();
    } else if (source.staysInPlace()) {
      hearer.note(say("store.in-place"));
    }
    Download download = new Download(key, source, keeps, record, shelf, hearer);
    downloads.put(name, download);
    download.start();
  }

  /** What a download says, put into the model's state. */
  private final class Hearer implements Download.Listener {
    private final String name;
    private final ModelKey key;
    private String note = "";

    Hearer(String name, ModelKey key) {
      this.name = name;
      this.key = key;
    }

    @Override
    public void progress(long done, long total) {
      states.put(name, new ModelState(Phase.DOWNLOADING, key, done, total, "", note));
      tell();
    }

    @Override
    public void note(String sentence) {
      note = sentence;
      ModelState now = state(name);
      states.put(name, new ModelState(Phase.DOWNLOADING, key, now.done(), now.total(), "", note));
      tell();
    }

    @Override
    public void finished() {
      ModelState now = state(name);
      forget(name);
      states.put(name, new ModelState(Phase.KEPT, key, now.total(), now.total(), "", note));
      look(() -> start(name));
    }

    @Override
    public void failed(String sentence) {
      fail(name, sentence);
    }
  }

  private void forget(String name) {
    downloads.remove(name);
    requests.remove(name);
  }

  private void fail(String name, String sentence) {
    forget(name);
    ModelState now = state(name);
    states.put(
        name,
        new ModelState(
            Phase.FAILED, now.key(), Math.max(0, now.done()), now.total(), sentence, now.note()));
    look(() -> {});
  }

  /** Ends the download or the work that is under way; pieces that have come stay. */
  public void cancel(String name) {
    Download download = downloads.get(name);
    boolean downloading = requests.containsKey(name);
    if (download != null) {
      download.cancel();
    }
    forget(name);
    ModelState now = state(name);
    ModelUser user = working.get(name);
    if (!downloading && now.busy() && user != null) {
      user.stop(now.key());
      return;
    }
    states.put(name, keptState(name, ""));
    look(() -> {});
  }

  /** Deletes all that is kept of a model in one variant. */
  public void delete(ModelKey key, Runnable done) {
    for (Map.Entry<String, Download> entry : new ArrayList<>(downloads.entrySet())) {
      if (entry.getValue().key().equals(key)) {
        cancel(entry.getKey());
      }
    }
    shelf.list(
        sizes -> {
          List<String> names = new ArrayList<>();
          for (String name : sizes.keySet()) {
            if (name.startsWith(key.folder())) {
              names.add(name);
            }
          }
          shelf.removeAll(
              names,
              () -> {
                for (ModelOffer offer : offers) {
                  ModelState now = state(offer.name());
                  if (now.key().equals(key) && !now.busy() && now.phase() != Phase.READY) {
                    states.put(
                        offer.name(),
                        new ModelState(Phase.UNKNOWN, new ModelKey(key.name(), ""), 0, 0, "", ""));
                  }
                }
                look(done);
              });
        });
  }

  /** Hands a model whose files are here to who runs its architecture, if there is anybody. */
  public void start(String name) {
    ModelState now = state(name);
    ModelKey key = now.key();
    if (now.busy() || !canStart(key)) {
      return;
    }
    // Busy from now on: a second call before the files are at hand must not start it twice.
    Work work = new Work(name, key);
    work.phase(Phase.COMPILING, -1);
    open(
        key,
        model -> {
          ModelUser user = ModelUsers.of(model.manifest().architecture());
          working.put(name, user);
          user.start(model, work);
        },
        sentence -> fail(name, sentence));
  }

  /**
   * A model whose files are all here.
   *
   * @param failed gets a sentence for the learner
   */
  public void open(ModelKey key, Consumer<StoredModel> done, Consumer<String> failed) {
    record(
        key,
        record -> {
          if (record == null || !record.isComplete()) {
            failed.accept(say("store.lost", key.name()));
            return;
          }
          ModelManifest manifest;
          try {
            manifest = ManifestJson.model(record.getManifest());
          } catch (IllegalArgumentException e) {
            failed.accept(say("store.manifest", key.name(), e.getMessage()));
            return;
          }
          done.accept(new StoredModel(manifest, shelf, sentence -> spoilt(key, sentence)));
        });
  }

  /**
   * Hashes all that is kept of a model once more.
   *
   * @param failed gets a sentence that names the first damaged part, which is deleted
   */
  public void verify(ModelKey key, Runnable done, Consumer<String> failed) {
    open(
        key,
        model -> verify(model, new ArrayDeque<>(model.manifest().files()), done, failed),
        failed);
  }

  private void verify(
      StoredModel model,
      Deque<ModelManifest.ModelFile> left,
      Runnable done,
      Consumer<String> failed) {
    ModelManifest.ModelFile file = left.poll();
    if (file != null) {
      model.verify(file.path(), () -> verify(model, left, done, failed), failed);
      return;
    }
    record(
        model.key(),
        record -> {
          record.setChecked(Browser.now());
          shelf.replace(
              model.key().record(), Browser.textBlob(ManifestJson.write(record)), () -> look(done));
        });
  }

  /** A kept piece was no longer right: the model must be fetched in part again. */
  private void spoilt(ModelKey key, String sentence) {
    for (ModelOffer offer : offers) {
      ModelState now = state(offer.name());
      if (now.key().equals(key)) {
        fail(offer.name(), sentence);
      }
    }
  }

  /** What the user of a model says, put into the model's state. */
  private final class Work implements ModelUser.Progress {
    private final String name;
    private final ModelKey key;

    Work(String name, ModelKey key) {
      this.name = name;
      this.key = key;
    }

    private void set(Phase phase, long done, String text) {
      states.put(name, new ModelState(phase, key, done, PARTS, text, state(name).note()));
      tell();
    }

    @Override
    public void phase(Phase phase, double share) {
      set(phase, share < 0 ? -1 : Math.round(share * PARTS), "");
    }

    @Override
    public void ready(String where) {
      set(Phase.READY, PARTS, where);
    }

    @Override
    public void failed(String sentence) {
      set(Phase.FAILED, 0, sentence);
    }

    @Override
    public void stopped() {
      states.put(name, keptState(name, ""));
      tell();
    }
  }

  /** What the browser's storage has room for. */
  public interface Room {
    /** Bytes that the site has, that it may have, and whether they are safe from clearing. */
    void accept(long usage, long quota, boolean persisted);
  }

  /** Tells the room, unless the browser does not. */
  public void room(Room room) {
    Browser.room(
        told -> {
          if (told != null && told.getQuota() > 0) {
            room.accept((long) told.getUsage(), (long) told.getQuota(), told.isPersisted());
          }
        });
  }

  /** Tells the followers once a frame: a fast download has thousands of chunks. */
  private void tell() {
    if (!telling) {
      telling = true;
      Browser.soon(
          () -> {
            telling = false;
            for (Runnable follower : new ArrayList<>(followers)) {
              follower.run();
            }
          });
    }
  }

  private static String say(String key, Object... args) {
    return CourseData.messages().get(key, args);
  }
}
