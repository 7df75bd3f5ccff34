package mirador.training.language;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Articles, plurals and agreement, phrase by phrase. */
class AgreementTest {
  @ParameterizedTest
  @CsvSource({
    "car, red, 1, un coche rojo",
    "car, red, 2, dos coches rojos",
    "bicycle, red, 1, una bicicleta roja",
    "bicycle, red, 3, tres bicicletas rojas",
    "fish, blue, 1, un pez azul",
    "fish, blue, 2, dos peces azules",
    "fish, brown, 2, dos peces marrones",
    "house, white, 1, una casa blanca",
    "house, brown, 1, una casa marrón",
    "house, brown, 2, dos casas marrones",
    "tree, green, 1, un árbol verde",
    "tree, green, 2, dos árboles verdes",
    "plane, yellow, 1, un avión amarillo",
    "plane, yellow, 3, tres aviones amarillos",
    "truck, purple, 1, un camión morado",
    "truck, purple, 2, dos camiones morados",
    "boat, orange, 1, un barco naranja",
    "boat, orange, 2, dos barcos naranjas",
    "bird, black, 1, un pájaro negro",
    "bird, black, 3, tres pájaros negros",
    "cat, grey, 1, un gato gris",
    "cat, grey, 2, dos gatos grises",
    "puppy, pink, 1, un cachorro rosa",
    "puppy, pink, 2, dos cachorros rosas",
    "house, golden, 2, dos casas doradas",
    "person, red, 1, una persona de rojo",
    "person, yellow, 2, dos personas de amarillo"
  })
  void countsAndColoursASpanishNoun(String subject, String colour, int count, String phrase) {
    assertEquals(phrase, phrase(Language.SPANISH, subject, colour, count));
  }

  @ParameterizedTest
  @CsvSource({
    "car, orange, 1, an orange car",
    "car, red, 1, a red car",
    "fish, blue, 2, two blue fish",
    "puppy, brown, 3, three brown puppies",
    "person, pink, 1, a person in pink",
    "person, pink, 2, two people in pink",
    "plane, white, 1, a white plane"
  })
  void countsAndColoursAnEnglishNoun(String subject, String colour, int count, String phrase) {
    assertEquals(phrase, phrase(Language.ENGLISH, subject, colour, count));
  }

  @ParameterizedTest
  @CsvSource({
    "car, small, true, un pequeño coche rojo",
    "car, small, false, un coche rojo pequeño",
    "house, small, true, una pequeña casa roja",
    "house, small, false, una casa roja pequeña",
    "car, large, true, un gran coche rojo",
    "car, large, false, un coche rojo grande",
    "house, large, true, una gran casa roja",
    "person, small, false, una persona pequeña de rojo"
  })
  void putsTheSpanishSizeOnEitherSide(String subject, String size, boolean before, String phrase) {
    Tongue tongue = Tongue.of(Language.SPANISH);
    Noun noun = tongue.nouns(subject).get(0);
    Description told = Description.NONE.coloured(tongue.colours("red").get(0), subject).sized(size);
    // Plain wordings everywhere but for the side, which is asked with an even chance.
    Choices side =
        new Choices() {
          @Override
          public double next() {
            return Choices.PLAINEST.next();
          }

          @Override
          public boolean chance(double probability) {
            return before && probability == 0.5 && !subject.equals("person");
          }
        };
    String described = tongue.described(noun, 1, told, side);
    assertEquals(phrase, tongue.counted(tongue.numbers(1, noun).get(0), described));
  }

  @Test
  void agreesInWhatIsSaidOfIt() {
    Tongue spanish = Tongue.of(Language.SPANISH);
    Noun house = spanish.nouns("house").get(0);
    Noun car = spanish.nouns("car").get(0);
    Adjective parked = spanish.adjective("aparcado");
    List<String> said = new ArrayList<>();
    said.add(spanish.isDoing("una bici", parked.form(spanish.nouns("bicycle").get(1), 1), 1));
    said.add(spanish.isDoing("dos coches", parked.form(car, 2), 2));
    said.add(spanish.adjective("nadando").form(house, 2));
    said.add(spanish.adjective("adorable").form(house, 2));
    said.add(spanish.adjective("feliz").form(car, 2));
    said.add(spanish.definite(house, 2));
    said.add(spanish.definite(car, 2));
    said.add(spanish.fill("¿Cuál es el color {of the}?", car, 1, ""));
    said.add(spanish.fill("¿Cuál es el color {of the}?", house, 1, ""));
    said.add(spanish.fill("¿{How many} {many} hay?", house, 2, ""));
    said.add(spanish.fill("¿Dónde {stands} {the}?", car, 3, ""));
    said.add(spanish.fill("¿{Is} {colour} {the}?", house, 1, "roja"));
    said.add(spanish.thisIs("un boceto de un gato"));
    said.add(spanish.thisIs("una foto de un gato"));
    assertEquals(
        List.of(
            "una bici está aparcada",
            "dos coches están aparcados",
            "nadando",
            "adorables",
            "felices",
            "las casas",
            "los coches",
            "¿Cuál es el color del coche?",
            "¿Cuál es el color de la casa?",
            "¿Cuántas casas hay?",
            "¿Dónde están los coches?",
            "¿Es roja la casa?",
            "este es un boceto de un gato",
            "esta es una foto de un gato"),
        said);
  }

  private static String phrase(Language language, String subject, String colour, int count) {
    Tongue tongue = Tongue.of(language);
    Noun noun = tongue.nouns(subject).get(0);
    Description told = Description.NONE.coloured(tongue.colours(colour).get(0), subject);
    return tongue.counted(
        tongue.numbers(count, noun).get(0), tongue.described(noun, count, told, Choices.PLAINEST));
  }
}
