package mirador.web.course;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.teavm.jso.file.Blob;

/**
 * The three pictures of the course, any of them swapped for one of the learner's. Loads a picture
 * once and lends it to every widget of the page; a swap tells the followers of {@link #TOPIC}.
 */
public final class PictureShelf {
  /** Followers of this prefix in {@link CourseState} hear of swapped pictures. */
  public static final String TOPIC = "picture.";

  private static final PictureShelf SHARED = new PictureShelf();

  private final ReadyPictures ready = new ReadyPictures();
  private final Map<String, List<Waiting>> waiting = new HashMap<>();

  private PictureShelf() {}

  public static PictureShelf shared() {
    return SHARED;
  }

  /** The ids of the slots in their order: car, cat, puppy. */
  public List<String> ids() {
    List<String> ids = new ArrayList<>();
    for (CourseData.Figure figure : CourseData.figures()) {
      ids.add(figure.getId());
    }
    return ids;
  }

  /** What the slot holds now is called; known before its pixels are loaded. */
  public String name(String id) {
    return CourseState.shared().get(TOPIC + id, figure(id).getName());
  }

  /** True when the slot holds a picture of the learner's. */
  public boolean isOwn(String id) {
    return CourseState.shared().has(TOPIC + id);
  }

  /** Gives the picture of a slot, at once when it is loaded already. */
  public void load(String id, Consumer<CoursePicture> done, Consumer<String> failed) {
    CoursePicture picture = ready.get(id);
    // The state may have learnt from another page that the slot holds another picture.
    if (picture != null && picture.own() == isOwn(id) && picture.name().equals(name(id))) {
      done.accept(picture);
      return;
    }
    ready.remove(id);
    List<Waiting> queue = waiting.get(id);
    if (queue != null) {
      queue.add(new Waiting(done, failed));
      return;
    }
    queue = new ArrayList<>();
    queue.add(new Waiting(done, failed));
    waiting.put(id, queue);
    fetch(id);
  }

  private void fetch(String id) {
    if (isOwn(id)) {
      loadOwn(id);
    } else {
      loadFigure(id);
    }
  }

  /**
   * Puts an own file into a slot. When the file cannot be read the slot keeps what it had.
   *
   * @param done gets the picture as it is used from now on
   * @param failed gets a sentence that says why the file cannot be read
   * @param notKept gets why it will be gone at the next visit: "full" or "forbidden"
   */
  public void swap(
      String id,
      Blob file,
      String name,
      Consumer<PictureFiles.Loaded> done,
      Consumer<String> failed,
      Consumer<String> notKept) {
    PictureFiles.read(
        file,
        name,
        loaded -> {
          keep(id, file, name, loaded, notKept);
          ready.put(own(id, name, loaded));
          CourseState.shared().put(TOPIC + id, name);
          CourseState.shared().tell(TOPIC + id);
          done.accept(loaded);
        },
        failed);
  }

  /** Keeps a large picture as it is used: a photograph need not be decoded at every visit. */
  private static void keep(
      String id, Blob file, String name, PictureFiles.Loaded loaded, Consumer<String> notKept) {
    Consumer<Blob> put =
        blob ->
            BlobStore.put(
                id,
                blob,
                name,
                loaded.originalWidth(),
                loaded.originalHeight(),
                why -> {
                  if (!why.isEmpty()) {
                    notKept.accept(why);
                  }
                });
    if (loaded.reduced()) {
      PictureFiles.encode(loaded.canvas(), put);
    } else {
      put.accept(file);
    }
  }

  /** Puts the course's figure back into a slot. */
  public void restore(String id) {
    BlobStore.remove(id);
    ready.remove(id);
    CourseState.shared().remove(TOPIC + id);
  }

  private void loadOwn(String id) {
    BlobStore.get(
        id,
        kept -> {
          if (kept == null) {
            // The name was kept but the browser has thrown the file away: show the figure again.
            CourseState.shared().remove(TOPIC + id);
            loadFigure(id);
            return;
          }
          PictureFiles.read(
              kept.getBlob(),
              kept.getName(),
              loaded ->
                  finish(
                      id, own(id, kept.getName(), loaded.from(kept.getWidth(), kept.getHeight()))),
              error -> fail(id, error));
        });
  }

  private void loadFigure(String id) {
    CourseData.Figure figure = figure(id);
    PictureFiles.read(
        figure,
        loaded ->
            finish(id, new CoursePicture(id, figure.getName(), figure.getAlt(), false, loaded)),
        error -> fail(id, CourseData.messages().get("picture.error.missing", figure.getSrc())));
  }

  private static CoursePicture own(String id, String name, PictureFiles.Loaded loaded) {
    String alt = CourseData.messages().get("picture.own.alt", name);
    return new CoursePicture(id, name, alt, true, loaded);
  }

  private void finish(String id, CoursePicture picture) {
    // A swap that came while the old picture was loading wins.
    CoursePicture present = ready.get(id);
    CoursePicture kept = present != null && present.own() == isOwn(id) ? present : picture;
    if (kept.own() != isOwn(id)) {
      // Meanwhile the state has learnt that the slot holds another picture: that one is wanted.
      fetch(id);
      return;
    }
    ready.put(kept);
    for (Waiting one : waiting.remove(id)) {
      one.done().accept(kept);
    }
  }

  private void fail(String id, String error) {
    for (Waiting one : waiting.remove(id)) {
      one.failed().accept(error);
    }
  }

  private static CourseData.Figure figure(String id) {
    for (CourseData.Figure figure : CourseData.figures()) {
      if (figure.getId().equals(id)) {
        return figure;
      }
    }
    throw new IllegalArgumentException("No picture with the id \"" + id + "\" in this course.");
  }

  private record Waiting(Consumer<CoursePicture> done, Consumer<String> failed) {}
}
