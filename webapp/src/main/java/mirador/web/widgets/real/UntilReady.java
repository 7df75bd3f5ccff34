package mirador.web.widgets.real;

import mirador.concepts.course.Notebook;
import mirador.concepts.course.WidgetCatalogue;
import mirador.concepts.course.WidgetSettings;
import mirador.web.course.PictureShelf;
import mirador.web.dom.Dom;
import mirador.web.dom.Json;
import mirador.web.widget.WidgetFrame;
import mirador.web.widgets.clip.Captions;

/**
 * What a widget says before the page's CLIP is ready: the sentence that the page came with. When
 * that tells a result, it is said only as long as it is about the settings, captions and pictures
 * that the learner sees.
 */
final class UntilReady {
  private final WidgetFrame frame;
  private final WidgetSettings lesson;
  private final String sentence;
  private final boolean tellsResult;

  /** To be made before the widget says anything or replaces what stands in its play area. */
  UntilReady(WidgetFrame frame) {
    this.frame = frame;
    String name = frame.section().getAttribute("data-widget");
    lesson =
        WidgetCatalogue.get(name)
            .readLeniently(Json.texts(frame.section().getAttribute("data-settings")))
            .settings();
    tellsResult = Dom.find(frame.play(), "[data-baked]") != null;
    sentence = Dom.textOf(Dom.find(frame.section(), "[data-result]"));
  }

  /** Says it, or that CLIP must be loaded for what the learner has set. */
  void say() {
    frame.result(!tellsResult || isAsInTheLesson() ? sentence : frame.say("real-clip.load"));
  }

  private boolean isAsInTheLesson() {
    for (String id : Notebook.PICTURES) {
      if (Captions.isOwn(id) || PictureShelf.shared().isOwn(id)) {
        return false;
      }
    }
    return frame.settings().equals(lesson);
  }
}
