package mirador.web.widgets.real;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.tensor.FloatTensor;
import mirador.concepts.text.FileNames;
import mirador.web.course.CourseData;
import mirador.web.model.Answer;
import mirador.web.model.ClipService;
import mirador.web.model.ModelHost;
import mirador.web.model.ModelProblem;
import mirador.web.page.Turns;
import mirador.web.store.ModelKey;
import mirador.web.store.ModelStore;
import mirador.web.store.PickedFiles;
import mirador.web.store.PickedFiles.Picked;
import org.teavm.jso.file.Blob;
import org.teavm.jso.typedarrays.Float32Array;

/**
 * Own pictures with their embeddings. First every file is looked up by its content among what the
 * browser remembers, a few at a time; then those that are new are embedded one after the other, so
 * that no more than one is decoded at once. Of a file nothing stays but its name, its embedding and
 * a thumbnail.
 */
final class PictureCollection {
  private static final int LOOKED_UP_AT_ONCE = 8;

  private final ClipService clip = ClipService.shared();
  private final Runnable changed;
  private Picked[] files = {};
  private String[] keys = {};
  private Item[] items = {};
  private final List<String> skipped = new ArrayList<>();
  private int next;
  private int lookedUp;
  private int remembered;
  private int computed;
  private Object run;
  private ModelHost.Task task;
  private ModelKey by;
  private String problem = "";
  private String present = "";
  private boolean notKept;

  /** A picture that can be searched. */
  static final class Item {
    private final String name;
    private final double[] embedding;
    private final Blob thumbnail;

    private Item(String name, double[] embedding, Blob thumbnail) {
      this.name = name;
      this.embedding = embedding;
      this.thumbnail = thumbnail;
    }

    String name() {
      return name;
    }

    /** (projection), of length 1; not to be written to. */
    double[] embedding() {
      return embedding;
    }

    Blob thumbnail() {
      return thumbnail;
    }
  }

  /**
   * An empty collection.
   *
   * @param changed is run after every file
   */
  PictureCollection(Runnable changed) {
    this.changed = changed;
  }

  /** Takes these files in the place of those before, in the order of their names. */
  void take(List<Picked> given) {
    cancel();
    if (given.isEmpty()) {
      return;
    }
    List<Picked> sorted = new ArrayList<>(given);
    sorted.sort((a, b) -> FileNames.compare(a.path(), b.path()));
    files = sorted.toArray(new Picked[0]);
    keys = new String[files.length];
    items = new Item[files.length];
    skipped.clear();
    next = 0;
    lookedUp = 0;
    remembered = 0;
    computed = 0;
    problem = "";
    notKept = false;
    by = clip.key();
    Object begun = new Object();
    run = begun;
    for (int i = 0; i < LOOKED_UP_AT_ONCE; i++) {
      lookUpNext(begun);
    }
    changed.run();
  }

  /** Stops; what has been embedded stays. */
  void cancel() {
    run = null;
    present = "";
    files = new Picked[0];
    if (task != null) {
      ModelHost.Task stopped = task;
      task = null;
      stopped.cancel();
    }
  }

  /** Forgets the pictures; what the browser remembers of them stays. */
  void clear() {
    cancel();
    items = new Item[0];
    skipped.clear();
    problem = "";
  }

  /** The pictures that can be searched, in the order of their names. */
  List<Item> items() {
    List<Item> ready = new ArrayList<>();
    for (Item item : items) {
      if (item != null) {
        ready.add(item);
      }
    }
    return ready;
  }

  boolean isRunning() {
    return run != null;
  }

  /** Whether the page's model is another than the one that embedded the pictures. */
  boolean isOutdated() {
    return by != null && clip.isReady() && !clip.key().equals(by);
  }

  /** Names of files that are no pictures. */
  List<String> skipped() {
    return skipped;
  }

  /** Files in all. */
  int total() {
    return items.length;
  }

  /** Files that were remembered. */
  int remembered() {
    return remembered;
  }

  /** Files that were embedded now. */
  int computed() {
    return computed;
  }

  /** Which file is being embedded, or "". */
  String present() {
    return present;
  }

  /** Why it stopped, as a sentence, or "". */
  String problem() {
    return problem;
  }

  /** Whether the browser would not keep an embedding. */
  boolean isNotKept() {
    return notKept;
  }

  private void lookUpNext(Object mine) {
    if (run != mine || next >= files.length) {
      return;
    }
    int place = next++;
    Picked file = files[place];
    String type = file.file().getType();
    if (!type.isEmpty() && !type.startsWith("image/")) {
      // A turn of its own: thousands of such files would nest too deep.
      Turns.add(() -> lookedUp(mine, place, true));
      return;
    }
    PickedFiles.sha256(
        file.file(),
        hash -> {
          if (run == mine) {
            keys[place] = ModelStore.shared().edition(by) + "/" + hash;
            EmbeddingStore.get(keys[place], kept -> recall(mine, place, kept));
          }
        },
        () -> lookedUp(mine, place, true));
  }

  private void recall(Object mine, int place, EmbeddingStore.Kept kept) {
    if (run == mine && kept != null) {
      items[place] =
          new Item(files[place].path(), doubles(kept.getEmbedding()), kept.getThumbnail());
      remembered++;
    }
    lookedUp(mine, place, false);
  }

  private void lookedUp(Object mine, int place, boolean skip) {
    if (run != mine) {
      return;
    }
    if (skip) {
      skipped.add(files[place].path());
    }
    lookedUp++;
    changed.run();
    if (lookedUp == files.length) {
      Turns.add(() -> embedFrom(mine, 0));
    } else {
      lookUpNext(mine);
    }
  }

  private void embedFrom(Object mine, int start) {
    if (run != mine) {
      return;
    }
    int place = start;
    while (place < files.length && (items[place] != null || keys[place] == null)) {
      place++;
    }
    if (place == files.length) {
      cancel();
      changed.run();
      return;
    }
    embed(mine, place);
  }

  private void embed(Object mine, int place) {
    Picked file = files[place];
    present = file.path();
    changed.run();
    SmallPicture.of(
        file.file(),
        thumbnail -> {
          if (run == mine) {
            task = clip.embedFiles(List.of(file.file()), new Embedded(mine, place, thumbnail));
          }
        },
        () -> skip(mine, place));
  }

  private void skip(Object mine, int place) {
    if (run == mine) {
      skipped.add(files[place].path());
      Turns.add(() -> embedFrom(mine, place + 1));
    }
  }

  private final class Embedded implements Answer<FloatTensor> {
    private final Object mine;
    private final int place;
    private final Blob thumbnail;

    Embedded(Object mine, int place, Blob thumbnail) {
      this.mine = mine;
      this.place = place;
      this.thumbnail = thumbnail;
    }

    @Override
    public void done(FloatTensor embeddings) {
      if (run != mine) {
        return;
      }
      task = null;
      double[] embedding = ClipCache.row(embeddings, 0);
      items[place] = new Item(files[place].path(), embedding, thumbnail);
      computed++;
      if (!notKept) {
        EmbeddingStore.put(keys[place], embedding, thumbnail, why -> notKept |= !why.isEmpty());
      }
      changed.run();
      Turns.add(() -> embedFrom(mine, place + 1));
    }

    @Override
    public void failed(ModelProblem reason) {
      if (run != mine) {
        return;
      }
      task = null;
      if (reason.code().equals(ModelProblem.FAILED)) {
        skip(mine, place);
        return;
      }
      problem = reason.sentence(CourseData.messages());
      cancel();
      changed.run();
    }
  }

  private static double[] doubles(Float32Array values) {
    double[] copy = new double[values.getLength()];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = values.get(i);
    }
    return copy;
  }
}
