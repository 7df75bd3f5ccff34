package mirador.site.model;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mirador.concepts.inference.ModelOffer;
import mirador.concepts.inference.ModelOffer.Origin;
import mirador.site.problem.Problems;
import mirador.site.yaml.YamlFields;
import mirador.site.yaml.YamlValue;

/**
 * The models of {@code curso.yaml}: which ones, and from where.
 *
 * @param offers in the order of the course
 */
public record CourseModels(List<ModelOffer> offers) {
  /** The public hub. */
  public static final String HUB = "https://huggingface.co/";

  private static final List<String> ORIGINS = List.of(Origin.SITE, Origin.MIRROR, Origin.HUB);

  public CourseModels {
    offers = List.copyOf(offers);
  }

  /**
   * Reads {@code models}: a list of names, or of {@code name} and {@code from}. Left out, every
   * known model is offered, by the mirror where there is one, then by the hub.
   *
   * @param mirror of the course, ending in a slash
   * @param hub that stands for the public one, ending in a slash
   */
  public static CourseModels read(
      YamlFields course, Optional<String> mirror, String hub, Problems problems) {
    Optional<YamlValue> list = course.value("models");
    List<ModelOffer> offers = new ArrayList<>();
    if (list.isEmpty()) {
      KnownModel.all()
          .forEach(model -> offers.add(offer(model, usual(model, mirror), mirror, hub)));
      return new CourseModels(offers);
    }
    for (YamlValue item : course.list("models")) {
      one(item, mirror, problems)
          .ifPresent(choice -> offers.add(offer(choice.model(), choice.from(), mirror, hub)));
    }
    return new CourseModels(offers);
  }

  /** The mirror where there is one, then the hub where it has the model. */
  private static List<String> usual(KnownModel model, Optional<String> mirror) {
    List<String> usual = new ArrayList<>();
    mirror.ifPresent(address -> usual.add(Origin.MIRROR));
    if (model.isOnHub()) {
      usual.add(Origin.HUB);
    }
    return usual;
  }

  private record Choice(KnownModel model, List<String> from) {}

  private static Optional<Choice> one(YamlValue item, Optional<String> mirror, Problems problems) {
    if (!item.isMapping()) {
      return known(item, item.text(), problems)
          .map(model -> new Choice(model, usual(model, mirror)));
    }
    YamlFields fields =
        YamlFields.of(
            "a model", Optional.of(item), item.place(), List.of("name", "from"), problems);
    String name = fields.required("name");
    if (name.isEmpty()) {
      return Optional.empty();
    }
    List<String> from = from(fields, mirror, problems);
    return known(item, name, problems)
        .map(
            model -> {
              if (from.contains(Origin.HUB) && !model.isOnHub()) {
                problems.add(
                    item.place(),
                    "\"from\" names the hub, which has no files of "
                        + name
                        + " that a page can use: export them, and name site or mirror");
              }
              return new Choice(
                  model, fields.value("from").isPresent() ? from : usual(model, mirror));
            });
  }

  private static Optional<KnownModel> known(YamlValue item, String name, Problems problems) {
    Optional<KnownModel> model = KnownModel.find(name);
    if (model.isEmpty()) {
      problems.unknown(
          item.place(), "model", name, KnownModel.all().stream().map(KnownModel::name).toList());
    }
    return model;
  }

  private static List<String> from(YamlFields fields, Optional<String> mirror, Problems problems) {
    List<String> from = new ArrayList<>();
    for (YamlValue origin : fields.list("from")) {
      if (!ORIGINS.contains(origin.text())) {
        problems.unknown(origin.place(), "place to get a model from", origin.text(), ORIGINS);
      } else if (origin.text().equals(Origin.MIRROR) && mirror.isEmpty()) {
        problems.add(
            origin.place(), "\"from\" names the mirror, but there is none: add \"modelMirror: …\"");
      } else if (from.contains(origin.text())) {
        problems.add(origin.place(), "\"" + origin.text() + "\" stands twice: take one out");
      } else {
        from.add(origin.text());
      }
    }
    return from;
  }

  private static ModelOffer offer(
      KnownModel model, List<String> from, Optional<String> mirror, String hub) {
    List<Origin> origins = new ArrayList<>();
    for (String kind : from) {
      if (kind.equals(Origin.HUB) && !model.isOnHub()) {
        continue; // told as a problem
      }
      String address =
          switch (kind) {
            case Origin.SITE -> "models/" + model.name() + "/";
            case Origin.MIRROR -> mirror.orElseThrow() + model.name() + "/";
            default -> model.address(hub);
          };
      String host = kind.equals(Origin.SITE) ? "" : host(address);
      origins.add(new Origin(kind, address, host));
    }
    return new ModelOffer(
        model.name(), model.title(), model.architecture(), false, model.variants(), origins);
  }

  private static String host(String address) {
    return URI.create(address).getAuthority();
  }

  /** What pages must be allowed to connect to, as a security policy names it. */
  public List<String> connections() {
    return offers.stream()
        .flatMap(offer -> offer.origins().stream())
        .filter(origin -> !origin.kind().equals(Origin.SITE))
        .flatMap(origin -> connections(origin).stream())
        .distinct()
        .toList();
  }

  private static List<String> connections(Origin origin) {
    URI address = URI.create(origin.address());
    String server = address.getScheme() + "://" + address.getAuthority();
    // The hub hands large files out by other servers of its own.
    return origin.address().startsWith(HUB)
        ? List.of(server, "https://*.huggingface.co", "https://*.hf.co")
        : List.of(server);
  }
}
