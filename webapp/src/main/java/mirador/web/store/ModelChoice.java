package mirador.web.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mirador.concepts.inference.ModelOffer;
import mirador.web.course.CourseState;
import mirador.web.store.ModelState.Phase;
import org.teavm.jso.JSBody;

/**
 * Which model of an architecture the widgets of this page work with: the small one that is a part
 * of the course and starts by itself, or the large one that the learner chose. The choice is
 * remembered with what else the learner made.
 */
public final class ModelChoice {
  /** A model of so many bytes does not start by itself, whatever was chosen on another day. */
  private static final long MOST_BYTES = 1_000_000_000;

  private static final Map<String, ModelChoice> ALL = new HashMap<>();

  private final ModelStore store = ModelStore.shared();
  private final CourseState course = CourseState.shared();
  private final String topic;
  private final ModelOffer miniature;
  private final ModelOffer large;
  private final List<Runnable> followers = new ArrayList<>();
  private boolean wanted;
  private boolean begun;

  private ModelChoice(String architecture) {
    topic = "model." + architecture;
    miniature = find(architecture, true);
    large = find(architecture, false);
    course.follow(topic, this::tell);
  }

  private ModelOffer find(String architecture, boolean small) {
    for (ModelOffer offer : store.offers()) {
      if (offer.architecture().equals(architecture) && offer.miniature() == small) {
        return offer;
      }
    }
    return null;
  }

  /** The one of an architecture: {@code clip}, {@code blip2}. */
  public static ModelChoice of(String architecture) {
    return ALL.computeIfAbsent(architecture, ModelChoice::new);
  }

  /** The small model that is a part of the course; null when there is none. */
  public ModelOffer miniature() {
    return miniature;
  }

  /** The large model; null when the course does not offer it. */
  public ModelOffer large() {
    return large;
  }

  /** Whether the large model is chosen, be it here or not. */
  boolean isLarge() {
    return large != null && (miniature == null || course.get(topic, "").equals("large"));
  }

  /** Runs the action after every change of the choice. */
  void follow(Runnable action) {
    followers.add(action);
  }

  /** A widget has come near the screen: what answers starts by itself, once a page. */
  public void begin() {
    if (miniature != null && !wanted) {
      wanted = true;
      store.follow(this::start);
      start();
    }
  }

  private void start() {
    if (begun || state(miniature).phase() == Phase.UNKNOWN) {
      return;
    }
    begun = true;
    if (large != null && (state(large).busy() || state(large).phase() == Phase.READY)) {
      // The page was reloaded for it.
      return;
    }
    if (isLarge() && isHere(large) && state(large).total() < MOST_BYTES) {
      store.start(large.name());
    } else if (!savesData()) {
      store.startMiniature(miniature.name());
    }
  }

  private ModelState state(ModelOffer offer) {
    return store.state(offer.name());
  }

  private boolean isHere(ModelOffer offer) {
    return store.canStart(state(offer).key());
  }

  /** Chooses the large model; it is not started. The small one answers until it is. */
  void chooseLarge() {
    course.put(topic, "large");
  }

  /** Chooses the small model and starts it; what was under way with the large one is ended. */
  void useMiniature() {
    course.remove(topic);
    if (large != null && state(large).busy()) {
      store.cancel(large.name());
    }
    startMiniature();
  }

  /** Starts the small model, unless it works already. */
  void startMiniature() {
    ModelState now = state(miniature);
    if (!now.busy() && now.phase() != Phase.READY) {
      store.startMiniature(miniature.name());
    }
  }

  private void tell() {
    new ArrayList<>(followers).forEach(Runnable::run);
  }

  /** Whether the reader's browser asks to save data. */
  @JSBody(script = "return !!(navigator.connection && navigator.connection.saveData);")
  static native boolean savesData();
}
