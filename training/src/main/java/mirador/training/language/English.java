package mirador.training.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** English: nothing agrees but a and an, is and are. */
final class English extends Tongue {
  static final English TONGUE = new English();

  private static final Table SIZES =
      Table.of(
          """
          small: small / little / tiny
          large: large / big / huge
          """);

  private static final List<String> IN_COLOUR = List.of("in ", "dressed in ", "wearing ");

  private English() {
    super(
        Map.ofEntries(
            Map.entry(
                "nouns",
                Table.of(
                    """
                    car: car|cars / sports car|sports cars / automobile|automobiles
                    truck: truck|trucks / lorry|lorries
                    bicycle: bicycle|bicycles / bike|bikes
                    boat: boat|boats / ship|ships
                    plane: plane|planes / airplane|airplanes / aeroplane|aeroplanes
                    cat: cat|cats / ~kitten|kittens
                    puppy: puppy|puppies / dog|dogs / ~little dog|little dogs
                    bird: bird|birds / ~little bird|little birds
                    fish: fish|fish
                    house: house|houses / cottage|cottages
                    tree: tree|trees
                    person: person|people
                    """)),
            Map.entry(
                "colours",
                Table.of(
                    """
                    red: red
                    orange: orange
                    yellow: yellow
                    green: green
                    blue: blue
                    purple: purple / violet
                    pink: pink
                    brown: brown
                    golden: golden
                    white: white
                    grey: grey / gray
                    black: black
                    """)),
            Map.entry(
                "doings",
                Table.of(
                    """
                    car: >driving / parked / >racing
                    truck: >driving / parked
                    bicycle: parked / standing
                    boat: >sailing / floating
                    plane: >flying / landing
                    cat: sitting / playing / resting
                    puppy: playing / sitting / >running
                    bird: resting / >flying / singing
                    fish: >swimming / floating / jumping
                    house: standing
                    tree: growing / standing
                    person: standing / >walking / resting
                    """)),
            Map.entry(
                "places",
                Table.of(
                    """
                    road: on the road / on a road / on the highway
                    park: in the park / in a park
                    plain: in the meadow / in a meadow / in a field / on the plain
                    beach: on the beach / on a beach / on the sand
                    city: in the city / in a city / in the street / on a city street
                    sea: on the sea / at sea / in the sea / on the ocean
                    mountain: on the mountain / in the mountains / on a mountain
                    desert: in the desert / in a desert
                    """)),
            Map.entry(
                "ways",
                Table.of(
                    """
                    road: along the road / down the road / along the highway
                    park: through the park / across the park
                    plain: across the meadow / through a field / across the plain
                    beach: along the beach / across the sand
                    city: through the city / down the street
                    sea: across the sea / across the ocean
                    mountain: through the mountains / along the mountain
                    desert: through the desert / across the desert
                    """)),
            Map.entry(
                "skies",
                Table.of(
                    """
                    day: on a sunny day / by day / in the sunshine / under a clear sky
                    sunset: at sunset / at dusk
                    night: at night / by night / under the stars
                    snow: in the snow / while it snows / on a snowy day
                    rain: in the rain / while it rains / on a rainy day
                    """)),
            Map.entry(
                "heads",
                Table.of(
                    """
                    any: a photo of / an image of / a picture of
                    flat: a drawing of / a flat drawing of / a flat illustration of
                    pixelated: a pixelated image of / a pixelated picture of / pixel art of
                    sketch: a sketch of / a pencil sketch of / a pencil drawing of
                    dark: a dark photo of / a dark image of / an underexposed photo of
                    noisy: a noisy photo of / a grainy photo of / a noisy image of
                    rotated: a rotated image of / a tilted photo of / a tilted picture of
                    """)),
            Map.entry(
                "tails",
                Table.of(
                    """
                    flat: flat drawing / flat illustration
                    pixelated: pixel art / pixelated
                    sketch: pencil sketch / drawn in pencil
                    dark: dark photo / underexposed
                    noisy: grainy photo / noisy image
                    rotated: tilted photo / rotated image
                    """)),
            Map.entry(
                "praise",
                Table.of(
                    """
                    car: fast / beautiful
                    truck: fast / beautiful
                    bicycle: beautiful / fast
                    boat: beautiful / fast
                    plane: fast / beautiful
                    cat: cute / beautiful / lovely
                    puppy: cute / happy / lovely
                    bird: cute / beautiful
                    fish: cute / beautiful
                    house: lovely / beautiful
                    tree: lovely / beautiful
                    person: happy
                    """)),
            Map.entry(
                "answers",
                Table.of(
                    """
                    yes: yes / yes, there is / yes, it is
                    no: no / no, there is not / no, it is not
                    weather.day: sunny / sunny day / a sunny day / clear / clear sky / day
                    weather.sunset: sunset / at sunset / dusk / a sunset / clear sky with sunset light
                    weather.night: night / at night / by night / dark / clear night
                    weather.snow: snowy / snow / snowing / it is snowing / snowy day / it snows
                    weather.rain: rainy / rain / raining / it is raining / rainy day / it rains
                    time.day: day / daytime / by day / the day
                    time.sunset: sunset / at sunset / dusk / evening
                    time.night: night / at night / by night / the night
                    style.flat: a flat drawing / flat drawing / a drawing / drawing / flat
                    style.pixelated: pixel art / pixelated / a pixelated image / pixelated image
                    style.sketch: a pencil sketch / pencil sketch / a sketch / sketch / pencil drawing
                    style.dark: a dark photo / dark photo / dark / underexposed / a dark image
                    style.noisy: a noisy photo / noisy photo / noisy / grainy / a grainy photo
                    style.rotated: a tilted photo / tilted photo / tilted / rotated / a rotated image
                    absent: a carpet / a horse / a chair / an elephant
                    animal: an animal
                    vehicle: a vehicle
                    place.road: a road
                    place.park: a park
                    place.plain: a meadow
                    place.beach: a beach
                    place.city: a city
                    place.sea: the sea
                    place.mountain: a mountain
                    place.desert: a desert
                    """)),
            Map.entry(
                "wordings",
                Table.of(
                    """
                    what: What do you see in this picture? / What do you see in this image? / What do \
                    you see? / What objects are visible? / What is in the picture? / What is in the \
                    image? / What objects do you see? / What can you see? / What does the picture show?
                    what.one: What is this?
                    what.many: What are these?
                    animal.one: What animal is this? / What animal is in the image? / What animal do \
                    you see? / Which animal is this?
                    animal.many: What animals are these? / What animals are in the image? / What \
                    animals do you see?
                    vehicle.one: What vehicle is this? / What vehicle is in the image? / What vehicle \
                    do you see?
                    vehicle.many: What vehicles are these? / What vehicles do you see?
                    colour: What color {is} {the}? / What colour {is} {the}? / What is the color of \
                    {the}? / Which color {is} {the}?
                    colour.worn: What color {is} {the} wearing? / What color {is} {the}? / What color are the clothes \
                    of {the}?
                    colour.back: What color {is} {it}? / And what color {is} {it}? / What colour {is} \
                    {it}? / And the color?
                    count: How many {many} are there? / How many {many} do you see? / How many {many} \
                    are in the picture? / How many {many} can you see?
                    count.back: How many are there? / And how many are there? / How many do you see?
                    animal.count: How many animals are there? / How many animals do you see?
                    where: Where {is} {the}? / Where {is} {the} in this picture? / In which place {is} \
                    {the}? / Where do you see {the}?
                    where.back: Where {is} {it}? / And where {is} {it}?
                    weather: What is the weather? / What is the weather like? / How is the weather? / \
                    What weather do you see? / What is the weather in this picture?
                    weather.back: And the weather? / And what is the weather? / What is the weather \
                    there?
                    time: What time of day is it?
                    style: What style is this picture? / What kind of picture is this? / What kind of \
                    image is this? / What style does the image have?
                    style.back: And the style? / And what kind of picture is it?
                    there: Is there {a}? / Is there {a} in the picture? / Do you see {a}? / Can you see \
                    {a}? / Is there {a} in this image?
                    colour.is: {Is} {the} {colour}?
                    place.is: {Is} {the} {place}?
                    place.this: Is this {a}?
                    sky.day: Is it sunny? / Is it a sunny day?
                    sky.sunset: Is it sunset?
                    sky.night: Is it night? / Is it at night?
                    sky.snow: Is it snowing? / Is there snow?
                    sky.rain: Is it raining? / Is there rain?
                    """))));
  }

  @Override
  Noun noun(String forms) {
    return Noun.of(forms, false);
  }

  @Override
  Adjective adjective(String word) {
    return Adjective.fixed(word);
  }

  @Override
  List<String> numbers(int count, Noun noun) {
    return switch (count) {
      case 1 -> List.of("a", "one");
      case 2 -> List.of("two", "a pair of");
      default -> List.of("three", "a group of three");
    };
  }

  @Override
  String described(Noun noun, int count, Description told, Choices choices) {
    List<String> words = new ArrayList<>();
    told.praise().ifPresent(word -> words.add(word.form(noun, count)));
    told.size().ifPresent(size -> words.add(choices.from(SIZES.row(size))));
    if (!told.worn()) {
      told.colour().ifPresent(word -> words.add(word.form(noun, count)));
    }
    words.add(noun.form(count));
    if (told.worn()) {
      told.colour().ifPresent(word -> words.add(choices.from(IN_COLOUR) + word.form(noun, count)));
    }
    return String.join(" ", words);
  }

  @Override
  String counted(String number, String described) {
    boolean vowel = "aeiou".indexOf(described.charAt(0)) >= 0;
    return (number.equals("a") && vowel ? "an" : number) + " " + described;
  }

  @Override
  String definite(Noun noun, int count) {
    return "the " + noun.form(count);
  }

  @Override
  String thereIs(String thing, int count) {
    return (count == 1 ? "there is " : "there are ") + thing;
  }

  @Override
  String isDoing(String thing, String doing, int count) {
    return thing + (count == 1 ? " is " : " are ") + doing;
  }

  @Override
  String thisIs(String picture) {
    return "this is " + picture;
  }

  @Override
  List<String> shows(int count) {
    return List.of("the picture shows", "the image shows", "you can see");
  }

  @Override
  String fill(String wording, Noun noun, int count, String colour) {
    boolean one = count == 1;
    return wording
        .replace("{is}", one ? "is" : "are")
        .replace("{Is}", one ? "Is" : "Are")
        .replace("{it}", one ? "it" : "they")
        .replace("{the}", definite(noun, count))
        .replace("{many}", noun.many())
        .replace("{colour}", colour);
  }

  @Override
  List<String> countAnswers(int count, Noun noun) {
    return switch (count) {
      case 0 -> List.of("none", "zero", "0", "no");
      case 1 -> List.of("one", "1", "just one", "only one", "a", "there is one");
      case 2 -> List.of("two", "2", "a pair", "there are two");
      default -> List.of("three", "3", "there are three");
    };
  }
}
