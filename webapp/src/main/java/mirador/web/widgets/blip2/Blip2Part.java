package mirador.web.widgets.blip2;

import mirador.concepts.blip2.Blip2Config;
import mirador.web.course.CoursePicture;
import mirador.web.dom.Dom;
import mirador.web.model.Blip2Service;
import mirador.web.store.ModelStore;
import mirador.web.widget.WidgetFrame;
import mirador.web.widgets.real.ModelPart;
import org.teavm.jso.dom.html.HTMLCanvasElement;
import org.teavm.jso.dom.html.HTMLElement;

/** What a widget has of BLIP-2: its bar, what was computed beforehand, and one text it writes. */
final class Blip2Part {
  private final Blip2Service service = Blip2Service.shared();
  private final ModelPart part;
  private final Writing writing;
  private HTMLCanvasElement begun;

  /** The part of a widget; to be made before the widget replaces what stands in its play area. */
  Blip2Part(WidgetFrame frame) {
    this(frame, new Writing(frame, frame::refresh));
  }

  private Blip2Part(WidgetFrame frame, Writing writing) {
    this(frame, writing, writing::stop);
  }

  /**
   * The part of a widget that asks for more than a text.
   *
   * @param stop what is stopped by the button beside the line
   */
  Blip2Part(WidgetFrame frame, Runnable stop) {
    this(frame, new Writing(frame, frame::refresh), stop);
  }

  private Blip2Part(WidgetFrame frame, Writing writing, Runnable stop) {
    this.writing = writing;
    part = new ModelPart(frame, "BLIP-2", service, frame.say("blip2.stop"), stop);
    service.follow(frame::refresh);
  }

  ModelPart model() {
    return part;
  }

  /** The text that the widget has asked for. */
  Writing writing() {
    return writing;
  }

  boolean isReady() {
    return service.isReady();
  }

  /** The model's numbers; those of the published one before it is ready. */
  Blip2Config config() {
    return isReady() ? service.config() : Blip2Config.OPT_2_7B;
  }

  /** Begins an update: must be called first in the widget's {@code update}. */
  void begin() {
    if (!isReady()) {
      writing.forget();
      begun = null;
    }
    part.begin();
    say(writing.status());
  }

  /**
   * Whether a picture is to be worked on without a button being pressed: by a small model, which
   * takes no time, and once.
   */
  boolean beginsWith(CoursePicture picture) {
    if (!isReady()
        || begun == picture.canvas()
        || !ModelStore.shared().isMiniature(service.key())) {
      return false;
    }
    begun = picture.canvas();
    return true;
  }

  /** Says what is going on. */
  void say(String text) {
    part.say(text, writing.isWorking());
  }

  /** A button that asks the model; it shows while the model is ready and is off while it works. */
  void update(HTMLElement ask) {
    Dom.show(ask, isReady());
    Dom.setDisabled(ask, writing.isWorking());
  }
}
