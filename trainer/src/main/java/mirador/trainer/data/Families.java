package mirador.trainer.data;

import java.util.ArrayList;
import java.util.List;
import mirador.training.scenes.SceneFacts;
import mirador.training.scenes.SceneSampler;
import mirador.training.scenes.Split;
import mirador.training.scenes.SplitMix64;

/**
 * Families of scenes that differ in one fact alone, most often in what they are of. Among scenes
 * that differ in everything a model can find the right one by its colours; among these it cannot.
 */
final class Families {
  /** Scenes of a family. */
  static final int SIZE = 8;

  private static final int CHOICE = 37;
  private static final double SMALLER = 0.3;
  private static final double TURNED = 0.2;
  private static final double SUBJECT = 0.8;
  private static final double COUNT = 0.9;
  private static final double COLOUR = 0.95;
  private static final double PLACE = 0.98;

  /** The fact in which a family differs. */
  private enum Fact {
    SUBJECT,
    COUNT,
    COLOUR,
    PLACE,
    SKY
  }

  private Families() {}

  /**
   * The facts of one scene of a family, all of the training split.
   *
   * @param seed of the family
   * @param member from 0 to {@link #SIZE} - 1
   */
  static SceneFacts facts(long seed, int member) {
    SplitMix64 random = SplitMix64.forPart(seed, CHOICE);
    SceneFacts first = harder(SceneSampler.facts(Split.TRAIN, seed), random);
    List<SceneFacts> others = others(first, fact(random.nextDouble()));
    // The split has taken some away, and there are not eight numbers or skies: others complete it.
    for (Fact more : List.of(Fact.SUBJECT, Fact.COLOUR)) {
      for (SceneFacts one : others(first, more)) {
        if (others.size() < SIZE - 1 && !others.contains(one)) {
          others.add(one);
        }
      }
    }
    for (int i = 1; i <= member; i++) {
      SceneFacts one = others.remove(random.below(others.size()));
      if (i == member) {
        return one;
      }
    }
    return first;
  }

  /** What is small or turned is harder to know: more of it is seen. */
  private static SceneFacts harder(SceneFacts f, SplitMix64 random) {
    String size = random.nextDouble() < SMALLER ? SceneFacts.SMALL : f.size();
    String style = random.nextDouble() < TURNED ? "rotated" : f.style();
    return new SceneFacts(f.subject(), f.colour(), f.count(), f.place(), f.sky(), style, size);
  }

  private static Fact fact(double drawn) {
    if (drawn < SUBJECT) {
      return Fact.SUBJECT;
    }
    if (drawn < COUNT) {
      return Fact.COUNT;
    }
    if (drawn < COLOUR) {
      return Fact.COLOUR;
    }
    return drawn < PLACE ? Fact.PLACE : Fact.SKY;
  }

  /** All scenes of the training split that differ from one in that fact alone. */
  private static List<SceneFacts> others(SceneFacts f, Fact fact) {
    List<SceneFacts> all = new ArrayList<>();
    switch (fact) {
      case SUBJECT ->
          SceneSampler.subjects()
              .forEach(word -> all.add(with(f, word, f.colour(), f.count(), f.place(), f.sky())));
      case COLOUR ->
          SceneSampler.colours()
              .forEach(word -> all.add(with(f, f.subject(), word, f.count(), f.place(), f.sky())));
      case PLACE ->
          SceneSampler.places()
              .forEach(word -> all.add(with(f, f.subject(), f.colour(), f.count(), word, f.sky())));
      case SKY ->
          SceneSampler.skies()
              .forEach(
                  word -> all.add(with(f, f.subject(), f.colour(), f.count(), f.place(), word)));
      case COUNT -> {
        for (int count = 1; count <= SceneFacts.MOST; count++) {
          all.add(with(f, f.subject(), f.colour(), count, f.place(), f.sky()));
        }
      }
    }
    all.removeIf(one -> one.equals(f) || SceneSampler.splitOf(one) != Split.TRAIN);
    return all;
  }

  private static SceneFacts with(
      SceneFacts f, String subject, String colour, int count, String place, String sky) {
    return new SceneFacts(subject, colour, count, place, sky, f.style(), f.size());
  }
}
