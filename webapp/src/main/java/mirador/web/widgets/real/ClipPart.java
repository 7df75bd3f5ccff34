package mirador.web.widgets.real;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import mirador.concepts.clip.ClipConfig;
import mirador.concepts.clip.ImageSteps;
import mirador.concepts.course.Notebook;
import mirador.concepts.retrieval.SimilarityMatrix;
import mirador.concepts.vit.AttentionMaps;
import mirador.web.course.CoursePicture;
import mirador.web.model.ClipService;
import mirador.web.widget.WidgetFrame;
import mirador.web.widgets.ShownPicture;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * What a widget that uses CLIP has of it: the bar that gets the model, the result that was computed
 * while the site was built, a line that says what is going on, and embeddings.
 *
 * <p>A widget asks for embeddings in its {@code update}. What is not known yet is asked for, and
 * the widget updated again when it has come:
 *
 * <pre>{@code
 * Optional<Map<String, double[]>> found = clip.texts(captions.values());
 * found.ifPresent(this::show);
 * }</pre>
 */
public final class ClipPart {
  private final ClipCache cache = ClipCache.shared();
  private final ClipService clip = ClipService.shared();
  private final WidgetFrame frame;
  private final ModelPart part;
  private final Map<String, CoursePicture> loaded = new LinkedHashMap<>();
  private boolean waiting;

  /** The part of a widget; to be made before the widget replaces what stands in its play area. */
  public ClipPart(WidgetFrame frame) {
    this.frame = frame;
    part = new ModelPart(frame, "CLIP", clip, frame.say("real-clip.retry"), cache::retry);
    cache.follow(this::changed);
  }

  /** The model's bar, to be laid on top. */
  public HTMLElement bar() {
    return part.bar();
  }

  /** Says that CLIP is computing, or why it could not; to be laid under the bar. */
  public HTMLElement status() {
    return part.status();
  }

  /** The mark «en vivo», to be laid over what CLIP computed; hidden until there is such. */
  public HTMLElement mark() {
    return part.mark();
  }

  /** What was computed while the site was built; an empty element when that was nothing. */
  public HTMLElement baked() {
    return part.baked();
  }

  /** Whether something that was computed while the site was built is shown now. */
  public boolean hasBaked() {
    return part.hasBaked();
  }

  /** Whether embeddings can be had. */
  public boolean isReady() {
    return part.isReady();
  }

  /** The model's own scale of cosines, 100 for the published one; 0 before it is ready. */
  public double logitScale() {
    return isReady() ? clip.config().logitScale() : 0;
  }

  /** The model, for what this part does not give: attention, states, tokens. */
  public ClipService service() {
    return clip;
  }

  /**
   * Begins an update: must be called first in the widget's {@code update}. What was asked for
   * before and has not come is asked for no more.
   */
  public void begin() {
    waiting = false;
    part.begin();
    say();
  }

  /**
   * Embeddings of texts by text, each of length 1, in the order of the texts; empty until all have
   * come.
   */
  public Optional<Map<String, double[]>> texts(Collection<String> texts) {
    Map<String, double[]> found = new LinkedHashMap<>();
    if (!isReady()) {
      return Optional.empty();
    }
    boolean missing = false;
    for (String text : texts) {
      double[] embedding = cache.text(text);
      found.put(text, embedding);
      missing |= embedding == null;
    }
    if (!missing) {
      return Optional.of(found);
    }
    cache.ask(texts);
    await();
    return Optional.empty();
  }

  /**
   * Embeddings of the three pictures by id, each of length 1, in the notebook's order; empty until
   * all have come.
   */
  public Optional<Map<String, double[]>> pictures() {
    Map<String, double[]> found = new LinkedHashMap<>();
    if (!isReady()) {
      return Optional.empty();
    }
    for (String id : Notebook.PICTURES) {
      loaded.remove(id);
      ShownPicture.load(frame, id, picture -> take(id, picture));
      CoursePicture picture = loaded.get(id);
      double[] embedding = picture == null ? null : cache.picture(picture);
      if (embedding == null) {
        await();
      } else {
        found.put(id, embedding);
      }
    }
    return found.size() < Notebook.PICTURES.size() ? Optional.empty() : Optional.of(found);
  }

  /** A picture is here now, perhaps in the middle of {@link #pictures}. */
  private void take(String id, CoursePicture picture) {
    loaded.put(id, picture);
    if (cache.picture(picture) == null) {
      cache.ask(picture);
    } else {
      // Does nothing in the middle of an update.
      frame.refresh();
    }
  }

  /**
   * The cosines of captions with the three pictures, text x image, by the pictures' ids; empty
   * until all have come.
   *
   * @param captions by picture id
   */
  public Optional<SimilarityMatrix> matrix(Map<String, String> captions) {
    Optional<Map<String, double[]>> images = pictures();
    Optional<Map<String, double[]>> texts = texts(captions.values());
    if (images.isEmpty() || texts.isEmpty()) {
      return Optional.empty();
    }
    Map<String, double[]> rows = new LinkedHashMap<>();
    for (Map.Entry<String, String> caption : captions.entrySet()) {
      rows.put(caption.getKey(), texts.get().get(caption.getValue()));
    }
    SimilarityMatrix matrix = SimilarityMatrix.of(rows, images.get());
    new LiveEmbeddings(captions, rows, images.get(), matrix).keep();
    return Optional.of(matrix);
  }

  /** What each token of a picture looks at; empty until it has come. */
  public Optional<AttentionMaps> attention(CoursePicture picture) {
    AttentionMaps maps = isReady() ? cache.attention(picture) : null;
    if (maps == null && isReady()) {
      cache.askAttention(picture);
      await();
    }
    return Optional.ofNullable(maps);
  }

  /** What a picture becomes on its way through the image encoder; empty until it has come. */
  public Optional<ImageSteps> steps(CoursePicture picture) {
    ImageSteps steps = isReady() ? cache.steps(picture) : null;
    if (steps == null && isReady()) {
      cache.askSteps(picture);
      await();
    }
    return Optional.ofNullable(steps);
  }

  /** The model's numbers; those of the published one before it is ready. */
  public ClipConfig config() {
    return isReady() ? clip.config() : ClipConfig.VIT_B_32;
  }

  /**
   * Shows what was computed while the site was built only where it is of this picture.
   *
   * @return whether it is shown
   */
  public boolean showBakedOf(CoursePicture picture) {
    return part.showBakedOf(picture);
  }

  private void await() {
    waiting = true;
    say();
  }

  private void changed() {
    if (waiting || !isReady() || !part.isMarked()) {
      frame.refresh();
    } else {
      say();
    }
  }

  private void say() {
    String problem = isReady() ? cache.problem() : "";
    String text = !waiting ? "" : problem.isEmpty() ? frame.say("real-clip.busy") : problem;
    part.say(text, waiting && !problem.isEmpty());
  }
}
