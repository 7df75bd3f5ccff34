package mirador.web.widgets.mllm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mirador.concepts.explain.MediaLibraryWords;
import mirador.concepts.mllm.VideoEntry;
import mirador.concepts.video.DrawnClip;
import mirador.web.course.OwnMedia;
import mirador.web.dom.Dom;
import mirador.web.widget.WidgetFrame;
import org.teavm.jso.dom.html.HTMLElement;

/** Writes a video entry of the learner's. */
final class VideoForm {
  private static final int MAX_TAGS = 6;
  private static final int TAG_LENGTH = 30;

  private final WidgetFrame frame;
  private final EntryForm form;
  private final HTMLElement event;
  private final HTMLElement tags;
  private final HTMLElement clip;
  private String id = "";

  VideoForm(WidgetFrame frame) {
    this.frame = frame;
    form = new EntryForm(frame, "video", this::keep);
    event = form.text("event", "text");
    tags = form.text("tags", "text");
    Map<String, String> clips = new LinkedHashMap<>();
    for (DrawnClip drawn : DrawnClip.values()) {
      clips.put(drawn.id(), MediaLibraryWords.clip(frame.messages(), drawn));
    }
    clip = form.menu("clip", clips);
  }

  HTMLElement element() {
    return form.element();
  }

  void add() {
    id = OwnMedia.database().nextVideoId();
    fill("", "", DrawnClip.MOVING_CAR);
    form.open(frame.say("media-library.new-video", id), event);
  }

  void edit(String id, VideoEntry entry) {
    this.id = id;
    fill(entry.event(), String.join(", ", entry.keyFrames()), entry.clip());
    form.open(frame.say("media-library.edit-entry", id), event);
  }

  void close() {
    form.close();
  }

  private void fill(String eventText, String tagsText, DrawnClip drawn) {
    Dom.setValue(event, eventText);
    Dom.setValue(tags, tagsText);
    Dom.setValue(clip, drawn.id());
  }

  private EntryForm.Problem keep() {
    EntryForm.Problem wrongEvent = form.checkEvent(event);
    if (wrongEvent != null) {
      return wrongEvent;
    }
    List<String> typed = OwnMedia.tags(Dom.value(tags));
    if (typed.isEmpty()) {
      return new EntryForm.Problem(tags, frame.say("media-library.error.no-tags"));
    }
    if (typed.size() > MAX_TAGS) {
      return new EntryForm.Problem(
          tags, frame.say("media-library.error.many-tags", typed.size(), MAX_TAGS));
    }
    for (String tag : typed) {
      if (tag.length() > TAG_LENGTH) {
        return new EntryForm.Problem(
            tags, frame.say("media-library.error.long-tag", tag.length(), TAG_LENGTH));
      }
    }
    OwnMedia.putVideo(
        id,
        new VideoEntry(
            Dom.value(event).strip(), typed, DrawnClip.of(Dom.value(clip)).orElseThrow()));
    return null;
  }
}
