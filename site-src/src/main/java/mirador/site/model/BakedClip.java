package mirador.site.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mirador.concepts.clip.ClipModel;
import mirador.concepts.clip.ImageSteps;
import mirador.concepts.inference.ModelManifest;
import mirador.concepts.vit.AttentionMaps;
import mirador.models.clip.ClipFolder;
import mirador.site.scan.CoursePicture;

/**
 * CLIP while the site is built, when its files are at hand: what it says of the figures is written
 * into the pages, marked «precalculado». Embeddings are computed once for all widgets.
 */
public final class BakedClip implements AutoCloseable {
  private final ClipFolder folder;
  private final String title;
  private final Map<String, double[]> images = new HashMap<>();
  private final Map<String, double[]> texts = new HashMap<>();
  private final Map<String, AttentionMaps> attention = new HashMap<>();
  private final Map<String, ImageSteps> steps = new HashMap<>();

  private BakedClip(ClipFolder folder, String title) {
    this.folder = folder;
    this.title = title;
  }

  /**
   * The first folder with a manifest.
   *
   * @throws IOException when a folder cannot be read
   * @throws RuntimeException when its model is damaged or not a CLIP; the message names it
   */
  public static Optional<BakedClip> find(List<Path> folders) throws IOException {
    for (Path folder : folders) {
      if (Files.isRegularFile(folder.resolve("manifest.json"))) {
        ClipFolder model = ClipFolder.open(folder);
        ModelManifest manifest = model.folder().manifest();
        return Optional.of(new BakedClip(model, manifest.name() + ", " + manifest.variant()));
      }
    }
    return Optional.empty();
  }

  /**
   * The small model that is a part of the course.
   *
   * @throws IOException when it cannot be read
   */
  public static BakedClip of(Miniature miniature) throws IOException {
    return new BakedClip(ClipFolder.open(miniature.folder().path()), miniature.title());
  }

  public ClipModel model() {
    return folder.model();
  }

  /** Which files they were: «clip-vit-base-patch32, int8», «CLIP mini». */
  public String title() {
    return title;
  }

  /** The embedding of a figure, of length 1. */
  public double[] image(CoursePicture picture) {
    return images.computeIfAbsent(
        picture.id(), id -> model().imageEmbeddings(List.of(picture.pixels())).rows()[0]);
  }

  /** The embedding of a text, of length 1. */
  public double[] text(String text) {
    return texts.computeIfAbsent(text, one -> model().textEmbeddings(List.of(one)).rows()[0]);
  }

  /** What each token of a figure looks at; nothing where the model's graph does not show it. */
  public Optional<AttentionMaps> attention(CoursePicture picture) {
    ClipModel open = openedUp();
    return open.encoders().hasImageAttention()
        ? Optional.of(
            attention.computeIfAbsent(picture.id(), id -> open.attention(picture.pixels())))
        : Optional.empty();
  }

  /** What a figure becomes on its way through the image encoder. */
  public ImageSteps steps(CoursePicture picture) {
    return steps.computeIfAbsent(picture.id(), id -> openedUp().steps(picture.pixels()));
  }

  private ClipModel openedUp() {
    try {
      return folder.openedUp();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    folder.close();
  }
}
