package mirador.site.widget;

import java.util.List;
import mirador.concepts.drawing.Mark;
import mirador.concepts.drawing.ModalityIcon;
import mirador.concepts.explain.MediaLibraryWords;
import mirador.concepts.explain.ModalityRouterWords;
import mirador.concepts.explain.ResponderWords;
import mirador.concepts.mllm.Intention;
import mirador.concepts.mllm.MultimodalResponder;
import mirador.concepts.mllm.ResponderAnswer;
import mirador.concepts.text.Messages;

/** The laboratory's answer to the lesson's prompt, over the notebook's entries (cell 4.3). */
final class MultimodalResponderWidget implements StaticWidget {
  private static final MultimodalResponder RESPONDER = MultimodalResponder.NOTEBOOK;

  @Override
  public String name() {
    return "multimodal-responder";
  }

  @Override
  public String result(WidgetContext context) {
    ResponderWords.Request request = request(context);
    return ResponderWords.result(context.messages(), RESPONDER, request, answer(request));
  }

  @Override
  public Markup html(WidgetContext context) {
    Messages messages = context.messages();
    ResponderWords.Request request = request(context);
    ResponderAnswer answer = answer(request);
    Markup talk =
        Markup.of("div")
            .classes("responder-talk")
            .add(
                labelled(
                    messages,
                    "multimodal-responder.read",
                    RuleMarkup.highlighted(
                            "p",
                            request.prompt(),
                            ResponderWords.found(request.prompt(), answer.intention()))
                        .classes("responder-prompt")),
                modalities(messages, request),
                labelled(
                    messages,
                    "multimodal-responder.answer",
                    Markup.of("p", answer.text()).classes("responder-answer")));
    Markup warnings = Markup.of("ul").classes("warnings");
    List<String> sentences = ResponderWords.warnings(messages, RESPONDER, request, answer);
    sentences.forEach(sentence -> warnings.add(Markup.of("li", sentence)));
    List<Intention> intentions = List.of(Intention.values());
    String heading = messages.get("multimodal-responder.intentions");
    return Markup.group(
        talk,
        sentences.isEmpty() ? Markup.group() : warnings,
        Markup.of("p", heading).classes("rule-heading"),
        RuleMarkup.list(
            messages,
            heading,
            intentions.stream()
                .map(
                    intention ->
                        new RuleMarkup.Rule(
                            ResponderWords.name(messages, intention),
                            ResponderWords.condition(messages, intention),
                            ResponderWords.answers(messages, intention)))
                .toList(),
            intentions.indexOf(answer.intention())));
  }

  private static Markup labelled(Messages messages, String key, Markup element) {
    return Markup.of("div")
        .add(Markup.of("span", messages.get(key)).classes("small-label"), element);
  }

  private static Markup modalities(Messages messages, ResponderWords.Request request) {
    var sound = RESPONDER.media().audio().get(request.audio());
    var clip = RESPONDER.media().video().get(request.video());
    return Markup.of("ul")
        .classes("modalities")
        .add(
            modality(messages, "image", request.image(), RESPONDER.captions().get(request.image())),
            modality(
                messages,
                "audio",
                request.audio(),
                sound == null ? null : MediaLibraryWords.audio(messages, sound)),
            modality(
                messages,
                "video",
                request.video(),
                clip == null ? null : MediaLibraryWords.video(messages, clip)));
  }

  /** A line for one modality; without a note it is not there. */
  private static Markup modality(Messages messages, String name, String id, String note) {
    Mark icon =
        Mark.of("svg")
            .with("viewBox", "0 0 28 28")
            .with("aria-hidden", "true")
            .add(ModalityIcon.of(name, 0, 0));
    String said =
        note == null
            ? messages.get("multimodal-responder.inactive")
            : messages.get("multimodal-responder.active", id, note);
    return Markup.of("li")
        .classes(note == null ? "modality" : "modality modality-active")
        .add(
            Markup.of("span").classes("modality-sign router-" + name).add(Drawings.of(icon)),
            Markup.of("span")
                .add(
                    Markup.of("strong", ModalityRouterWords.name(messages, name)),
                    Markup.of("span", said).classes("modality-note")));
  }

  private static ResponderAnswer answer(ResponderWords.Request request) {
    return RESPONDER.answer(request.prompt(), request.image(), request.audio(), request.video());
  }

  private static ResponderWords.Request request(WidgetContext context) {
    return new ResponderWords.Request(
        context.settings().text("prompt"),
        context.settings().picture("image"),
        context.settings().text("audio"),
        context.settings().text("video"));
  }
}
