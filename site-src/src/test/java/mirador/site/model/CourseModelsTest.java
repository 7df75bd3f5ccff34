package mirador.site.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mirador.concepts.blip2.Blip2Config;
import mirador.concepts.clip.ClipConfig;
import mirador.concepts.inference.ModelManifest;
import mirador.concepts.inference.ModelManifest.ModelFile;
import mirador.concepts.inference.ModelOffer;
import mirador.concepts.inference.ModelOffer.Origin;
import mirador.site.problem.Place;
import mirador.site.problem.Problems;
import mirador.site.yaml.YamlFields;
import mirador.site.yaml.YamlValue;
import org.junit.jupiter.api.Test;

class CourseModelsTest {
  private static final Optional<String> MIRROR = Optional.of("https://modelos.example.org/a/");

  private static CourseModels read(String yaml, Optional<String> mirror, String hub) {
    Problems problems = new Problems();
    Place place = new Place("curso.yaml", 1);
    YamlFields fields =
        YamlFields.of(
            "the course",
            YamlValue.read(yaml, place, problems),
            place,
            List.of("models"),
            problems);
    CourseModels models = CourseModels.read(fields, mirror, hub, problems);
    assertEquals(List.of(), problems.sorted());
    return models;
  }

  private static List<String> kinds(CourseModels models) {
    return models.offers().get(0).origins().stream().map(Origin::kind).toList();
  }

  @Test
  void withoutASettingTheHubIsOffered() {
    CourseModels models = read("", Optional.empty(), CourseModels.HUB);
    assertEquals(List.of("hub"), kinds(models));
    Origin hub = models.offers().get(0).origins().get(0);
    assertEquals("huggingface.co", hub.host());
    assertEquals(
        "https://huggingface.co/Xenova/clip-vit-base-patch32/resolve/"
            + "d15189d7028b43f1d3e65039190477f6af591c2a/",
        hub.address());
    assertEquals(
        List.of("https://huggingface.co", "https://*.huggingface.co", "https://*.hf.co"),
        models.connections());
  }

  @Test
  void theMirrorComesFirst() {
    CourseModels models = read("", MIRROR, CourseModels.HUB);
    assertEquals(List.of("mirror", "hub"), kinds(models));
    Origin mirror = models.offers().get(0).origins().get(0);
    assertEquals("https://modelos.example.org/a/clip-vit-base-patch32/", mirror.address());
    assertEquals("modelos.example.org", mirror.host());
  }

  @Test
  void theOrderOfTheSettingIsKeptAndOnlyWhatItNamesMayBeConnectedTo() {
    CourseModels models =
        read(
            "models:\n  - name: clip-vit-base-patch32\n    from: [site, mirror]\n",
            MIRROR,
            CourseModels.HUB);
    assertEquals(List.of("site", "mirror"), kinds(models));
    assertEquals(List.of("https://modelos.example.org"), models.connections());
    assertEquals(List.of(), read("models: []", MIRROR, CourseModels.HUB).connections());
  }

  @Test
  void anotherHubStandsForThePublicOne() {
    CourseModels models =
        read("models: [clip-vit-base-patch32]", Optional.empty(), "https://hub.example.org:81/");
    assertEquals("hub.example.org:81", models.offers().get(0).origins().get(0).host());
    assertEquals(List.of("https://hub.example.org:81"), models.connections());
  }

  @Test
  void whatIsKnownOfEachModelMakesManifests() {
    for (KnownModel model : KnownModel.all()) {
      List<ModelOffer.Variant> variants = model.variants();
      assertEquals(variants.size(), model.manifests().size());
      for (int i = 0; i < variants.size(); i++) {
        JsonNode json = model.manifests().get(i);
        ModelManifest manifest = manifest(json);
        assertEquals(model.name(), manifest.name());
        assertEquals(variants.get(i).name(), manifest.variant());
        assertEquals(variants.get(i).bytes(), manifest.bytes());
        assertTrue(manifest.hasFile("vocab.json") && manifest.hasFile("merges.txt"));
        if (model.isOnHub()) {
          assertTrue(manifest.graph("vision").bytes() > manifest.graph("text").bytes());
          assertFalse(json.get("reference").get("checks").isEmpty());
        }
        assertTrue(i == 0 || variants.get(i - 1).bytes() < variants.get(i).bytes());
      }
    }
  }

  @Test
  void theNumbersOfBlip2AreThose() {
    for (JsonNode json : KnownModel.find(KnownModel.BLIP2).orElseThrow().manifests()) {
      assertEquals(Blip2Config.OPT_2_7B, Blip2Config.of(manifest(json).config()));
    }
  }

  @Test
  void noHubHasBlip2() {
    CourseModels models = read("models: [blip2-opt-2.7b]", Optional.empty(), CourseModels.HUB);
    assertEquals(List.of(), kinds(models));
    assertEquals(List.of(), models.connections());
    assertEquals(List.of("mirror"), kinds(read("models: [blip2-opt-2.7b]", MIRROR, "")));
    Problems problems = new Problems();
    Place place = new Place("curso.yaml", 1);
    String yaml = "models:\n  - name: blip2-opt-2.7b\n    from: [hub]\n";
    YamlFields fields =
        YamlFields.of(
            "the course",
            YamlValue.read(yaml, place, problems),
            place,
            List.of("models"),
            problems);
    CourseModels.read(fields, Optional.empty(), CourseModels.HUB, problems);
    assertEquals(1, problems.sorted().size());
    assertTrue(problems.sorted().get(0).toString().contains("name site or mirror"));
  }

  @Test
  void theNumbersOfClipAreThose() {
    JsonNode json = KnownModel.find("clip-vit-base-patch32").orElseThrow().manifests().get(0);
    assertEquals(ClipConfig.VIT_B_32, ClipConfig.of(manifest(json).config()));
  }

  /** As a page makes it once it has learnt the hashes that were not known. */
  private static ModelManifest manifest(JsonNode json) {
    Map<String, String> graphs = new HashMap<>();
    json.get("graphs")
        .properties()
        .forEach(graph -> graphs.put(graph.getKey(), graph.getValue().asText()));
    List<ModelFile> files = new ArrayList<>();
    for (JsonNode file : json.get("files")) {
      String hash = file.get("sha256").asText();
      files.add(
          new ModelFile(
              file.get("path").asText(),
              file.get("bytes").asLong(),
              hash.isEmpty() ? "0".repeat(64) : hash,
              List.of()));
    }
    Map<String, List<Double>> config = new HashMap<>();
    json.get("config")
        .properties()
        .forEach(
            number -> {
              List<Double> values = new ArrayList<>();
              if (number.getValue().isArray()) {
                number.getValue().forEach(value -> values.add(value.asDouble()));
              } else {
                values.add(number.getValue().asDouble());
              }
              config.put(number.getKey(), values);
            });
    return new ModelManifest(
        json.get("format").asInt(),
        json.get("name").asText(),
        json.get("architecture").asText(),
        json.get("variant").asText(),
        json.get("source").asText(),
        json.get("licence").asText(),
        graphs,
        files,
        config,
        ModelManifest.Reference.NONE);
  }
}
