package mirador.training.evaluation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mirador.concepts.image.Picture;
import mirador.training.language.Captions;
import mirador.training.language.Language;
import mirador.training.scenes.SceneFacts;
import mirador.training.scenes.SceneSampler;
import mirador.training.scenes.Split;
import mirador.training.scenes.SplitMix64;

/** Scenes of a split that is not trained on, each drawn once, no two with the same facts. */
public final class TestScenes {
  private static final int CAPTION = 41;

  private final List<SceneFacts> facts;
  private final List<Long> seeds;
  private final List<Picture> pictures;

  private TestScenes(List<SceneFacts> facts, List<Long> seeds, List<Picture> pictures) {
    this.facts = List.copyOf(facts);
    this.seeds = List.copyOf(seeds);
    this.pictures = List.copyOf(pictures);
  }

  /** The first scenes of the test split, as {@link #of(Split, int, int)} gives them. */
  public static TestScenes of(int count, int side) {
    return of(Split.TEST, count, side);
  }

  /**
   * The first scenes of a split.
   *
   * @param count how many
   * @param side of their pictures in pixels
   */
  public static TestScenes of(Split split, int count, int side) {
    List<SceneFacts> facts = new ArrayList<>();
    List<Long> seeds = new ArrayList<>();
    Set<SceneFacts> known = new HashSet<>();
    for (long seed = 0; facts.size() < count; seed++) {
      SceneFacts one = SceneSampler.facts(split, seed);
      if (known.add(one)) {
        facts.add(one);
        seeds.add(seed);
      }
    }
    return new TestScenes(
        facts,
        seeds,
        IntStream.range(0, count)
            .mapToObj(
                i -> new Picture(side, side, SceneSampler.draw(facts.get(i), seeds.get(i), side)))
            .toList());
  }

  public int size() {
    return facts.size();
  }

  public SceneFacts facts(int scene) {
    return facts.get(scene);
  }

  public long seed(int scene) {
    return seeds.get(scene);
  }

  public List<Picture> pictures() {
    return pictures;
  }

  /** The same scenes with other pictures in their places. */
  TestScenes with(List<Picture> others) {
    return new TestScenes(facts, seeds, others);
  }

  /** One full caption of each scene. */
  public List<String> captions(Language language) {
    return IntStream.range(0, size())
        .mapToObj(
            i -> Captions.full(facts.get(i), language, SplitMix64.forPart(seeds.get(i), CAPTION)))
        .collect(Collectors.toList());
  }
}
