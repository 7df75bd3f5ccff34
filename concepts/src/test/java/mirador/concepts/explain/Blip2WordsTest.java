package mirador.concepts.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import mirador.concepts.CourseMessages;
import mirador.concepts.blip2.Blip2Config;
import mirador.concepts.blip2.QueryView;
import mirador.concepts.blip2.VisualQueries;
import mirador.concepts.blip2.WordSources;
import mirador.concepts.blip2.WrittenToken;
import mirador.concepts.blip2.WrittenToken.Alternative;
import mirador.concepts.tensor.FloatTensor;
import mirador.concepts.text.Messages;
import mirador.concepts.vit.AttentionMaps;
import mirador.concepts.vqa.RuleBasedVqa;
import org.junit.jupiter.api.Test;

class Blip2WordsTest {
  private static final Messages ES = CourseMessages.ES;

  private static final List<WrittenToken> A_CAR =
      List.of(
          new WrittenToken(
              10,
              " a",
              false,
              List.of(
                  new Alternative(10, " a", false, 0.6), new Alternative(11, " an", false, 0.2))),
          new WrittenToken(
              12,
              " pixel",
              false,
              List.of(
                  new Alternative(14, " car", false, 0.3),
                  new Alternative(12, " pixel", false, 0.25))),
          new WrittenToken(13, "ated", false, List.of(new Alternative(15, " cat", false, 0.0004))),
          new WrittenToken(3, "", true, List.of(new Alternative(3, "\n", true, 0.9))));

  @Test
  void tokensAsTheyStandInTheirPills() {
    assertEquals("a", WrittenWords.token(ES, A_CAR, 0));
    assertEquals("pixel", WrittenWords.token(ES, A_CAR, 1));
    assertEquals("…ated", WrittenWords.token(ES, A_CAR, 2), "a piece of a word");
    assertEquals("⏎ fin", WrittenWords.token(ES, A_CAR, 3));
    assertEquals(".", WrittenWords.token(ES, ".", false), "a sign is no piece of a word");
    assertEquals("␣", WrittenWords.token(ES, " ", false));
    assertEquals("◌", WrittenWords.token(ES, "", false), "a part of a character");
    assertEquals("◌", WrittenWords.token(ES, "\ufffd", false));
  }

  @Test
  void theFirstTokenOfATextGoesOnFromNothing() {
    List<WrittenToken> tokens = List.of(new WrittenToken(1, "yes", false, List.of()));
    assertEquals("yes", WrittenWords.token(ES, tokens, 0));
  }

  @Test
  void probabilitiesAsFarAsTheyAreKnown() {
    assertEquals("60.0 %", WrittenWords.probability(ES, A_CAR.get(0)));
    assertEquals("menos del 0.1 %", WrittenWords.probability(ES, A_CAR.get(2)));
    WrittenToken drawn =
        new WrittenToken(9, " x", false, List.of(new Alternative(10, " a", false, 0.25)));
    assertEquals("menos del 25.0 %", WrittenWords.probability(ES, drawn), "beyond the likeliest");
    assertEquals("", WrittenWords.probability(ES, new WrittenToken(1, "x", false, List.of())));
  }

  @Test
  void whatElseMightHaveCome() {
    assertEquals(
        "Token 1, «a»: era el más probable. Las 2 opciones que se ven suman un 80.0 %; el resto se"
            + " reparte entre todos los demás tokens.",
        WrittenWords.alternatives(ES, A_CAR, 0));
    assertEquals(
        "Token 2, «pixel»: el más probable era «car». Las 2 opciones que se ven suman un 55.0 %; el"
            + " resto se reparte entre todos los demás tokens.",
        WrittenWords.alternatives(ES, A_CAR, 1));
  }

  @Test
  void aCaptionTellsItsLengthAndItsDoubt() {
    assertEquals(
        "De «auto», BLIP-2 escribe: «a pixelated». Son 4 tokens, el de fin incluido. Donde menos"
            + " seguro estaba fue en «…ated» (menos del 0.1 %).",
        Blip2CaptionWords.result(ES, "auto", "a pixelated", A_CAR, true));
    assertEquals(
        "De «auto», BLIP-2 escribe: «a». Son 1 token, el máximo permitido: el texto quedó cortado."
            + " Donde menos seguro estaba fue en «a» (60.0 %).",
        Blip2CaptionWords.result(ES, "auto", "a", A_CAR.subList(0, 1), false));
  }

  @Test
  void theDialogueTellsBothAnswersAndTheMemory() {
    assertEquals(
        "A «Is there a car?», BLIP-2 contesta: «yes». Las reglas: «Yes, there is a car.» (regla 5,"
            + " auto). El prompt llevaba los 2 turnos anteriores.",
        Blip2ChatWords.result(
            ES, "Is there a car?", "yes", RuleBasedVqa.answer("car", "Is there a car?"), 2));
    assertTrue(
        Blip2ChatWords.result(ES, "Why?", "", RuleBasedVqa.answer("car", "Why?"), 0)
            .contains("«(nada)»"));
  }

  @Test
  void theStagesTellTheSlowest() {
    assertEquals(
        "A «What?» contesta «a car». Entre todas, las etapas tardaron 18 s; la más lenta, «Mirar la"
            + " imagen», 9.50 s. Escribió 4 tokens.",
        Blip2StagesWords.result(ES, "What?", "a car", List.of(9.5, 0.5, 2.0, 6.0), 4));
    assertEquals(
        13, Blip2StagesWords.promptTokens("inputs_embeds (1, 45, 2560)", Blip2Config.OPT_2_7B));
    assertEquals(0, Blip2StagesWords.promptTokens("logits", Blip2Config.OPT_2_7B));
  }

  @Test
  void aQueryTellsWhereItLooksAndWhichIsLikeIt() {
    FloatTensor cross =
        FloatTensor.of(new float[] {.1f, .2f, .6f, .1f, 0, .4f, .3f, .1f, .1f, .1f}, 1, 1, 2, 5);
    VisualQueries queries =
        new VisualQueries(
            FloatTensor.zeros(2, 8),
            FloatTensor.of(new float[] {1, 0, 1, 1}, 2, 2),
            new AttentionMaps(FloatTensor.filled(0.5f, 1, 1, 2, 2)),
            cross);
    assertEquals(
        "En la capa 1, media de las cabezas, Q1 toma un 10.0 % de [CLS] y, de los patches, sobre"
            + " todo de P1 (60.0), P0 (20.0) y P2 (10.0), en %. A partes iguales sería un 20.0 % de"
            + " cada token. La que más se parece a Q1 es Q2: coseno 0.71.",
        Blip2QueriesWords.result(
            ES, queries, Blip2Config.OPT_2_7B, new QueryView(1, QueryView.MEAN, 1)));
    WordSources sources =
        WordSources.of(FloatTensor.of(new float[] {.1f, .2f, .3f, .4f}, 1, 4), 2, 0);
    assertEquals(
        "Para escribir «car», en la media de las capas del modelo de lenguaje, tomó un 30.0 % de"
            + " las queries, un 30.0 % del token de inicio y un 40.0 % de otras palabras. La query"
            + " que más pesó fue Q2: 20.0 %.",
        Blip2QueriesWords.sources(ES, "car", sources, 0));
  }
}
