package mirador.web.widgets.mllm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mirador.concepts.course.Notebook;
import mirador.concepts.drawing.Mark;
import mirador.concepts.drawing.ModalityIcon;
import mirador.concepts.explain.MediaLibraryWords;
import mirador.concepts.explain.ResponderWords;
import mirador.concepts.mllm.AudioEntry;
import mirador.concepts.mllm.Intention;
import mirador.concepts.mllm.MediaDatabase;
import mirador.concepts.mllm.MultimodalResponder;
import mirador.concepts.mllm.ResponderAnswer;
import mirador.concepts.mllm.VideoEntry;
import mirador.web.course.OwnMedia;
import mirador.web.dom.Dom;
import mirador.web.dom.Drawings;
import mirador.web.widget.Widget;
import mirador.web.widget.WidgetFrame;
import mirador.web.widgets.HighlightedText;
import mirador.web.widgets.RuleList;
import org.teavm.jso.dom.html.HTMLElement;

/**
 * The laboratory without a model: a prompt and the chosen entries in, the notebook's answer out,
 * with the intention that fired (notebook cell 4.3).
 */
public final class MultimodalResponderWidget implements Widget {
  private final HTMLElement prompt = Dom.el("p", "responder-prompt");
  private final HTMLElement active = Dom.el("ul", "modalities");
  private final HTMLElement answer = Dom.text("p", "responder-answer", "");
  private final HTMLElement warnings = Dom.el("ul", "warnings");
  private WidgetFrame frame;
  private RuleList intentions;
  private EntryMenu audio;
  private EntryMenu video;

  @Override
  public void build(WidgetFrame frame) {
    this.frame = frame;
    List<RuleList.Rule> rules = new ArrayList<>();
    for (Intention intention : Intention.values()) {
      rules.add(
          new RuleList.Rule(
              ResponderWords.name(frame.messages(), intention),
              ResponderWords.condition(frame.messages(), intention),
              ResponderWords.answers(frame.messages(), intention)));
    }
    intentions = new RuleList(frame, frame.say("multimodal-responder.intentions"), rules);
    answer.setAttribute("aria-live", "polite");
    frame.lay(
        form(),
        Dom.el(
            "div",
            "responder-talk",
            labelled("multimodal-responder.read", prompt),
            active,
            labelled("multimodal-responder.answer", answer)),
        warnings,
        Dom.text("p", "rule-heading", frame.say("multimodal-responder.intentions")),
        intentions.element());
    frame.follow("caption.");
    frame.follow(OwnMedia.TOPIC);
  }

  /** The fields stand over the answer: below the list of intentions nobody would see both. */
  private HTMLElement form() {
    HTMLElement prompt = frame.controls().text("prompt", frame.say("multimodal-responder.prompt"));
    HTMLElement image = frame.controls().picture("image");
    audio = new EntryMenu(frame, "audio", frame.say("multimodal-responder.audio"));
    video = new EntryMenu(frame, "video", frame.say("multimodal-responder.video"));
    HTMLElement fields =
        Dom.el(
            "div",
            "responder-fields widget-controls",
            prompt,
            image,
            audio.element(),
            video.element());
    return Dom.el("div", "responder-form", examples(), fields);
  }

  private HTMLElement labelled(String key, HTMLElement element) {
    return Dom.el("div", "", Dom.text("span", "small-label", frame.say(key)), element);
  }

  private HTMLElement examples() {
    HTMLElement chips = Dom.el("ul", "chips");
    chips.setAttribute("aria-label", frame.say("multimodal-responder.examples"));
    for (Notebook.Prompt example : Notebook.PROMPTS) {
      chips.appendChild(Dom.el("li", "", Dom.button(example.text(), "chip", () -> use(example))));
    }
    return chips;
  }

  private void use(Notebook.Prompt example) {
    frame.set(
        Map.of(
            "prompt", example.text(),
            "image", example.image(),
            "audio", example.audio(),
            "video", example.video()));
  }

  @Override
  public void update() {
    MediaDatabase media = OwnMedia.database();
    Map<String, String> sounds = new LinkedHashMap<>();
    media.audio().forEach((id, entry) -> sounds.put(id, entry.event()));
    audio.update(sounds);
    Map<String, String> clips = new LinkedHashMap<>();
    media.video().forEach((id, entry) -> clips.put(id, entry.event()));
    video.update(clips);
    MultimodalResponder responder = new MultimodalResponder(captions(), media);
    ResponderWords.Request request =
        new ResponderWords.Request(
            frame.settings().text("prompt"),
            frame.settings().picture("image"),
            frame.settings().text("audio"),
            frame.settings().text("video"));
    show(responder, request);
  }

  private void show(MultimodalResponder responder, ResponderWords.Request request) {
    ResponderAnswer said =
        responder.answer(request.prompt(), request.image(), request.audio(), request.video());
    frame.result(ResponderWords.result(frame.messages(), responder, request, said));
    if (request.prompt().isBlank()) {
      Dom.setText(prompt, frame.say("multimodal-responder.no-prompt"));
    } else {
      HighlightedText.put(
          prompt, request.prompt(), ResponderWords.found(request.prompt(), said.intention()));
    }
    if (!Dom.textOf(answer).equals(said.text())) {
      Dom.setText(answer, said.text());
    }
    intentions.fired(List.of(Intention.values()).indexOf(said.intention()));
    showActive(responder, request);
    Dom.clear(warnings);
    for (String warning : ResponderWords.warnings(frame.messages(), responder, request, said)) {
      warnings.appendChild(Dom.text("li", "", warning));
    }
    Dom.show(warnings, warnings.hasChildNodes());
  }

  private void showActive(MultimodalResponder responder, ResponderWords.Request request) {
    String caption = responder.captions().get(request.image());
    AudioEntry sound = responder.media().audio().get(request.audio());
    VideoEntry clip = responder.media().video().get(request.video());
    Dom.replaceChildren(
        active,
        modality("image", request.image(), caption),
        modality(
            "audio",
            request.audio(),
            sound == null ? null : MediaLibraryWords.audio(frame.messages(), sound)),
        modality(
            "video",
            request.video(),
            clip == null ? null : MediaLibraryWords.video(frame.messages(), clip)));
  }

  /** A line for one modality; without a note it is not there. */
  private HTMLElement modality(String name, String id, String note) {
    HTMLElement icon = Dom.el("span", "modality-sign router-" + name);
    icon.appendChild(
        Drawings.of(
            Mark.of("svg")
                .with("viewBox", "0 0 28 28")
                .with("aria-hidden", "true")
                .add(ModalityIcon.of(name, 0, 0))));
    HTMLElement text =
        Dom.el(
            "span",
            "",
            Dom.text("strong", "", frame.say("modality." + name)),
            Dom.text(
                "span",
                "modality-note",
                note == null
                    ? frame.say("multimodal-responder.inactive")
                    : frame.say("multimodal-responder.active", id, note)));
    return Dom.el("li", note == null ? "modality" : "modality modality-active", icon, text);
  }

  private Map<String, String> captions() {
    Map<String, String> captions = new LinkedHashMap<>();
    Notebook.CAPTIONS.forEach(
        (id, caption) -> captions.put(id, frame.state().get("caption." + id, caption)));
    return captions;
  }
}
