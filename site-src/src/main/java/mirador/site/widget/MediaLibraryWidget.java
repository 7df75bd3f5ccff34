package mirador.site.widget;

import mirador.concepts.audio.Spectrogram;
import mirador.concepts.audio.Waveform;
import mirador.concepts.drawing.ClipPicture;
import mirador.concepts.drawing.SoundPlot;
import mirador.concepts.explain.MediaLibraryWords;
import mirador.concepts.mllm.AudioEntry;
import mirador.concepts.mllm.MediaDatabase;
import mirador.concepts.mllm.VideoEntry;
import mirador.concepts.text.Messages;
import mirador.concepts.video.Clip;

/** Waves and spectrograms of the notebook's sounds, key frames of its clips (cell 4.3). */
final class MediaLibraryWidget implements StaticWidget {
  // Coarser than in the page, where no one has to download it.
  private static final int WINDOW = 256;
  private static final int HOP = 256;

  @Override
  public String name() {
    return "media-library";
  }

  @Override
  public String result(WidgetContext context) {
    return MediaLibraryWords.result(context.messages(), MediaDatabase.NOTEBOOK);
  }

  @Override
  public Markup html(WidgetContext context) {
    Messages messages = context.messages();
    Markup sounds = Markup.of("div").classes("media-cards");
    MediaDatabase.NOTEBOOK.audio().forEach((id, entry) -> sounds.add(audio(messages, id, entry)));
    Markup clips = Markup.of("div").classes("media-cards");
    MediaDatabase.NOTEBOOK.video().forEach((id, entry) -> clips.add(video(messages, id, entry)));
    return Markup.group(
        Markup.of("p", messages.get("media-library.sounds")).classes("media-heading"),
        sounds,
        Markup.of("p", messages.get("media-library.clips")).classes("media-heading"),
        clips);
  }

  private static Markup audio(Messages messages, String id, AudioEntry entry) {
    Waveform sound = entry.sound().make(entry.seconds());
    Spectrogram spectrogram = Spectrogram.of(sound, WINDOW, HOP);
    String label = MediaLibraryWords.plot(messages, entry, Spectrogram.of(sound));
    return card(
        id,
        entry.event(),
        MediaLibraryWords.audio(messages, entry),
        Drawings.of(
            SoundPlot.of(
                messages, label, sound, spectrogram, SpectrogramImage.address(spectrogram))));
  }

  private static Markup video(Messages messages, String id, VideoEntry entry) {
    Markup stills =
        Markup.of("ul").classes("stills").with("aria-label", messages.get("media-library.stills"));
    for (Clip.KeyFrame still : entry.stills()) {
      String moment = MediaLibraryWords.moment(messages, still);
      stills.add(
          Markup.of("li")
              .classes("still")
              .add(
                  Drawings.of(
                      ClipPicture.of(
                          still.name() + ", " + moment, entry.clip().clip().at(still.seconds()))),
                  Markup.of("span", still.name()).classes("text-token"),
                  Markup.of("span", moment).classes("still-moment")));
    }
    return card(id, entry.event(), MediaLibraryWords.video(messages, entry), stills);
  }

  private static Markup card(String id, String event, String note, Markup view) {
    return Markup.of("div")
        .classes("media-card")
        .add(
            Markup.of("p")
                .classes("media-title")
                .add(Markup.of("code", id), Markup.of("strong", event).classes("media-event")),
            view,
            Markup.of("p", note).classes("media-note"));
  }
}
