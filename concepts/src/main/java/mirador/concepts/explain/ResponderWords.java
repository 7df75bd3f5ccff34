package mirador.concepts.explain;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.mllm.Intention;
import mirador.concepts.mllm.MultimodalResponder;
import mirador.concepts.mllm.ResponderAnswer;
import mirador.concepts.text.Messages;
import mirador.concepts.text.PythonText;

/** Why the responder of cell 4.3 says what it says, and where its rules mislead. */
public final class ResponderWords {
  private ResponderWords() {}

  /**
   * What is asked.
   *
   * @param image id of a picture, empty for none
   * @param audio id of an audio entry, empty for none
   * @param video id of a video entry, empty for none
   */
  public record Request(String prompt, String image, String audio, String video) {}

  /** Which intention fired and why, and which modalities were there. */
  public static String result(
      Messages messages, MultimodalResponder responder, Request request, ResponderAnswer answer) {
    Intention intention = answer.intention();
    List<String> found = found(request.prompt(), intention);
    String why =
        found.isEmpty()
            ? messages.get("responder.why.none")
            : messages.get("responder.why", found.get(0));
    List<String> active = active(messages, responder, request);
    return messages.get("multimodal-responder.result", name(messages, intention), why)
        + " "
        + (active.isEmpty()
            ? messages.get("responder.active.none")
            : messages.get("responder.active", active.size(), String.join(", ", active)));
  }

  /** «duración»; the last one is called «descripción». */
  public static String name(Messages messages, Intention intention) {
    return messages.get(key(intention));
  }

  /** What the prompt must contain. */
  public static String condition(Messages messages, Intention intention) {
    return messages.get(key(intention) + ".condition");
  }

  /** What is answered. */
  public static String answers(Messages messages, Intention intention) {
    return messages.get(key(intention) + ".answers");
  }

  /** The triggers of an intention that stand in the prompt. */
  public static List<String> found(String prompt, Intention intention) {
    String lower = PythonText.lower(prompt);
    List<String> found = new ArrayList<>();
    for (String trigger : intention.triggers()) {
      if (lower.contains(trigger)) {
        found.add(trigger);
      }
    }
    return found;
  }

  /** The chosen entries that exist: «imagen car», «audio audio_1». */
  public static List<String> active(
      Messages messages, MultimodalResponder responder, Request request) {
    List<String> active = new ArrayList<>();
    if (responder.captions().containsKey(request.image())) {
      active.add(messages.get("responder.image", request.image()));
    }
    if (responder.media().audio().containsKey(request.audio())) {
      active.add(messages.get("responder.audio", request.audio()));
    }
    if (responder.media().video().containsKey(request.video())) {
      active.add(messages.get("responder.video", request.video()));
    }
    return active;
  }

  /** What about this answer could mislead; empty when nothing does. */
  public static List<String> warnings(
      Messages messages, MultimodalResponder responder, Request request, ResponderAnswer answer) {
    List<String> warnings = new ArrayList<>();
    boolean hasAudio = responder.media().audio().containsKey(request.audio());
    boolean hasVideo = responder.media().video().containsKey(request.video());
    boolean hasImage = responder.captions().containsKey(request.image());
    switch (answer.intention()) {
      case DURATION -> {
        if (!hasAudio && hasVideo) {
          warnings.add(messages.get("responder.warning.duration-video"));
        }
      }
      case EVENT -> {
        if (!hasVideo && hasAudio) {
          warnings.add(
              messages.get(
                  "responder.warning.event-audio",
                  responder.media().audio().get(request.audio()).event()));
        } else if (!hasVideo) {
          warnings.add(messages.get("responder.warning.event-no-video"));
        }
      }
      case ANIMAL -> {
        warnings.add(messages.get("responder.warning.animal-name"));
        if (hasAudio || hasVideo) {
          warnings.add(messages.get("responder.warning.animal-ignores"));
        }
      }
      case DESCRIPTION -> {
        if (hasImage || hasAudio || hasVideo) {
          warnings.add(messages.get("responder.warning.description"));
        }
      }
    }
    for (Intention later : Intention.values()) {
      if (later.compareTo(answer.intention()) > 0 && !found(request.prompt(), later).isEmpty()) {
        warnings.add(
            messages.get(
                "responder.warning.second",
                found(request.prompt(), later).get(0),
                name(messages, answer.intention())));
      }
    }
    if (!hasAudio && !request.audio().isEmpty()) {
      warnings.add(messages.get("responder.warning.unknown", request.audio()));
    }
    if (!hasVideo && !request.video().isEmpty()) {
      warnings.add(messages.get("responder.warning.unknown", request.video()));
    }
    return warnings;
  }

  private static String key(Intention intention) {
    return "responder." + PythonText.lower(intention.name());
  }
}
