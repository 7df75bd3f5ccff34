package mirador.web.media;

import mirador.concepts.text.Messages;
import mirador.concepts.text.Numbers;
import mirador.concepts.video.Clip;
import mirador.web.canvas.Surface;
import mirador.web.dom.Dom;
import org.teavm.jso.JSBody;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * A drawn clip with a button and a slider for its time. It never starts by itself, plays once from
 * where it stands, and rests when it is off the page.
 */
public final class ClipPlayer {
  private final Clip clip;
  private final Messages messages;
  private final String name;
  private final Surface surface;
  private final HTMLElement button;
  private final HTMLElement range = Dom.el("input", "");
  private final HTMLElement clock = Dom.text("span", "media-clock", "");
  private final HTMLElement element;
  private double seconds;
  private boolean playing;

  /**
   * A player.
   *
   * @param id a prefix for the ids of its elements, unique on the page
   * @param name what is shown, in words
   */
  public ClipPlayer(Messages messages, String id, Clip clip, String name) {
    this.messages = messages;
    this.clip = clip;
    this.name = name;
    surface = new Surface("clip-canvas", name);
    button = Dom.button("", "media-play", this::toggle);
    range.setAttribute("type", "range");
    range.setAttribute("min", "0");
    range.setAttribute("max", Numbers.plain(clip.duration(), 1));
    range.setAttribute("step", "0.1");
    range.setId(id + "-time");
    HTMLElement label = Dom.text("label", "media-time-label", messages.get("media.time"));
    label.setAttribute("for", range.getId());
    Dom.on(range, "input", this::scrub);
    element =
        Dom.el(
            "div",
            "clip-player",
            surface.element(),
            Dom.el("div", "media-bar", button, label, range, clock));
    surface.onResize(this::paint);
    label();
    show();
  }

  public HTMLElement element() {
    return element;
  }

  /** Paints the present moment; needed once the element is on the page. */
  public void paint() {
    ClipPainter.paint(surface, clip.at(seconds));
  }

  /** Goes to a moment and rests there. */
  public void seek(double moment) {
    playing = false;
    label();
    seconds = moment;
    show();
  }

  private void scrub() {
    seek(Numbers.parse(Dom.value(range)).orElse(0));
  }

  private void toggle() {
    playing = !playing;
    label();
    if (!playing) {
      return;
    }
    double start = seconds >= clip.duration() - 0.05 ? 0 : seconds;
    Frames.each(
        elapsed -> {
          if (!playing) {
            return false;
          }
          if (start + elapsed >= clip.duration() || !isConnected(element)) {
            seek(clip.duration());
            return false;
          }
          seconds = start + elapsed;
          show();
          return true;
        });
  }

  private void show() {
    paint();
    Dom.setValue(range, Numbers.plain(seconds, 1));
    String time =
        messages.get("media.clock", Numbers.fixed(seconds, 1), Numbers.fixed(clip.duration(), 1));
    range.setAttribute("aria-valuetext", time);
    Dom.setText(clock, time);
  }

  private void label() {
    String action = messages.get(playing ? "media.pause" : "media.play");
    Dom.setText(button, action);
    button.setAttribute("aria-label", messages.get("media.action-on", action, name));
  }

  @JSBody(
      params = {"element"},
      script = "return element.isConnected;")
  private static native boolean isConnected(HTMLElement element);
}
