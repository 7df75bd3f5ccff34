package mirador.site.widget;

import java.util.List;
import mirador.concepts.explain.PictureGalleryWords;
import mirador.site.scan.CoursePicture;

/** The figures of the course with names and sizes (notebook cell 0.2). */
final class PictureGalleryWidget implements StaticWidget {
  @Override
  public String name() {
    return "picture-gallery";
  }

  @Override
  public String result(WidgetContext context) {
    List<String> names = context.pictures().values().stream().map(CoursePicture::name).toList();
    return PictureGalleryWords.result(context.messages(), names, List.of());
  }

  @Override
  public Markup html(WidgetContext context) {
    Markup slots = Markup.of("ul").classes("picture-slots");
    context
        .pictures()
        .forEach(
            (id, picture) ->
                slots.add(
                    Markup.of("li")
                        .classes("picture-slot")
                        .add(
                            context.image(id).classes("slot-picture"),
                            Markup.of("p", picture.name()).classes("slot-name"),
                            Markup.of(
                                    "p",
                                    PictureGalleryWords.size(
                                        context.messages(),
                                        picture.pixels().width(),
                                        picture.pixels().height()))
                                .classes("slot-size"))));
    return slots;
  }
}
