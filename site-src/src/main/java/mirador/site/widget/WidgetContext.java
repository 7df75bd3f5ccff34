package mirador.site.widget;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import mirador.concepts.course.WidgetSettings;
import mirador.concepts.inference.ModelOffer;
import mirador.concepts.text.Messages;
import mirador.site.model.BakedBlip2;
import mirador.site.model.BakedClip;
import mirador.site.scan.CoursePicture;

/**
 * What a static widget is given.
 *
 * @param id of the widget on its page; a prefix for the ids inside it
 * @param messages of {@code concepts} and of the site
 * @param pictures by id, in the order of the course
 * @param addresses of the pictures' files, relative to the page, by id
 * @param models that the course offers, the small ones that are a part of it among them
 * @param clip when its files were there while the site was built
 * @param blip2 the same
 */
public record WidgetContext(
    String id,
    WidgetSettings settings,
    Messages messages,
    Map<String, CoursePicture> pictures,
    Map<String, String> addresses,
    List<ModelOffer> models,
    Optional<BakedClip> clip,
    Optional<BakedBlip2> blip2) {

  /**
   * A figure of the course.
   *
   * @throws IllegalArgumentException when there is none of this id
   */
  public CoursePicture picture(String picture) {
    CoursePicture found = pictures.get(picture);
    if (found == null) {
      throw new IllegalArgumentException("no picture \"" + picture + "\"");
    }
    return found;
  }

  /** The small model of an architecture that is a part of the course. */
  public Optional<ModelOffer> miniature(String architecture) {
    return models.stream()
        .filter(one -> one.miniature() && one.architecture().equals(architecture))
        .findFirst();
  }

  /** An {@code img} of a figure, with its size and alt text. */
  public Markup image(String picture) {
    CoursePicture figure = picture(picture);
    return Markup.of("img")
        .with("src", addresses.get(picture))
        .with("alt", figure.alt())
        .with("width", figure.pixels().width())
        .with("height", figure.pixels().height())
        .with("loading", "lazy")
        .with("decoding", "async");
  }

  /** A figure in small that only decorates: its name must stand beside it as text. */
  public Markup thumbnail(String picture) {
    return image(picture).classes("thumbnail").with("alt", "");
  }

  /** An id inside this widget. */
  public String id(String part) {
    return id + "-" + part;
  }
}
