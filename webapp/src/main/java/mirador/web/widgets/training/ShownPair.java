package mirador.web.widgets.training;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import mirador.concepts.contrastive.DrawnPair;
import mirador.concepts.contrastive.TrainingPair;
import mirador.concepts.course.Notebook;
import mirador.concepts.course.WidgetSettings;
import mirador.concepts.image.Picture;
import mirador.web.canvas.Surface;
import mirador.web.course.CoursePicture;
import mirador.web.dom.Dom;
import mirador.web.widget.WidgetFrame;
import mirador.web.widgets.ShownPicture;
import mirador.web.widgets.clip.Captions;
import org.teavm.jso.canvas.CanvasRenderingContext2D;
import org.teavm.jso.dom.html.HTMLCanvasElement;

/**
 * A pair and how it looks.
 *
 * @param pair as the towers see it
 * @param look the picture's middle square, to be drawn from
 * @param language of the caption
 */
record ShownPair(TrainingPair pair, HTMLCanvasElement look, String language) {
  private static final int SIDE = 96;

  /**
   * Gives the three pairs of the course, then those that are drawn; asks for the pictures first.
   */
  static void load(WidgetFrame frame, Consumer<List<ShownPair>> done) {
    List<ShownPair> own = new ArrayList<>();
    loadOwn(
        frame,
        own,
        () -> {
          List<ShownPair> all = new ArrayList<>(own);
          all.addAll(drawn(frame.settings()));
          done.accept(all);
        });
  }

  private static void loadOwn(WidgetFrame frame, List<ShownPair> own, Runnable done) {
    if (own.size() == Notebook.PICTURES.size()) {
      done.run();
      return;
    }
    String id = Notebook.PICTURES.get(own.size());
    ShownPicture.load(
        frame,
        id,
        picture -> {
          TrainingPair pair = TrainingPair.of(Captions.of(id), picture.pixels());
          own.add(new ShownPair(pair, square(picture), "en"));
          loadOwn(frame, own, done);
        });
  }

  private static List<ShownPair> drawn(WidgetSettings settings) {
    String language = settings.choice("language");
    List<ShownPair> pairs = new ArrayList<>();
    for (DrawnPair drawn : DrawnPair.of(settings)) {
      Picture picture = drawn.picture();
      pairs.add(
          new ShownPair(
              TrainingPair.of(drawn.caption(language.equals("es")), picture),
              Surface.canvasOf(picture.width(), picture.height(), picture.rgb()),
              language));
    }
    return pairs;
  }

  private static HTMLCanvasElement square(CoursePicture picture) {
    HTMLCanvasElement canvas = (HTMLCanvasElement) Dom.el("canvas", "");
    canvas.setWidth(SIDE);
    canvas.setHeight(SIDE);
    double scale = (double) SIDE / Math.min(picture.width(), picture.height());
    double width = picture.width() * scale;
    double height = picture.height() * scale;
    CanvasRenderingContext2D g = (CanvasRenderingContext2D) canvas.getContext("2d");
    g.drawImage(picture.canvas(), (SIDE - width) / 2, (SIDE - height) / 2, width, height);
    return canvas;
  }

  String caption() {
    return pair.caption();
  }

  /** The picture in small; it only decorates, the caption must stand beside it as text. */
  HTMLCanvasElement thumbnail() {
    HTMLCanvasElement copy = (HTMLCanvasElement) Dom.el("canvas", "thumbnail training-picture");
    copy.setWidth(look.getWidth());
    copy.setHeight(look.getHeight());
    ((CanvasRenderingContext2D) copy.getContext("2d")).drawImage(look, 0, 0);
    copy.setAttribute("aria-hidden", "true");
    return copy;
  }

  /** What the picture tower is given: few pixels. */
  HTMLCanvasElement pixels() {
    Picture picture = pair.picture();
    HTMLCanvasElement canvas = Surface.canvasOf(picture.width(), picture.height(), picture.rgb());
    canvas.setClassName("pixel-picture training-picture");
    canvas.setAttribute("aria-hidden", "true");
    return canvas;
  }
}
