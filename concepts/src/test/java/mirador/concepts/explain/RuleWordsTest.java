package mirador.concepts.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import mirador.concepts.CourseMessages;
import mirador.concepts.course.Notebook;
import mirador.concepts.course.WidgetCatalogue;
import mirador.concepts.drawing.Mark;
import mirador.concepts.drawing.RouterDiagram;
import mirador.concepts.mllm.Intention;
import mirador.concepts.mllm.MultimodalResponder;
import mirador.concepts.mllm.ResponderAnswer;
import mirador.concepts.text.Messages;
import mirador.concepts.vqa.RuleBasedVqa;
import mirador.concepts.vqa.VqaRule;
import org.junit.jupiter.api.Test;

/** The sentences of lessons 3 and 4. */
class RuleWordsTest {
  private static final Messages ES = CourseMessages.ES;
  private static final MultimodalResponder RESPONDER = MultimodalResponder.NOTEBOOK;

  @Test
  void whyNamesRuleWordsAndField() {
    assertEquals(
        "se disparó la regla 1, escena, porque la pregunta contiene «what», «see» y «picture», y la"
            + " respuesta sale de scene en la ficha.",
        VqaRuleWords.why(ES, RuleBasedVqa.answer("car", "What do you see in this picture?")));
    assertEquals(
        "se disparó la regla 5, auto, porque la pregunta contiene «car», y la respuesta sale de"
            + " objects en la ficha.",
        VqaRuleWords.why(ES, RuleBasedVqa.answer("cat", "Is there a carpet?")));
  }

  @Test
  void theFallbackSaysThatNoRuleApplied() {
    assertTrue(
        VqaRuleWords.why(ES, RuleBasedVqa.answer("cat", "¿Qué raza es?"))
            .startsWith("ninguna de las cinco reglas"));
    assertEquals("", VqaRuleWords.field(VqaRule.FALLBACK));
  }

  @Test
  void everySampleQuestionHasItsTranslationAndEveryRuleItsWords() {
    for (String question : Notebook.SAMPLE_QUESTIONS) {
      assertFalse(VqaRuleWords.gloss(ES, question).isEmpty());
    }
    assertEquals("", VqaRuleWords.gloss(ES, "Is there a dog?"));
    for (VqaRule rule : VqaRule.values()) {
      assertFalse(VqaRuleWords.condition(ES, rule).isEmpty());
      assertFalse(VqaRuleWords.answers(ES, rule).isEmpty());
    }
    assertTrue(VqaTableWords.result(ES).startsWith("15 respuestas, 5 reglas"));
  }

  @Test
  void theRouterPrintsTheNotebooksLines() {
    assertEquals(
        "image -> Vision encoder (ViT) -> visual embeddings -> adapter/Q-Former -> LLM -> texto",
        ModalityRouterWords.line("image"));
    assertTrue(ModalityRouterWords.line("text").startsWith(" text -> "));
    assertTrue(ModalityRouterWords.result(ES, "smell").contains("«Unknown»"));
  }

  @Test
  void theDiagramLightsTheChosenRowAlone() {
    List<String> all =
        WidgetCatalogue.get("modality-router").setting("modality").orElseThrow().choices();
    for (String modality : all) {
      assertFalse(ModalityRouterWords.remark(ES, modality).isEmpty());
      for (Mark drawing :
          List.of(RouterDiagram.wide(ES, all, modality), RouterDiagram.tall(ES, all, modality))) {
        List<Mark> lit =
            drawing.children().stream()
                .filter(mark -> mark.attributes().containsKey("data-modality"))
                .filter(mark -> mark.attributes().get("class").contains(" lit"))
                .toList();
        assertEquals(1, lit.size());
        assertEquals(modality, lit.get(0).attributes().get("data-modality"));
      }
    }
  }

  @Test
  void theResponderSaysWhichIntentionWonAndWhichModalitiesWereThere() {
    var request = new ResponderWords.Request("¿Qué animal aparece?", "puppy", "audio_1", "");
    assertEquals(
        "Intención: animal, porque el prompt contiene «qué animal». Hay 2 modalidades activas:"
            + " imagen puppy, audio audio_1.",
        ResponderWords.result(ES, RESPONDER, request, answer(request)));
    assertEquals(2, warnings(request).size());
  }

  @Test
  void theRespondersQuirksAreTold() {
    assertTrue(
        warnings(new ResponderWords.Request("¿Qué evento se oye?", "", "audio_2", ""))
            .get(0)
            .contains("«motor»"));
    assertTrue(
        warnings(new ResponderWords.Request("El evento dura… ¿qué duración?", "", "audio_1", ""))
            .get(0)
            .contains("se comprueba antes"));
    assertTrue(
        warnings(new ResponderWords.Request("Describe la escena", "", "audio_9", ""))
            .get(0)
            .contains("«audio_9»"));
    assertEquals(
        List.of(),
        warnings(new ResponderWords.Request("¿Cuál es la duración del audio?", "", "audio_1", "")));
  }

  @Test
  void everyIntentionHasItsWords() {
    for (Intention intention : Intention.values()) {
      assertFalse(ResponderWords.name(ES, intention).isEmpty());
      assertFalse(ResponderWords.condition(ES, intention).isEmpty());
      assertFalse(ResponderWords.answers(ES, intention).isEmpty());
    }
  }

  @Test
  void theModalityTableHasAModelForEveryCell() {
    for (String modality : ModalityTableWords.MODALITIES) {
      for (String column : ModalityTableWords.COLUMNS) {
        assertFalse(ModalityTableWords.model(ES, modality, column).isEmpty());
      }
    }
    assertEquals("Llevas 1 celda de 12.", ModalityTableWords.result(ES, 1));
  }

  @Test
  void theDesignerOffersAnExampleOfEachKind() {
    for (String picture : Notebook.PICTURES) {
      for (String kind : QuestionDesignWords.KINDS) {
        assertFalse(QuestionDesignWords.example(ES, picture, kind).isEmpty());
        assertFalse(QuestionDesignWords.exampleGloss(ES, picture, kind).isEmpty());
      }
    }
    assertTrue(QuestionDesignWords.result(ES, 1, 1).startsWith("Llevas 1 pregunta de 6. En 1 "));
  }

  private static ResponderAnswer answer(ResponderWords.Request request) {
    return RESPONDER.answer(request.prompt(), request.image(), request.audio(), request.video());
  }

  private static List<String> warnings(ResponderWords.Request request) {
    return ResponderWords.warnings(ES, RESPONDER, request, answer(request));
  }
}
