package mirador.web.widgets.mllm;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import mirador.concepts.audio.Sound;
import mirador.concepts.explain.MediaLibraryWords;
import mirador.concepts.mllm.AudioEntry;
import mirador.concepts.text.Numbers;
import mirador.concepts.text.PythonText;
import mirador.web.course.OwnMedia;
import mirador.web.dom.Dom;
import mirador.web.widget.WidgetFrame;
import org.teavm.jso.dom.html.HTMLElement;

/** Writes an audio entry of the learner's. */
final class AudioForm {
  private final WidgetFrame frame;
  private final EntryForm form;
  private final HTMLElement event;
  private final HTMLElement seconds;
  private final HTMLElement confidence;
  private final HTMLElement sound;
  private String id = "";

  AudioForm(WidgetFrame frame) {
    this.frame = frame;
    form = new EntryForm(frame, "audio", this::keep);
    event = form.text("event", "text");
    seconds = form.text("seconds", "decimal");
    confidence = form.text("confidence", "decimal");
    Map<String, String> sounds = new LinkedHashMap<>();
    for (Sound made : Sound.values()) {
      sounds.put(made.id(), MediaLibraryWords.sound(frame.messages(), made));
    }
    sound = form.menu("sound", sounds);
  }

  HTMLElement element() {
    return form.element();
  }

  void add() {
    id = OwnMedia.database().nextAudioId();
    fill("", "1.5", "0.90", Sound.BELL);
    form.open(frame.say("media-library.new-audio", id), event);
  }

  void edit(String id, AudioEntry entry) {
    this.id = id;
    fill(
        entry.event(),
        PythonText.repr(entry.seconds()),
        PythonText.repr(entry.confidence()),
        entry.sound());
    form.open(frame.say("media-library.edit-entry", id), event);
  }

  void close() {
    form.close();
  }

  private void fill(String eventText, String secondsText, String confidenceText, Sound made) {
    Dom.setValue(event, eventText);
    Dom.setValue(seconds, secondsText);
    Dom.setValue(confidence, confidenceText);
    Dom.setValue(sound, made.id());
  }

  private EntryForm.Problem keep() {
    EntryForm.Problem wrongEvent = form.checkEvent(event);
    if (wrongEvent != null) {
      return wrongEvent;
    }
    OptionalDouble length = Numbers.parse(Dom.value(seconds));
    if (length.isEmpty()
        || length.getAsDouble() < AudioEntry.MIN_SECONDS
        || length.getAsDouble() > AudioEntry.MAX_SECONDS) {
      return new EntryForm.Problem(
          seconds,
          frame.say(
              "media-library.error.seconds",
              Dom.value(seconds),
              Numbers.fixed(AudioEntry.MIN_SECONDS, 1),
              Numbers.fixed(AudioEntry.MAX_SECONDS, 0)));
    }
    OptionalDouble sure = Numbers.parse(Dom.value(confidence));
    if (sure.isEmpty() || sure.getAsDouble() < 0 || sure.getAsDouble() > 1) {
      return new EntryForm.Problem(
          confidence, frame.say("media-library.error.confidence", Dom.value(confidence)));
    }
    OwnMedia.putAudio(
        id,
        new AudioEntry(
            Dom.value(event).strip(),
            rounded(length.getAsDouble()),
            rounded(sure.getAsDouble()),
            Sound.of(Dom.value(sound)).orElseThrow()));
    return null;
  }

  private static double rounded(double value) {
    return Math.rint(value * 100) / 100;
  }
}
