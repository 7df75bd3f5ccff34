package mirador.web.media;

import mirador.concepts.audio.Waveform;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSByRef;
import org.teavm.jso.JSFunctor;
import org.teavm.jso.JSObject;

/**
 * Plays one sound at a time through Web Audio. The audio device is asked for at the first click
 * only, as browsers demand; leaving or hiding the page stops the sound.
 */
public final class SoundPlayer {
  private static SoundPlayer playing;

  private final JSObject source;
  private final Runnable onEnd;

  private SoundPlayer(JSObject source, Runnable onEnd) {
    this.source = source;
    this.onEnd = onEnd;
  }

  /**
   * Starts a sound from its beginning, in answer to a click; another one that plays is stopped.
   *
   * @param onEnd runs once when the sound has ended or was stopped
   * @return the sound that plays, or null when this browser plays none
   */
  public static SoundPlayer play(Waveform sound, Runnable onEnd) {
    stopAll();
    JSObject source = start(sound.samples(), sound.sampleRate(), SoundPlayer::stopAll);
    if (source == null) {
      return null;
    }
    playing = new SoundPlayer(source, onEnd);
    return playing;
  }

  /** Stops whatever plays. */
  public static void stopAll() {
    SoundPlayer last = playing;
    playing = null;
    if (last != null) {
      halt(last.source);
      last.onEnd.run();
    }
  }

  /** Seconds since the sound began. */
  public double seconds() {
    return elapsed(source);
  }

  @JSBody(
      params = {"samples", "rate", "ended"},
      script =
          "try { var Context = window.AudioContext || window.webkitAudioContext;"
              + "var context = window.miradorAudio;"
              + "if (!context) { context = window.miradorAudio = new Context();"
              + " addEventListener('pagehide', function() { ended(); });"
              + " document.addEventListener('visibilitychange', function() {"
              + "  if (document.hidden) ended(); }); }"
              + "if (context.state !== 'running') context.resume();"
              + "var buffer = context.createBuffer(1, samples.length, rate);"
              + "buffer.getChannelData(0).set(samples);"
              + "var source = context.createBufferSource();"
              + "source.buffer = buffer; source.connect(context.destination);"
              + "source.miradorStart = context.currentTime;"
              + "source.onended = function() { if (!source.miradorHalted) ended(); };"
              + "source.start(); return source; } catch (err) { return null; }")
  private static native JSObject start(@JSByRef float[] samples, int rate, Ended ended);

  @JSBody(
      params = {"source"},
      script = "source.miradorHalted = true; try { source.stop(); } catch (err) {}")
  private static native void halt(JSObject source);

  @JSBody(
      params = {"source"},
      script = "return source.context.currentTime - source.miradorStart;")
  private static native double elapsed(JSObject source);

  @JSFunctor
  private interface Ended extends JSObject {
    void run();
  }
}
