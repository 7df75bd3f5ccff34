package mirador.concepts.mllm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import mirador.concepts.audio.Sound;
import mirador.concepts.course.Notebook;
import mirador.concepts.video.DrawnClip;
import org.junit.jupiter.api.Test;

class MediaDatabaseTest {
  @Test
  void theResponderAnswersOverAddedEntries() {
    MediaDatabase media = MediaDatabase.NOTEBOOK;
    assertEquals("audio_3", media.nextAudioId());
    MediaDatabase more =
        media
            .withAudio("audio_3", new AudioEntry("campana", 1.5, 0.905, Sound.BELL))
            .withVideo("video_3", new VideoEntry("it's", List.of("it's"), DrawnClip.MOVING_CAR));
    MultimodalResponder responder = new MultimodalResponder(Notebook.CAPTIONS, more);
    assertEquals(
        "La duración del audio es 1.5 s.",
        responder.answer("¿duración?", "", "audio_3", "").text());
    assertEquals(
        "Audio: 'campana' (1.5 s, conf=0.91) | Video: 'it's' con pistas [\"it's\"]",
        responder.answer("Hola", null, "audio_3", "video_3").text());
    assertEquals(Intention.EVENT, responder.answer("¿EVENTO?", "", "", "").intention());
    assertEquals(2, media.audio().size());
    assertEquals(media, more.without("audio_3").without("video_3"));
  }

  @Test
  void refusesImpossibleEntries() {
    assertThrows(IllegalArgumentException.class, () -> new AudioEntry(" ", 1, 0.5, Sound.RAIN));
    assertThrows(
        IllegalArgumentException.class, () -> new AudioEntry("x", Double.NaN, 0.5, Sound.RAIN));
    assertThrows(IllegalArgumentException.class, () -> new AudioEntry("x", 1, 1.5, Sound.RAIN));
    assertThrows(
        IllegalArgumentException.class,
        () -> MediaDatabase.NOTEBOOK.withAudio("", new AudioEntry("x", 1, 0.5, Sound.RAIN)));
  }

  @Test
  void theRouterNamesEveryStage() {
    assertEquals(
        List.of(
            "image",
            "Vision encoder (ViT)",
            "visual embeddings",
            "adapter/Q-Former",
            "LLM",
            "texto"),
        ModalityRouter.stages("image"));
    assertEquals(Route.UNKNOWN, ModalityRouter.route("Image"));
  }
}
