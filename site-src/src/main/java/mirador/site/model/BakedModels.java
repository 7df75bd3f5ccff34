package mirador.site.model;

import java.util.Optional;

/**
 * The real models whose files are there while the site is built.
 *
 * @param clip for lessons 1 and 2
 * @param blip2 for lessons 3 and 4
 */
public record BakedModels(Optional<BakedClip> clip, Optional<BakedBlip2> blip2)
    implements AutoCloseable {
  /** No files of any model. */
  public static final BakedModels NONE = new BakedModels(Optional.empty(), Optional.empty());

  @Override
  public void close() {
    clip.ifPresent(BakedClip::close);
    blip2.ifPresent(BakedBlip2::close);
  }
}
