package mirador.training.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Spanish: adjectives and participles agree in gender and number and mostly follow their noun. */
final class Spanish extends Tongue {
  private static final Set<String> FEMININE =
      Set.of("bicicleta", "bici", "barca", "avioneta", "casa", "persona");

  // Words that end like an adjective and never change.
  private static final Set<String> FIXED = Set.of("de pie");

  static final Spanish TONGUE = new Spanish();

  private Spanish() {
    super(
        Map.ofEntries(
            Map.entry(
                "nouns",
                Table.of(
                    """
                    car: coche|coches / coche deportivo|coches deportivos / auto|autos / \
                    auto deportivo|autos deportivos
                    truck: camión|camiones
                    bicycle: bicicleta|bicicletas / bici|bicis
                    boat: barco|barcos / barca|barcas
                    plane: avión|aviones / ~avioneta|avionetas
                    cat: gato|gatos / ~gatito|gatitos
                    puppy: cachorro|cachorros / perro|perros / ~perrito|perritos
                    bird: pájaro|pájaros / ~pajarito|pajaritos
                    fish: pez|peces
                    house: casa|casas
                    tree: árbol|árboles
                    person: persona|personas
                    """)),
            Map.entry(
                "colours",
                Table.of(
                    """
                    red: rojo
                    orange: naranja
                    yellow: amarillo
                    green: verde
                    blue: azul
                    purple: morado / violeta
                    pink: rosa
                    brown: marrón
                    golden: dorado
                    white: blanco
                    grey: gris
                    black: negro
                    """)),
            Map.entry(
                "doings",
                Table.of(
                    """
                    car: >circulando / aparcado / >avanzando
                    truck: >circulando / aparcado
                    bicycle: aparcado / parado
                    boat: >navegando / flotando
                    plane: >volando / aterrizando
                    cat: sentado / jugando / descansando
                    puppy: jugando / sentado / >corriendo
                    bird: descansando / >volando / cantando
                    fish: >nadando / flotando / saltando
                    house:
                    tree: creciendo / plantado
                    person: de pie / >caminando / descansando
                    """)),
            Map.entry(
                "places",
                Table.of(
                    """
                    road: en la carretera / en una carretera / en la autopista
                    park: en el parque / en un parque
                    plain: en la pradera / en una pradera / en el campo / en la llanura
                    beach: en la playa / en una playa / en la arena
                    city: en la ciudad / en una ciudad / en la calle / en una calle
                    sea: en el mar / en alta mar / en el océano
                    mountain: en la montaña / en las montañas / en una montaña
                    desert: en el desierto / en un desierto
                    """)),
            Map.entry(
                "ways",
                Table.of(
                    """
                    road: por la carretera / por una carretera / por la autopista
                    park: por el parque / por un parque
                    plain: por la pradera / por el campo / por la llanura
                    beach: por la playa / por la arena
                    city: por la ciudad / por la calle
                    sea: por el mar / por el océano
                    mountain: por la montaña / por las montañas
                    desert: por el desierto / por un desierto
                    """)),
            Map.entry(
                "skies",
                Table.of(
                    """
                    day: en un día soleado / de día / bajo el sol / con el cielo despejado
                    sunset: al atardecer / al ocaso / a la puesta de sol
                    night: de noche / por la noche / bajo las estrellas
                    snow: en la nieve / bajo la nieve / mientras nieva / en un día de nieve
                    rain: bajo la lluvia / mientras llueve / en un día de lluvia
                    """)),
            Map.entry(
                "heads",
                Table.of(
                    """
                    any: una foto de / una imagen de
                    flat: un dibujo de / un dibujo plano de / una ilustración de
                    pixelated: una imagen pixelada de / un dibujo pixelado de
                    sketch: un boceto de / un boceto a lápiz de / un dibujo a lápiz de
                    dark: una foto oscura de / una imagen oscura de / una foto subexpuesta de
                    noisy: una foto con ruido de / una imagen con ruido de / una foto granulada de
                    rotated: una imagen girada de / una foto inclinada de / una foto girada de
                    """)),
            Map.entry(
                "tails",
                Table.of(
                    """
                    flat: dibujo plano / ilustración plana
                    pixelated: pixel art / imagen pixelada
                    sketch: boceto a lápiz / dibujo a lápiz
                    dark: foto oscura / foto subexpuesta
                    noisy: foto granulada / foto con ruido
                    rotated: foto inclinada / imagen girada
                    """)),
            Map.entry(
                "praise",
                Table.of(
                    """
                    car: rápido / bonito
                    truck: rápido / bonito
                    bicycle: bonito / rápido
                    boat: bonito / rápido
                    plane: rápido / bonito
                    cat: adorable / lindo / bonito
                    puppy: adorable / lindo / feliz
                    bird: adorable / bonito
                    fish: lindo / bonito
                    house: lindo / bonito
                    tree: lindo / bonito
                    person: feliz
                    """)),
            Map.entry(
                "answers",
                Table.of(
                    """
                    yes: sí / si / sí, hay / sí, lo es
                    no: no / no, no hay / no, no lo es
                    weather.day: hace sol / sol / soleado / día soleado / un día soleado / despejado / \
                    cielo despejado / de día / es de día / día
                    weather.sunset: atardece / atardecer / al atardecer / es el atardecer / ocaso / \
                    puesta de sol / está atardeciendo
                    weather.night: es de noche / de noche / noche / por la noche
                    weather.snow: nieva / nieve / está nevando / hay nieve / día de nieve / nevado
                    weather.rain: llueve / lluvia / está lloviendo / hay lluvia / día de lluvia / lluvioso
                    time.day: de día / es de día / día / el día
                    time.sunset: el atardecer / atardecer / al atardecer / atardece / ocaso / puesta de sol
                    time.night: de noche / es de noche / noche / la noche
                    style.flat: un dibujo plano / dibujo plano / un dibujo / dibujo / plano
                    style.pixelated: una imagen pixelada / imagen pixelada / pixelada / pixelado / \
                    pixel art
                    style.sketch: un boceto a lápiz / boceto a lápiz / un boceto / boceto / \
                    un dibujo a lápiz / dibujo a lápiz
                    style.dark: una foto oscura / foto oscura / oscura / oscuro / subexpuesta / \
                    una imagen oscura
                    style.noisy: una foto con ruido / foto con ruido / con ruido / ruido / granulada / \
                    una foto granulada
                    style.rotated: una imagen girada / imagen girada / girada / inclinada / \
                    una foto inclinada / una foto girada
                    absent: una alfombra / un caballo / una silla / un elefante
                    animal: un animal / algún animal
                    vehicle: un vehículo / algún vehículo
                    place.road: una carretera
                    place.park: un parque
                    place.plain: una pradera
                    place.beach: una playa
                    place.city: una ciudad
                    place.sea: el mar
                    place.mountain: una montaña
                    place.desert: un desierto
                    """)),
            Map.entry(
                "wordings",
                Table.of(
                    """
                    what: ¿Qué ves en esta imagen? / ¿Qué ves? / ¿Qué hay en la imagen? / ¿Qué se ve en \
                    la imagen? / ¿Qué objetos se ven? / ¿Qué aparece en la imagen? / ¿Qué muestra la \
                    imagen? / ¿Qué ves en este dibujo? / ¿Qué objetos ves?
                    what.one: ¿Qué es esto? / ¿Qué objeto aparece?
                    what.many: ¿Qué son?
                    animal.one: ¿Qué animal es este? / ¿Qué animal hay en la imagen? / ¿Qué animal ves? / \
                    ¿Qué animal aparece?
                    animal.many: ¿Qué animales son estos? / ¿Qué animales hay en la imagen? / ¿Qué \
                    animales ves?
                    vehicle.one: ¿Qué vehículo es este? / ¿Qué vehículo hay en la imagen? / ¿Qué vehículo \
                    ves?
                    vehicle.many: ¿Qué vehículos son estos? / ¿Qué vehículos ves?
                    colour: ¿De qué color {is} {the}? / ¿Qué color {has} {the}? / ¿Cuál es el color \
                    {of the}?
                    colour.worn: ¿De qué color es la ropa {of the}? / ¿De qué color {is} {the}?
                    colour.back: ¿De qué color {is}? / ¿Y de qué color {is}? / ¿Y el color?
                    count: ¿{How many} {many} hay? / ¿{How many} {many} ves? / ¿{How many} {many} hay en \
                    la imagen? / ¿{How many} {many} se ven?
                    count.back: ¿{How many} hay? / ¿Y {how many} hay? / ¿{How many} ves?
                    animal.count: ¿Cuántos animales hay? / ¿Cuántos animales ves?
                    where: ¿Dónde {stands} {the}? / ¿En qué lugar {stands} {the}? / ¿Dónde {stands} {the} \
                    en esta imagen?
                    where.back: ¿Dónde {stands}? / ¿Y dónde {stands}?
                    weather: ¿Qué tiempo hace? / ¿Qué tiempo hace en la imagen? / ¿Cómo está el tiempo? / \
                    ¿Cómo es el tiempo?
                    weather.back: ¿Y el tiempo? / ¿Y qué tiempo hace?
                    time: ¿Qué momento del día es?
                    style: ¿Qué estilo tiene la imagen? / ¿Cómo es la imagen? / ¿Qué tipo de imagen es? / \
                    ¿Qué tipo de imagen es esta?
                    style.back: ¿Y el estilo? / ¿Y cómo es la imagen?
                    there: ¿Hay {a}? / ¿Hay {a} en la imagen? / ¿Ves {a}? / ¿Se ve {a}?
                    colour.is: ¿{Is} {colour} {the}?
                    place.is: ¿{Stands} {the} {place}?
                    place.this: ¿Es esto {a}? / ¿Es {a}?
                    sky.day: ¿Hace sol? / ¿Es un día soleado?
                    sky.sunset: ¿Está atardeciendo? / ¿Es el atardecer?
                    sky.night: ¿Es de noche?
                    sky.snow: ¿Está nevando? / ¿Hay nieve?
                    sky.rain: ¿Está lloviendo? / ¿Llueve?
                    """))));
  }

  @Override
  Noun noun(String forms) {
    String plain = forms.startsWith("~") ? forms.substring(1) : forms;
    return Noun.of(forms, FEMININE.contains(plain.substring(0, plain.indexOf('|'))));
  }

  @Override
  Adjective adjective(String word) {
    boolean gerund = word.endsWith("ando") || word.endsWith("endo");
    if (gerund || FIXED.contains(word)) {
      return Adjective.fixed(word);
    }
    return Adjective.spanish(word);
  }

  @Override
  List<String> numbers(int count, Noun noun) {
    return switch (count) {
      case 1 -> List.of(noun.feminine() ? "una" : "un");
      case 2 -> List.of("dos", "un par de");
      default -> List.of("tres", "un grupo de tres");
    };
  }

  @Override
  String described(Noun noun, int count, Description told, Choices choices) {
    List<String> words = new ArrayList<>();
    words.add(noun.form(count));
    Optional<String> colour = told.colour().map(word -> colour(word, told, noun, count, choices));
    boolean adjective = colour.isPresent() && colour.get().indexOf(' ') < 0;
    if (adjective) {
      words.add(colour.get());
    }
    told.size().ifPresent(size -> addSize(words, size, noun, count, choices));
    told.praise().ifPresent(word -> addPraise(words, word.form(noun, count), choices));
    if (!adjective) {
      colour.ifPresent(words::add); // "un coche pequeño de color rojo"
    }
    return String.join(" ", words);
  }

  private String colour(Adjective word, Description told, Noun noun, int count, Choices choices) {
    if (told.worn()) {
      String dressed = adjective("vestido").form(noun, count) + " de ";
      return (choices.chance(0.5) ? dressed : "de ") + word.forms().get(0);
    }
    return choices.chance(0.1) ? "de color " + word.forms().get(0) : word.form(noun, count);
  }

  /** "un gran coche rojo", "un coche rojo grande": grande is cut short before its noun. */
  private void addSize(List<String> words, String size, Noun noun, int count, Choices choices) {
    boolean before = choices.chance(0.5);
    String word =
        size.equals("small")
            ? adjective("pequeño").form(noun, count)
            : choices.from(List.of(before ? "gran" : "grande", "enorme"));
    words.add(before ? 0 : words.size(), word);
  }

  /** "un lindo gato", "un gato adorable"; the other adjectives stay behind their noun. */
  private static void addPraise(List<String> words, String word, Choices choices) {
    boolean before = word.startsWith("lind") && choices.chance(0.5);
    words.add(before ? 0 : words.size(), word);
  }

  @Override
  String counted(String number, String described) {
    return number + " " + described;
  }

  @Override
  String definite(Noun noun, int count) {
    String article = noun.feminine() ? "la" : count == 1 ? "el" : "lo";
    return article + (count == 1 ? " " : "s ") + noun.form(count);
  }

  @Override
  String thereIs(String thing, int count) {
    return "hay " + thing;
  }

  @Override
  String isDoing(String thing, String doing, int count) {
    return thing + (count == 1 ? " está " : " están ") + doing;
  }

  @Override
  String thisIs(String picture) {
    return (picture.startsWith("una ") ? "esta es " : "este es ") + picture;
  }

  @Override
  List<String> shows(int count) {
    return List.of("la imagen muestra", count == 1 ? "se ve" : "se ven", "en la imagen hay");
  }

  @Override
  String fill(String wording, Noun noun, int count, String colour) {
    boolean one = count == 1;
    String the = definite(noun, count);
    String howMany = noun.feminine() ? "uántas" : "uántos";
    return wording
        .replace("{is}", one ? "es" : "son")
        .replace("{Is}", one ? "Es" : "Son")
        .replace("{has}", one ? "tiene" : "tienen")
        .replace("{stands}", one ? "está" : "están")
        .replace("{Stands}", one ? "Está" : "Están")
        .replace("{of the}", the.startsWith("el ") ? "d" + the : "de " + the)
        .replace("{the}", the)
        .replace("{How many}", "C" + howMany)
        .replace("{how many}", "c" + howMany)
        .replace("{many}", noun.many())
        .replace("{colour}", colour);
  }

  @Override
  List<String> countAnswers(int count, Noun noun) {
    boolean feminine = noun.feminine();
    return switch (count) {
      case 0 ->
          feminine
              ? List.of("ninguna", "ninguno", "cero", "0", "no hay")
              : List.of("ninguno", "ninguna", "cero", "0", "no hay");
      case 1 ->
          feminine
              ? List.of("una", "uno", "un", "1", "hay una", "solo una")
              : List.of("uno", "una", "un", "1", "hay uno", "solo uno");
      case 2 -> List.of("dos", "2", "un par", "hay dos");
      default -> List.of("tres", "3", "hay tres");
    };
  }
}
