package mirador.concepts.course;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mirador.concepts.text.EditDistance;

/**
 * Every widget of the course with its settings: the one table that the lessons' check, the static
 * page, the live page and the address bar read.
 */
public final class WidgetCatalogue {
  private static final List<WidgetSpec> ALL =
      List.of(
          // 0: the pictures
          widget("picture-gallery"),
          // 1: from convolutions to ViT
          widget("patch-grid", SettingSpec.picture("image", "cat"), patchSize()),
          widget(
              "token-strip",
              SettingSpec.picture("image", "cat"),
              patchSize(),
              SettingSpec.integer("token", 0, 0, 65535, 1)),
          widget(
              "conv-attention",
              SettingSpec.picture("image", "cat"),
              SettingSpec.choice("kernel", "edges", "identity", "blur", "edges", "sharpen", "own"),
              // The nine weights of the own kernel, row by row.
              SettingSpec.numbers("weights", -9, 9, 0.1),
              SettingSpec.integer("layers", 1, 1, 12, 1)),
          widget(
              "patch-size-table",
              SettingSpec.picture("image", "cat"),
              SettingSpec.integers("sizes", "32 48 96", 4, 512)),
          widget(
              "vit-shapes",
              SettingSpec.integer("height", 224, 32, 1024, 16),
              SettingSpec.integer("width", 224, 32, 1024, 16),
              SettingSpec.integer("patch", 32, 4, 128, 2),
              SettingSpec.integer("dim", 768, 16, 4096, 16)),
          // Sizes of CLIP ViT-B/32; a smaller model shows the nearest it has.
          modelWidget(
              "clip-attention",
              SettingSpec.picture("image", "cat"),
              SettingSpec.integer("layer", 12, 1, 12, 1),
              SettingSpec.choice(
                  "mix", "mean", "mean", "rollout", "1", "2", "3", "4", "5", "6", "7", "8", "9",
                  "10", "11", "12"),
              // The token that looks: 0 is [CLS].
              SettingSpec.integer("from", 0, 0, 49, 1)),
          modelWidget(
              "clip-steps",
              SettingSpec.picture("image", "cat"),
              SettingSpec.integer("patch", 24, 0, 48, 1),
              SettingSpec.integer("layer", 12, 0, 12, 1)),
          // 2: CLIP and retrieval
          widget("caption-editor"),
          // The caption is named by the picture it belongs to.
          widget(
              "embedding-bars",
              SettingSpec.picture("caption", "cat"),
              SettingSpec.picture("image", "cat")),
          widget("embedding-map"),
          widget("similarity-matrix"),
          widget(
              "query-retrieval",
              SettingSpec.text("query", "a cute pixelated cat"),
              SettingSpec.integer("k", 3, 1, 3, 1)),
          widget("retrieval-metrics", SettingSpec.matrix("matrix")),
          widget(
              "ambiguity-experiment",
              SettingSpec.text("cat", "A cute pet"),
              SettingSpec.text("puppy", "A cute pet in the snow")),
          modelWidget(
              "clip-matrix",
              SettingSpec.choice("view", "cosine", "cosine", "logits", "rows", "columns")),
          modelWidget(
              "clip-retrieval",
              SettingSpec.text("query", "a dog in the snow"),
              // Where the right answers of an own collection come from.
              SettingSpec.choice("captions", "none", "none", "names", "list")),
          modelWidget(
              "clip-ambiguity",
              SettingSpec.text("cat", "A cute pet"),
              SettingSpec.text("puppy", "A cute pet in the snow")),
          // Trained from nothing; in the script of models because it runs in their worker.
          modelWidget(
              "contrastive-training",
              SettingSpec.integer("pairs", 8, 3, 24, 1),
              SettingSpec.choice("unseen", "quarter", "quarter", "none"),
              SettingSpec.choice("drawings", "different", "different", "twins"),
              SettingSpec.choice("language", "es", "es", "en"),
              SettingSpec.integer("batch", 8, 2, 24, 1),
              // In hundredths.
              SettingSpec.integer("temperature", 7, 1, 100, 1),
              SettingSpec.choice("learned", "no", "no", "yes"),
              SettingSpec.choice("optimiser", "adam", "adam", "sgd"),
              SettingSpec.choice(
                  "rate", "0.001", "0.0001", "0.0003", "0.001", "0.003", "0.01", "0.1", "1", "10"),
              SettingSpec.integer("steps", 200, 10, 1000, 10),
              SettingSpec.integer("seed", 1, 1, 999, 1)),
          modelWidget(
              "clip-zero-shot",
              SettingSpec.picture("image", "cat"),
              // One class on each line.
              SettingSpec.text("classes", "cat\ndog\ncar\nhorse\ntiger"),
              SettingSpec.choice("template", "photo", "none", "photo", "ensemble", "own"),
              // One template on each line, with {} where the class goes.
              SettingSpec.text("templates", "a drawing of a {}.\npixel art of a {}.")),
          modelWidget(
              "clip-languages",
              SettingSpec.text("car", "Un auto deportivo que avanza por la carretera al atardecer"),
              SettingSpec.text("cat", "Una imagen pixelada de un lindo gato"),
              SettingSpec.text("puppy", "Un cachorro que juega en la nieve")),
          modelWidget("clip-map", SettingSpec.choice("centred", "no", "no", "yes")),
          // 3: visual question answering
          // The question asked at once; empty waits for the learner's.
          widget("vqa-chat", SettingSpec.picture("image", "car"), SettingSpec.text("question", "")),
          widget("vqa-table"),
          widget("question-design"),
          modelWidget("blip2-stages", SettingSpec.picture("image", "car"), blip2Question()),
          modelWidget(
              "blip2-chat",
              SettingSpec.picture("image", "car"),
              blip2Question(),
              // Whether the prompt holds what was asked and answered before.
              SettingSpec.choice("memory", "yes", "yes", "no"),
              // A turn that the learner writes and the model has to take as its own.
              SettingSpec.text("before", ""),
              SettingSpec.text("said", "")),
          // 4: multimodal language models
          widget(
              "modality-router",
              SettingSpec.choice("modality", "image", "text", "image", "audio", "video", "smell")),
          widget("media-library"),
          widget(
              "multimodal-responder",
              SettingSpec.text("prompt", "Describe la escena"),
              SettingSpec.pictureOrNone("image", "car"),
              // Ids of entries; texts, because a learner may add entries of their own.
              SettingSpec.text("audio", ""),
              SettingSpec.text("video", "video_1")),
          modelWidget(
              "blip2-queries",
              SettingSpec.picture("image", "car"),
              // Of the Q-Former's 12 layers every second one looks at the picture, from the first.
              SettingSpec.integer("layer", 11, 1, 11, 2),
              SettingSpec.choice(
                  "mix", "mean", "mean", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11",
                  "12"),
              SettingSpec.integer("query", 1, 1, 32, 1),
              SettingSpec.choice("matrix", "cosine", "cosine", "attention"),
              // The layer of the language model whose attention is shown; 0 is the mean of all.
              SettingSpec.integer("depth", 0, 0, 32, 1)),
          modelWidget(
              "blip2-caption",
              SettingSpec.picture("image", "car"),
              SettingSpec.integer("tokens", 30, 1, 60, 1),
              SettingSpec.choice("search", "greedy", "greedy", "beams", "lots"),
              // In hundredths, as are the next two.
              SettingSpec.integer("penalty", 100, 100, 200, 5),
              SettingSpec.integer("temperature", 100, 10, 200, 10),
              SettingSpec.integer("mass", 90, 10, 100, 5),
              SettingSpec.integer("seed", 1, 1, 999, 1)),
          widget("modality-table"),
          // All lessons: from their own blocks
          widget("question", SettingSpec.text("question", "")),
          widget("prediction", SettingSpec.text("prediction", "")),
          widget("exercise", SettingSpec.text("exercise", "")),
          modelWidget("code", SettingSpec.text("exercise", "")),
          // 5: everything the learner wrote
          widget("answer-collection"),
          // Pages about the course: a class's work for whoever teaches, the models of this browser
          modelWidget(
              "class-book",
              SettingSpec.choice("order", "name", "name", "score"),
              SettingSpec.choice("separator", "semicolon", "semicolon", "comma", "tab")),
          modelWidget("model-storage"));

  private WidgetCatalogue() {}

  private static WidgetSpec widget(String name, SettingSpec... settings) {
    return new WidgetSpec(name, List.of(settings), false);
  }

  private static WidgetSpec modelWidget(String name, SettingSpec... settings) {
    return new WidgetSpec(name, List.of(settings), true);
  }

  private static SettingSpec blip2Question() {
    return SettingSpec.text("question", Notebook.BLIP2_QUESTION);
  }

  private static SettingSpec patchSize() {
    return SettingSpec.integer("patch", 64, 8, 128, 1);
  }

  /** Every widget, in the order of the lessons. */
  public static List<WidgetSpec> all() {
    return ALL;
  }

  /** The names of all widgets, in the order of the lessons. */
  public static List<String> names() {
    List<String> names = new ArrayList<>();
    for (WidgetSpec widget : ALL) {
      names.add(widget.name());
    }
    return names;
  }

  /** The widget of this name. */
  public static Optional<WidgetSpec> find(String name) {
    for (WidgetSpec widget : ALL) {
      if (widget.name().equals(name)) {
        return Optional.of(widget);
      }
    }
    return Optional.empty();
  }

  /**
   * The widget of this name.
   *
   * @throws IllegalArgumentException when there is none; the message suggests the nearest name
   */
  public static WidgetSpec get(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unknown widget \""
                        + name
                        + "\""
                        + suggestion(name)
                            .map(near -> ": did you mean \"" + near + "\"?")
                            .orElse(": known are " + String.join(", ", names()))));
  }

  /** The name that may have been meant by an unknown one. */
  public static Optional<String> suggestion(String name) {
    return EditDistance.nearest(name, names());
  }
}
