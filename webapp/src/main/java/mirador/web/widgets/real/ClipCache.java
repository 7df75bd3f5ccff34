package mirador.web.widgets.real;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import mirador.concepts.clip.ImageSteps;
import mirador.concepts.image.Picture;
import mirador.concepts.tensor.FloatTensor;
import mirador.concepts.vit.AttentionMaps;
import mirador.web.course.CourseData;
import mirador.web.course.CoursePicture;
import mirador.web.model.Answer;
import mirador.web.model.ClipService;
import mirador.web.model.ModelProblem;
import mirador.web.page.Turns;
import mirador.web.store.ModelKey;
import org.teavm.jso.dom.html.HTMLCanvasElement;

/**
 * What the page's CLIP has computed, for all its widgets: embeddings, and the inside of its image
 * encoder. Nothing is computed twice, and one request of a kind is made at a time, so that of a
 * text being typed only the states between two answers are asked for. Another model forgets
 * everything.
 */
final class ClipCache {
  private static final ClipCache SHARED = new ClipCache();

  private final ClipService clip = ClipService.shared();
  private final Map<String, double[]> texts = new HashMap<>();
  private final Map<HTMLCanvasElement, double[]> pictures = new HashMap<>();
  private final Map<HTMLCanvasElement, AttentionMaps> attention = new HashMap<>();
  private final Map<HTMLCanvasElement, ImageSteps> steps = new HashMap<>();
  private final Set<Object> asked = new HashSet<>();
  private final List<Runnable> followers = new ArrayList<>();
  private ModelKey key;
  private String problem = "";

  private ClipCache() {
    clip.follow(this::changed);
  }

  static ClipCache shared() {
    return SHARED;
  }

  /** Runs the action when embeddings have come, or why they did not, or the model has changed. */
  void follow(Runnable action) {
    followers.add(action);
  }

  /** Why the last request failed, as a sentence; "" when it did not. */
  String problem() {
    return problem;
  }

  /** Forgets what went wrong, so that the followers ask again. */
  void retry() {
    problem = "";
    tell();
  }

  double[] text(String text) {
    return texts.get(text);
  }

  double[] picture(CoursePicture picture) {
    return pictures.get(picture.canvas());
  }

  /** Asks for the texts among these that are not known, unless other texts are being embedded. */
  void ask(Collection<String> wanted) {
    List<String> missing = new ArrayList<>();
    for (String text : wanted) {
      if (!texts.containsKey(text) && !missing.contains(text)) {
        missing.add(text);
      }
    }
    if (missing.isEmpty() || !mayAsk(ClipCache.class)) {
      return;
    }
    asked.add(ClipCache.class);
    clip.embedTexts(
        missing,
        new Heard<FloatTensor>(ClipCache.class) {
          @Override
          void take(FloatTensor embeddings) {
            for (int i = 0; i < missing.size(); i++) {
              texts.put(missing.get(i), row(embeddings, i));
            }
          }
        });
  }

  /** Asks for a picture that is not known. */
  void ask(CoursePicture picture) {
    HTMLCanvasElement canvas = picture.canvas();
    if (pictures.containsKey(canvas) || !mayAsk(canvas)) {
      return;
    }
    asked.add(canvas);
    // Reading the pixels of a large picture takes a turn of its own.
    Turns.add(
        () ->
            clip.embedPictures(
                List.of(picture.pixels()),
                new Heard<FloatTensor>(canvas) {
                  @Override
                  void take(FloatTensor embeddings) {
                    pictures.put(canvas, row(embeddings, 0));
                  }
                }));
  }

  AttentionMaps attention(CoursePicture picture) {
    return attention.get(picture.canvas());
  }

  /** Asks for a picture's attention, unless that of another is being computed. */
  void askAttention(CoursePicture picture) {
    askInside("attention", picture, attention, clip::attention);
  }

  ImageSteps steps(CoursePicture picture) {
    return steps.get(picture.canvas());
  }

  /** Asks for a picture's steps, unless those of another are being computed. */
  void askSteps(CoursePicture picture) {
    askInside("steps", picture, steps, clip::steps);
  }

  private <T> void askInside(
      String kind,
      CoursePicture picture,
      Map<HTMLCanvasElement, T> known,
      BiConsumer<Picture, Answer<T>> question) {
    if (!mayAsk(kind)) {
      return;
    }
    asked.add(kind);
    Turns.add(
        () ->
            question.accept(
                picture.pixels(),
                new Heard<T>(kind) {
                  @Override
                  void take(T inside) {
                    known.put(picture.canvas(), inside);
                  }
                }));
  }

  private boolean mayAsk(Object what) {
    return clip.isReady() && problem.isEmpty() && !asked.contains(what);
  }

  private void changed() {
    problem = "";
    if (clip.isReady() && !clip.key().equals(key)) {
      key = clip.key();
      texts.clear();
      pictures.clear();
      attention.clear();
      steps.clear();
    }
    tell();
  }

  private void tell() {
    new ArrayList<>(followers).forEach(Runnable::run);
  }

  /** The row of a matrix (rows, width) in double precision. */
  static double[] row(FloatTensor matrix, int row) {
    int width = matrix.shape().size(1);
    double[] values = new double[width];
    for (int i = 0; i < width; i++) {
      values[i] = matrix.values()[row * width + i];
    }
    return values;
  }

  /** Takes an answer, unless another model has come meanwhile. */
  private abstract class Heard<T> implements Answer<T> {
    private final Object what;
    private final ModelKey by = key;

    Heard(Object what) {
      this.what = what;
    }

    abstract void take(T result);

    @Override
    public void done(T result) {
      asked.remove(what);
      if (by.equals(key)) {
        take(result);
      }
      tell();
    }

    @Override
    public void failed(ModelProblem reason) {
      asked.remove(what);
      boolean goneOn = reason.code().equals(ModelProblem.CANCELLED);
      problem = goneOn ? "" : reason.sentence(CourseData.messages());
      tell();
    }
  }
}
