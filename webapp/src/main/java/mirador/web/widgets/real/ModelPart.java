package mirador.web.widgets.real;

import mirador.concepts.explain.Provenance;
import mirador.concepts.inference.ModelOffer;
import mirador.web.course.CoursePicture;
import mirador.web.course.PictureShelf;
import mirador.web.dom.Dom;
import mirador.web.model.ModelService;
import mirador.web.store.ModelBar;
import mirador.web.store.ModelChoice;
import mirador.web.store.ModelChoiceBar;
import mirador.web.store.ModelStore;
import mirador.web.widget.WidgetFrame;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * What a widget has of any real model: the bar that gets it, the result that was computed while the
 * site was built, the mark over what it computes here, and a line that says what is going on.
 */
public final class ModelPart {
  private final WidgetFrame frame;
  private final ModelService service;
  private final HTMLElement bar;
  private final HTMLElement baked;
  private final HTMLElement mark = Dom.el("p", Provenance.LIVE.cssClass());
  private final HTMLElement line = Dom.el("span", "");
  private final HTMLElement button;
  private final HTMLElement status;

  /**
   * The part of a widget; to be made before the widget replaces what stands in its play area.
   *
   * @param called what learners call it
   * @param action what the button beside the line does, and how it is named
   */
  public ModelPart(
      WidgetFrame frame, String called, ModelService service, String action, Runnable onAction) {
    this.frame = frame;
    this.service = service;
    HTMLElement found = Dom.find(frame.play(), "[data-baked]");
    baked = found == null ? Dom.el("div", "") : found;
    bar = bar(ModelChoice.of(service.architecture()), called);
    line.setAttribute("role", "status");
    button = Dom.button(action, "", onAction);
    status = Dom.el("p", "clip-status", line, button);
    Dom.show(status, false);
    Dom.show(mark, false);
    frame.follow(PictureShelf.TOPIC);
  }

  private HTMLElement bar(ModelChoice choice, String called) {
    ModelOffer large = choice.large();
    String usual = large == null ? "" : service.usualVariant(large);
    if (choice.miniature() != null) {
      return new ModelChoiceBar(frame, choice, () -> usual).element();
    }
    return large == null
        ? Dom.text("p", "careful-note", frame.say("real-clip.not-offered", called))
        : new ModelBar(frame, large.name(), () -> usual).element();
  }

  /** The model's bar, to be laid on top. */
  public HTMLElement bar() {
    return bar;
  }

  /** Says what is going on; to be laid under the bar. */
  public HTMLElement status() {
    return status;
  }

  /** The mark «en vivo», to be laid over what the model computed; hidden until there is such. */
  public HTMLElement mark() {
    return mark;
  }

  /** What was computed while the site was built; an empty element when that was nothing. */
  public HTMLElement baked() {
    return baked;
  }

  /** Whether something that was computed while the site was built is shown for want of a model. */
  public boolean hasBaked() {
    return !isReady() && baked.hasAttribute("data-baked") && !baked.isHidden();
  }

  /** Whether what was computed beforehand says more than the model of the page, a small one. */
  private boolean keepsBaked() {
    return isReady()
        && baked.hasAttribute("data-baked")
        && baked.getAttribute("data-baked").isEmpty()
        && ModelStore.shared().isMiniature(service.key());
  }

  /** Whether the model can be asked. */
  public boolean isReady() {
    return service.isReady();
  }

  /** Whether the mark shows, as it does since the last update in which the model was ready. */
  boolean isMarked() {
    return !mark.isHidden();
  }

  /** Begins an update: what was computed beforehand is shown until the model is ready. */
  public void begin() {
    Dom.show(mark, isReady());
    if (isReady()) {
      Dom.setText(
          mark, Provenance.LIVE.text(frame.messages(), ModelStore.shared().mark(service.key())));
    }
    Dom.show(baked, !isReady() || keepsBaked());
  }

  /**
   * Shows what was computed while the site was built only where it is of this picture.
   *
   * @return whether it is shown for want of a model
   */
  public boolean showBakedOf(CoursePicture picture) {
    HTMLElement drawing = Dom.find(baked, "[data-image]");
    boolean fits =
        !picture.own()
            && drawing != null
            && drawing.getAttribute("data-image").equals(picture.id());
    Dom.show(baked, fits && (!isReady() || keepsBaked()));
    return fits && !isReady();
  }

  /**
   * Says what is going on; an unchanged line is left alone, so that it is not read aloud again.
   *
   * @param text "" for nothing
   * @param withButton whether the button is of use now
   */
  public void say(String text, boolean withButton) {
    if (!Dom.textOf(line).equals(text)) {
      Dom.setText(line, text);
    }
    Dom.show(status, !text.isEmpty());
    Dom.show(button, withButton);
  }
}
