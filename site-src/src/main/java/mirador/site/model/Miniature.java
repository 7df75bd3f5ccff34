package mirador.site.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import mirador.concepts.inference.ModelManifest;
import mirador.concepts.inference.ModelManifest.ModelFile;
import mirador.concepts.inference.ModelOffer;
import mirador.models.folder.ModelFolder;
import mirador.models.folder.ModelFolderException;
import mirador.site.problem.Place;
import mirador.site.problem.Problems;

/**
 * A small model that is a part of the course: it lies in {@code miniatures/NAME/onnx}, goes into
 * the site, and is started by pages without a question.
 */
public record Miniature(ModelFolder folder) {
  /** What learners call the small model of each architecture. */
  private static final Map<String, String> TITLES =
      Map.of("clip", "CLIP mini", "blip2", "BLIP-2 mini");

  /**
   * The small models of a course, in the order of their names; none where the folder is missing.
   *
   * @param miniatures holds a folder for each model, its export in {@code onnx/}
   * @throws IOException when the folder cannot be read
   */
  public static List<Miniature> all(Path miniatures, Problems problems) throws IOException {
    if (!Files.isDirectory(miniatures)) {
      return List.of();
    }
    List<Path> folders;
    try (Stream<Path> found = Files.list(miniatures)) {
      folders =
          found
              .map(model -> model.resolve("onnx"))
              .filter(onnx -> Files.isRegularFile(onnx.resolve(ModelFolder.MANIFEST)))
              .sorted()
              .toList();
    }
    List<Miniature> all = new ArrayList<>();
    for (Path onnx : folders) {
      Path of = onnx.getParent().getFileName();
      Place place = Place.of("miniatures/" + of + "/onnx");
      try {
        Miniature one = new Miniature(ModelFolder.open(onnx));
        String wrong = one.problem(of.toString(), all);
        if (wrong.isEmpty()) {
          all.add(one);
        } else {
          problems.add(place, wrong);
        }
      } catch (ModelFolderException damaged) {
        problems.add(place, damaged.getMessage() + "; export it again, or take the folder away");
      }
    }
    return all;
  }

  private String problem(String of, List<Miniature> others) {
    if (!name().equals(of)) {
      return "its manifest names it \"" + name() + "\": rename the folder";
    }
    if (!TITLES.containsKey(architecture())) {
      return "no page runs the architecture \"" + architecture() + "\": take the folder away";
    }
    if (find(others, architecture()).isPresent()) {
      return "there is another miniature of " + architecture() + ": take one of them away";
    }
    for (ModelFile file : folder.manifest().files()) {
      if (file.isSplit()) {
        return file.path() + " is stored in shards, too large for a part of every page";
      }
    }
    return "";
  }

  /** The one of this architecture among some. */
  public static Optional<Miniature> find(List<Miniature> some, String architecture) {
    return some.stream().filter(one -> one.architecture().equals(architecture)).findFirst();
  }

  public String name() {
    return manifest().name();
  }

  public String architecture() {
    return manifest().architecture();
  }

  public ModelManifest manifest() {
    return folder.manifest();
  }

  /** What learners call it. */
  public String title() {
    return TITLES.get(architecture());
  }

  /** Bytes of all its files. */
  public long bytes() {
    return manifest().bytes();
  }

  /** The same as other models are told of. */
  public ModelOffer offer() {
    return new ModelOffer(
        name(),
        title(),
        architecture(),
        true,
        List.of(new ModelOffer.Variant(manifest().variant(), bytes())),
        List.of(new ModelOffer.Origin(ModelOffer.Origin.SITE, "models/" + name() + "/", "")));
  }
}
