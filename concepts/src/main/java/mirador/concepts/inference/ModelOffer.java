package mirador.concepts.inference;

import java.util.List;

/**
 * A model that the course offers: what it weighs and where a page may get it.
 *
 * @param name as in its manifest
 * @param title as learners read it, "CLIP ViT-B/32"
 * @param architecture {@code clip} or {@code blip2}
 * @param miniature whether it is one of the small models that are a part of the course
 * @param variants in the order of their weight
 * @param origins servers, in the order in which they are offered
 */
public record ModelOffer(
    String name,
    String title,
    String architecture,
    boolean miniature,
    List<Variant> variants,
    List<Origin> origins) {
  public ModelOffer {
    variants = List.copyOf(variants);
    origins = List.copyOf(origins);
  }

  /**
   * One way in which its weights are stored.
   *
   * @param name {@code int8}, {@code fp16} or {@code fp32}
   * @param bytes of all its files
   */
  public record Variant(String name, long bytes) {}

  /**
   * A server that has it.
   *
   * @param kind one of {@link #SITE}, {@link #MIRROR} and {@link #HUB}
   * @param address of the model's folder, ending in a slash; relative to the site's root for {@link
   *     #SITE}
   * @param host as learners read it; empty for {@link #SITE}
   */
  public record Origin(String kind, String address, String host) {
    /** The folder {@code models/} beside the pages. */
    public static final String SITE = "site";

    /** The course's own server for models. */
    public static final String MIRROR = "mirror";

    /** The public hub. */
    public static final String HUB = "hub";
  }
}
