package mirador.training.language;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import mirador.training.scenes.SceneFacts;

/**
 * Which facts a free caption tells rightly. A fact is right when the caption names it, by any of
 * its names in either language, and names no other of the same kind: a caption of two subjects is
 * wrong about the subject. Accents and capitals do not matter.
 */
public final class CaptionCheck {
  private static final Table MORE_SUBJECTS =
      Table.of(
          """
          car: carro|carros / automóvil|automóviles
          truck: pickup|pickups / camioneta|camionetas
          bicycle: cycle|cycles
          boat: sailboat|sailboats / sailing boat|sailing boats / velero|veleros / bote|botes
          plane: aircraft|aircraft / aeroplano|aeroplanos
          cat: gata|gatas / gatita|gatitas
          puppy: doggy|doggies / perra|perras / cachorrito|cachorritos
          bird: birdie|birdies / ave|aves
          fish: pececillo|fishes / pescado|pescados / pececito|pececitos
          house: home|homes / casita|casitas
          tree: arbolito|arbolitos
          person: human|humans / man|men / woman|women / hombre|hombres / mujer|mujeres
          """);

  private static final Map<List<String>, String> SUBJECTS = subjects();
  private static final Map<List<String>, String> SINGULAR = singular();
  private static final Map<List<String>, String> COLOURS = colours();

  private static final Map<List<String>, String> PLACES =
      names(
          Table.of(
              """
              road: road / roads / highway / motorway / carretera / autopista
              park: park / garden / parque / jardín
              plain: meadow / field / fields / plain / plains / grassland / pradera / prado / campo / \
              llanura
              beach: beach / sand / shore / playa / arena / orilla
              city: city / town / street / ciudad / calle / calles / pueblo
              sea: sea / ocean / mar / océano
              mountain: mountain / mountains / montaña / montañas
              desert: desert / dunes / desierto / dunas
              """));

  private static final Map<List<String>, String> SKIES =
      names(
          Table.of(
              """
              day: day / daytime / daylight / sunny / sunny day / sunshine / sun / clear sky / día / \
              soleado / día soleado / sol / cielo despejado / despejado
              sunset: sunset / dusk / evening / atardecer / atardece / atardeciendo / ocaso / \
              puesta de sol
              night: night / stars / moon / noche / estrellas / luna
              snow: snow / snows / snowing / snowy / snowy day / nieve / nieva / nevando / nevado / \
              nevada / día de nieve
              rain: rain / rains / raining / rainy / rainy day / lluvia / llueve / lloviendo / lluvioso / \
              día de lluvia / día lluvioso
              """));

  private static final Map<List<String>, String> STYLES =
      names(
          Table.of(
              """
              flat: flat / drawing / illustration / plano / plana / dibujo / ilustración
              pixelated: pixelated / pixel / pixel art / pixelada / pixelado / dibujo pixelado
              sketch: sketch / pencil / pencil drawing / drawn in pencil / boceto / lápiz / \
              dibujo a lápiz / boceto a lápiz
              dark: dark / underexposed / oscura / oscuro / subexpuesta
              noisy: noisy / grainy / noise / ruido / granulada
              rotated: rotated / tilted / girada / inclinada
              """));

  private static final Map<List<String>, String> COUNTS =
      names(
          Table.of(
              """
              2: two / 2 / pair / couple / both / dos / par / ambos
              3: three / 3 / trio / tres / trío
              4: four / 4 / cuatro
              5: five / 5 / cinco
              """));

  private CaptionCheck() {}

  /** Whether the subject is named, and no other one. */
  public static boolean subject(SceneFacts f, String caption) {
    return named(SUBJECTS, caption).equals(Set.of(f.subject()));
  }

  /** Whether its colour is named, and no other one. */
  public static boolean colour(SceneFacts f, String caption) {
    return named(COLOURS, caption).equals(Set.of(f.colour()));
  }

  /** Whether the place is named, and no other one. */
  public static boolean place(SceneFacts f, String caption) {
    return named(PLACES, caption).equals(Set.of(f.place()));
  }

  /** Whether the weather or the time of day is named, and no other one. */
  public static boolean sky(SceneFacts f, String caption) {
    return named(SKIES, caption).equals(Set.of(f.sky()));
  }

  /** Whether the style is named, and no other one. */
  public static boolean style(SceneFacts f, String caption) {
    return named(STYLES, caption).equals(Set.of(f.style()));
  }

  /**
   * Whether the number is told: by a number, or for a single one by the singular and no number. A
   * plural without a number tells none.
   */
  public static boolean count(SceneFacts f, String caption) {
    Set<String> numbers = named(COUNTS, caption);
    if (!numbers.isEmpty()) {
      return numbers.equals(Set.of(String.valueOf(f.count())));
    }
    return f.count() == 1
        && !named(SINGULAR, caption).isEmpty()
        && named(SINGULAR, caption).equals(named(SUBJECTS, caption));
  }

  /** What is named, the longest name first: "clear sky" and "puesta de sol" are one name each. */
  private static Set<String> named(Map<List<String>, String> names, String caption) {
    List<String> words = words(caption);
    Set<String> named = new LinkedHashSet<>();
    for (int i = 0; i < words.size(); ) {
      int length = Math.min(4, words.size() - i);
      while (length > 0 && !names.containsKey(words.subList(i, i + length))) {
        length--;
      }
      if (length > 0) {
        named.add(names.get(words.subList(i, i + length)));
      }
      i += Math.max(1, length);
    }
    return named;
  }

  private static List<String> words(String text) {
    String plain =
        Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "");
    return Arrays.stream(plain.split("[^\\p{L}\\p{N}]+", -1))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static Map<List<String>, String> names(Table table) {
    Map<List<String>, String> names = new HashMap<>();
    table.rows().forEach((key, row) -> row.forEach(name -> names.put(words(name), key)));
    return names;
  }

  private static Map<List<String>, String> subjects() {
    Map<List<String>, String> names = new HashMap<>(singular());
    forEachNoun((subject, noun) -> names.put(words(noun.many()), subject));
    return names;
  }

  private static Map<List<String>, String> singular() {
    Map<List<String>, String> names = new HashMap<>();
    forEachNoun((subject, noun) -> names.put(words(noun.one()), subject));
    return names;
  }

  private static void forEachNoun(BiConsumer<String, Noun> each) {
    for (Language language : Language.values()) {
      Tongue tongue = Tongue.of(language);
      for (String subject : tongue.subjects()) {
        List<Noun> nouns = new ArrayList<>(tongue.nouns(subject));
        MORE_SUBJECTS.row(subject).forEach(forms -> nouns.add(tongue.noun(forms)));
        nouns.forEach(noun -> each.accept(subject, noun));
      }
    }
  }

  private static Map<List<String>, String> colours() {
    Map<List<String>, String> names = new HashMap<>();
    for (Language language : Language.values()) {
      Tongue tongue = Tongue.of(language);
      for (String colour : tongue.colourNames()) {
        tongue.colourAnswers(colour).forEach(word -> names.put(words(word), colour));
      }
    }
    return names;
  }
}
