package mirador.web.media;

import mirador.concepts.audio.Spectrogram;
import mirador.concepts.audio.Waveform;
import mirador.concepts.drawing.SoundPlot;
import mirador.concepts.text.Messages;
import mirador.concepts.text.Numbers;
import mirador.web.canvas.Surface;
import mirador.web.dom.Dom;
import mirador.web.dom.Drawings;
import org.teavm.jso.JSBody;
import org.teavm.jso.dom.html.HTMLCanvasElement;
import org.teavm.jso.dom.html.HTMLElement;
import org.teavm.jso.dom.xml.Element;

/** A sound with a button that plays it, its wave and spectrogram, and a head that moves along. */
public final class SoundView {
  private final Messages messages;
  private final Waveform sound;
  private final String name;
  private final HTMLElement button;
  private final HTMLElement clock = Dom.text("span", "media-clock", "");
  private final HTMLElement problem = Dom.text("p", "media-problem", "");
  private final Element plot;
  private final HTMLElement element;
  private SoundPlayer player;

  /**
   * A view.
   *
   * @param name what is heard
   * @param label what the plot shows, in words
   */
  public SoundView(
      Messages messages, Waveform sound, Spectrogram spectrogram, String name, String label) {
    this.messages = messages;
    this.sound = sound;
    this.name = name;
    HTMLCanvasElement pixels =
        Surface.canvasOf(spectrogram.frames(), spectrogram.bins(), SoundPlot.pixels(spectrogram));
    plot = Drawings.of(SoundPlot.of(messages, label, sound, spectrogram, address(pixels)));
    button = Dom.button("", "media-play", this::toggle);
    problem.setAttribute("role", "alert");
    Dom.show(problem, false);
    HTMLElement figure = Dom.el("div", "sound-figure");
    figure.appendChild(plot);
    element =
        Dom.el("div", "sound-view", figure, Dom.el("div", "media-bar", button, clock), problem);
    rest();
  }

  public HTMLElement element() {
    return element;
  }

  private void toggle() {
    if (player != null) {
      SoundPlayer.stopAll();
      return;
    }
    SoundPlayer started = SoundPlayer.play(sound, this::rest);
    if (started == null) {
      Dom.setText(problem, messages.get("media.no-sound"));
      Dom.show(problem, true);
      return;
    }
    player = started;
    label();
    Frames.each(
        elapsed -> {
          if (player != started) {
            return false;
          }
          show(Math.min(sound.seconds(), started.seconds()));
          return true;
        });
  }

  private void rest() {
    player = null;
    label();
    show(0);
  }

  private void show(double seconds) {
    place(plot, SoundPlot.WIDTH * seconds / sound.seconds());
    Dom.setText(
        clock,
        messages.get("media.clock", Numbers.fixed(seconds, 1), Numbers.fixed(sound.seconds(), 1)));
  }

  private void label() {
    String action = messages.get(player == null ? "media.play" : "media.stop");
    Dom.setText(button, action);
    button.setAttribute("aria-label", messages.get("media.action-on", action, name));
  }

  @JSBody(
      params = {"canvas"},
      script = "return canvas.toDataURL();")
  private static native String address(HTMLCanvasElement canvas);

  @JSBody(
      params = {"plot", "right"},
      script =
          "plot.querySelector('.play-head').setAttribute('transform', 'translate(' + right + ' 0)');")
  private static native void place(Element plot, double right);
}
