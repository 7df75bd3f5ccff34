package mirador.web.widgets.mllm;

import java.util.LinkedHashMap;
import java.util.Map;
import mirador.concepts.audio.Spectrogram;
import mirador.concepts.audio.Waveform;
import mirador.concepts.drawing.ClipPicture;
import mirador.concepts.explain.MediaLibraryWords;
import mirador.concepts.mllm.AudioEntry;
import mirador.concepts.mllm.MediaDatabase;
import mirador.concepts.mllm.VideoEntry;
import mirador.concepts.text.Numbers;
import mirador.concepts.text.PythonText;
import mirador.concepts.video.Clip;
import mirador.web.course.OwnMedia;
import mirador.web.dom.Dom;
import mirador.web.dom.Drawings;
import mirador.web.media.ClipPlayer;
import mirador.web.media.SoundPlayer;
import mirador.web.media.SoundView;
import mirador.web.widget.DataTable;
import mirador.web.widget.Widget;
import mirador.web.widget.WidgetFrame;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * The audio and video entries, to be heard and seen beside what is noted about them, and the
 * learner's own (notebook cells 4.3 and 4.3-T).
 */
public final class MediaLibraryWidget implements Widget {
  /** Own entries of each kind; more would only make the page long. */
  private static final int MAX_OWN = 12;

  private final HTMLElement sounds = Dom.el("div", "media-cards");
  private final HTMLElement clips = Dom.el("div", "media-cards");
  // Cards by id and what they were made for: making a spectrogram takes a while.
  private final Map<String, AudioCard> audioCards = new LinkedHashMap<>();
  private final Map<String, VideoCard> videoCards = new LinkedHashMap<>();
  private WidgetFrame frame;
  private AudioForm audioForm;
  private VideoForm videoForm;
  private HTMLElement addAudio;
  private HTMLElement addVideo;

  private record AudioCard(AudioEntry entry, HTMLElement element) {}

  private record VideoCard(VideoEntry entry, HTMLElement element, ClipPlayer player) {}

  @Override
  public void build(WidgetFrame frame) {
    this.frame = frame;
    audioForm = new AudioForm(frame);
    videoForm = new VideoForm(frame);
    addAudio = Dom.button(frame.say("media-library.add-audio"), "media-add", () -> audioForm.add());
    addVideo = Dom.button(frame.say("media-library.add-video"), "media-add", () -> videoForm.add());
    frame.lay(
        Dom.text("p", "media-heading", frame.say("media-library.sounds")),
        sounds,
        addAudio,
        audioForm.element(),
        Dom.text("p", "media-heading", frame.say("media-library.clips")),
        clips,
        addVideo,
        videoForm.element());
    frame.follow(OwnMedia.TOPIC);
    frame.table(this::table);
  }

  @Override
  public void update() {
    MediaDatabase media = OwnMedia.database();
    frame.result(MediaLibraryWords.result(frame.messages(), media));
    audioCards.keySet().retainAll(media.audio().keySet());
    videoCards.keySet().retainAll(media.video().keySet());
    media.audio().forEach(this::keepAudio);
    media.video().forEach(this::keepVideo);
    Dom.replaceChildren(
        sounds, audioCards.values().stream().map(AudioCard::element).toArray(HTMLElement[]::new));
    Dom.replaceChildren(
        clips, videoCards.values().stream().map(VideoCard::element).toArray(HTMLElement[]::new));
    videoCards.values().forEach(card -> card.player().paint());
    limit(addAudio, media.audio().size() - MediaDatabase.NOTEBOOK.audio().size());
    limit(addVideo, media.video().size() - MediaDatabase.NOTEBOOK.video().size());
  }

  private static void limit(HTMLElement button, int own) {
    Dom.setDisabled(button, own >= MAX_OWN);
  }

  private void keepAudio(String id, AudioEntry entry) {
    AudioCard card = audioCards.get(id);
    if (card == null || !card.entry().equals(entry)) {
      audioCards.put(id, new AudioCard(entry, audio(id, entry)));
    }
  }

  private void keepVideo(String id, VideoEntry entry) {
    VideoCard card = videoCards.get(id);
    if (card == null || !card.entry().equals(entry)) {
      videoCards.put(id, video(id, entry));
    }
  }

  private HTMLElement audio(String id, AudioEntry entry) {
    Waveform made = entry.sound().make(entry.seconds());
    Spectrogram spectrogram = Spectrogram.of(made);
    SoundView view =
        new SoundView(
            frame.messages(),
            made,
            spectrogram,
            entry.event(),
            MediaLibraryWords.plot(frame.messages(), entry, spectrogram));
    HTMLElement card =
        card(id, entry.event(), MediaLibraryWords.audio(frame.messages(), entry), view.element());
    if (!MediaDatabase.NOTEBOOK.audio().containsKey(id)) {
      card.appendChild(
          ownButtons(
              id,
              entry.event(),
              () -> audioForm.edit(id, entry),
              () -> {
                SoundPlayer.stopAll();
                audioForm.close();
                OwnMedia.remove(id);
                addAudio.focus();
              }));
    }
    return card;
  }

  private VideoCard video(String id, VideoEntry entry) {
    Clip clip = entry.clip().clip();
    ClipPlayer player =
        new ClipPlayer(frame.messages(), frame.id() + "-" + id, clip, entry.event());
    HTMLElement stills = Dom.el("ul", "stills");
    stills.setAttribute("aria-label", frame.say("media-library.stills"));
    for (Clip.KeyFrame still : entry.stills()) {
      HTMLElement go = Dom.button("", "still", () -> player.seek(still.seconds()));
      String moment = MediaLibraryWords.moment(frame.messages(), still);
      go.appendChild(Drawings.of(ClipPicture.of(moment, clip.at(still.seconds()))));
      go.appendChild(Dom.text("span", "text-token", still.name()));
      go.appendChild(Dom.text("span", "still-moment", moment));
      stills.appendChild(Dom.el("li", "", go));
    }
    HTMLElement card =
        card(
            id,
            entry.event(),
            MediaLibraryWords.video(frame.messages(), entry),
            Dom.el("div", "clip-and-stills", player.element(), stills));
    if (!MediaDatabase.NOTEBOOK.video().containsKey(id)) {
      card.appendChild(
          ownButtons(
              id,
              entry.event(),
              () -> videoForm.edit(id, entry),
              () -> {
                videoForm.close();
                OwnMedia.remove(id);
                addVideo.focus();
              }));
    }
    return new VideoCard(entry, card, player);
  }

  private static HTMLElement card(String id, String event, String note, HTMLElement view) {
    HTMLElement title =
        Dom.el(
            "p", "media-title", Dom.text("code", "", id), Dom.text("strong", "media-event", event));
    HTMLElement card = Dom.el("div", "media-card", title, view, Dom.text("p", "media-note", note));
    card.setAttribute("role", "group");
    card.setAttribute("aria-label", id + ": " + event);
    return card;
  }

  private HTMLElement ownButtons(String id, String event, Runnable edit, Runnable remove) {
    HTMLElement change = Dom.button(frame.say("media-library.edit"), "", edit);
    HTMLElement away = Dom.button(frame.say("media-library.remove"), "", remove);
    change.setAttribute("aria-label", frame.say("media-library.edit-entry", id + ", " + event));
    away.setAttribute("aria-label", frame.say("media-library.remove-entry", id + ", " + event));
    return Dom.el("div", "entry-buttons", change, away);
  }

  @Override
  public void reset() {
    SoundPlayer.stopAll();
    audioForm.close();
    videoForm.close();
    OwnMedia.removeAll();
  }

  private DataTable table() {
    DataTable table =
        new DataTable(
            frame.say("media-library.table"),
            "id",
            "evento",
            "duracion_s",
            "confianza",
            "frames_clave");
    MediaDatabase media = OwnMedia.database();
    media
        .audio()
        .forEach(
            (id, entry) ->
                table.row(
                    id,
                    entry.event(),
                    PythonText.repr(entry.seconds()),
                    Numbers.fixed(entry.confidence(), 2),
                    "–"));
    media
        .video()
        .forEach(
            (id, entry) ->
                table.row(id, entry.event(), "–", "–", String.join(", ", entry.keyFrames())));
    return table;
  }
}
