package mirador.web.widgets.blip2;

import java.util.HashMap;
import java.util.Map;
import mirador.concepts.blip2.VisualQueries;
import mirador.web.course.CoursePicture;
import mirador.web.model.Answer;
import mirador.web.model.Blip2Service;
import mirador.web.model.ModelHost.Task;
import mirador.web.model.ModelProblem;
import mirador.web.page.Turns;
import mirador.web.store.ModelKey;
import mirador.web.widget.WidgetFrame;
import org.teavm.jso.dom.html.HTMLCanvasElement;

/** What the queries see in pictures, as far as the learner has asked for it. */
final class Looking {
  private final Blip2Service service = Blip2Service.shared();
  private final Map<HTMLCanvasElement, VisualQueries> seen = new HashMap<>();
  private final WidgetFrame frame;
  private ModelKey by;
  private Object request;
  private Task task = () -> {};
  private String problem = "";

  Looking(WidgetFrame frame) {
    this.frame = frame;
  }

  /** What is seen in a picture; null when it has not been looked at by the present model. */
  VisualQueries of(CoursePicture picture) {
    if (!service.isReady() || !service.key().equals(by)) {
      by = service.key();
      seen.clear();
      problem = "";
      request = null;
    }
    return seen.get(picture.canvas());
  }

  boolean isWorking() {
    return request != null;
  }

  /** What is going on or went wrong; "" for nothing. */
  String status() {
    return isWorking() ? frame.say("blip2.looking") : problem;
  }

  /** Looks at a picture. */
  void start(CoursePicture picture) {
    Object asked = new Object();
    request = asked;
    problem = "";
    frame.refresh();
    Turns.add(
        () -> {
          if (asked == request) {
            task = service.look(picture.pixels(), new Hearer(asked, picture.canvas()));
          }
        });
  }

  void stop() {
    if (isWorking()) {
      request = null;
      task.cancel();
      frame.refresh();
    }
  }

  private final class Hearer implements Answer<VisualQueries> {
    private final Object asked;
    private final HTMLCanvasElement picture;

    Hearer(Object asked, HTMLCanvasElement picture) {
      this.asked = asked;
      this.picture = picture;
    }

    @Override
    public void done(VisualQueries queries) {
      if (asked == request) {
        request = null;
        seen.put(picture, queries);
        frame.refresh();
      }
    }

    @Override
    public void failed(ModelProblem reason) {
      if (asked == request) {
        request = null;
        boolean cancelled = reason.code().equals(ModelProblem.CANCELLED);
        problem = cancelled ? "" : reason.sentence(frame.messages());
        frame.refresh();
      }
    }
  }
}
