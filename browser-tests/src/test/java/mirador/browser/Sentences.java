package mirador.browser;

import java.util.List;
import java.util.Map;
import mirador.concepts.blip2.Blip2Config;
import mirador.concepts.blip2.CaptionSettings;
import mirador.concepts.blip2.QueryView;
import mirador.concepts.clip.MatrixView;
import mirador.concepts.course.Notebook;
import mirador.concepts.course.WidgetCatalogue;
import mirador.concepts.course.WidgetSettings;
import mirador.concepts.explain.Blip2CaptionWords;
import mirador.concepts.explain.Blip2ChatWords;
import mirador.concepts.explain.Blip2QueriesWords;
import mirador.concepts.explain.Blip2StagesWords;
import mirador.concepts.explain.CaptionEditorWords;
import mirador.concepts.explain.ClipAmbiguityWords;
import mirador.concepts.explain.ClipAttentionWords;
import mirador.concepts.explain.ClipMatrixWords;
import mirador.concepts.explain.ClipRetrievalWords;
import mirador.concepts.explain.ClipStepsWords;
import mirador.concepts.explain.ConvAttentionWords;
import mirador.concepts.explain.EmbeddingBarsWords;
import mirador.concepts.explain.EmbeddingMapWords;
import mirador.concepts.explain.MediaLibraryWords;
import mirador.concepts.explain.ModalityRouterWords;
import mirador.concepts.explain.ModalityTableWords;
import mirador.concepts.explain.PatchGridWords;
import mirador.concepts.explain.PatchSizeTableWords;
import mirador.concepts.explain.PictureGalleryWords;
import mirador.concepts.explain.QueryRetrievalWords;
import mirador.concepts.explain.QuestionDesignWords;
import mirador.concepts.explain.ResponderWords;
import mirador.concepts.explain.RetrievalMetricsWords;
import mirador.concepts.explain.SimilarityMatrixWords;
import mirador.concepts.explain.TokenStripWords;
import mirador.concepts.explain.VitShapesWords;
import mirador.concepts.explain.VqaChatWords;
import mirador.concepts.explain.VqaTableWords;
import mirador.concepts.mllm.MediaDatabase;
import mirador.concepts.mllm.MultimodalResponder;
import mirador.concepts.retrieval.EmbeddingMap;
import mirador.concepts.retrieval.Ranking;
import mirador.concepts.retrieval.RetrievalMetrics;
import mirador.concepts.retrieval.SimilarityMatrix;
import mirador.concepts.symbolic.SymbolicEmbedder;
import mirador.concepts.text.Messages;
import mirador.concepts.vit.AttentionView;
import mirador.concepts.vit.PatchGrid;
import mirador.concepts.vit.ViTShapes;
import mirador.concepts.vqa.RuleBasedVqa;

/**
 * What a widget must say with given settings on a fresh page, computed here on the JVM: the three
 * figures in their places, the notebook's captions, nothing written yet.
 */
final class Sentences {
  static final int WIDTH = 768;
  static final int HEIGHT = 512;

  private static final Messages MESSAGES = Texts.SPANISH;

  private final Map<String, String> names;

  /**
   * @param names of the pictures by id
   */
  Sentences(Map<String, String> names) {
    this.names = names;
  }

  String of(String widget, Map<String, String> values) {
    WidgetSettings settings = WidgetCatalogue.get(widget).read(values);
    return switch (widget) {
      case "picture-gallery" ->
          PictureGalleryWords.result(
              MESSAGES, Notebook.PICTURES.stream().map(names::get).toList(), List.of());
      case "patch-grid" -> PatchGridWords.result(MESSAGES, grid(settings.integer("patch")));
      case "token-strip" ->
          TokenStripWords.result(
              MESSAGES, grid(settings.integer("patch")), settings.integer("token"));
      case "conv-attention" ->
          ConvAttentionWords.result(
              MESSAGES,
              new PatchGrid(
                  ConvAttentionWords.SIDE * HEIGHT / WIDTH,
                  ConvAttentionWords.SIDE,
                  ConvAttentionWords.PATCH),
              settings.integer("layers"));
      case "patch-size-table" -> PatchSizeTableWords.result(MESSAGES, List.of());
      case "vit-shapes" ->
          VitShapesWords.result(
              MESSAGES,
              new ViTShapes(
                  settings.integer("height"),
                  settings.integer("width"),
                  settings.integer("patch"),
                  settings.integer("dim")));
      case "caption-editor" -> CaptionEditorWords.result(MESSAGES, Notebook.CAPTIONS);
      case "embedding-bars" ->
          EmbeddingBarsWords.result(
              MESSAGES,
              SymbolicEmbedder.text(Notebook.CAPTIONS.get(settings.picture("caption"))),
              SymbolicEmbedder.image(settings.picture("image")),
              names.get(settings.picture("image")));
      case "embedding-map" ->
          EmbeddingMapWords.result(MESSAGES, EmbeddingMap.of(Notebook.CAPTIONS));
      case "similarity-matrix" ->
          SimilarityMatrixWords.result(MESSAGES, SimilarityMatrix.symbolic(Notebook.CAPTIONS));
      case "query-retrieval" -> query(settings.text("query"));
      case "retrieval-metrics" -> metrics(settings.matrix("matrix"));
      case "ambiguity-experiment" -> MESSAGES.get("ambiguity-experiment.guess-first");
      case "clip-matrix" ->
          ClipMatrixWords.pending(
              MESSAGES,
              SimilarityMatrix.symbolic(Notebook.CAPTIONS),
              MatrixView.of(settings.choice("view")));
      case "clip-retrieval" -> ClipRetrievalWords.pending(MESSAGES, settings.text("query"));
      case "clip-ambiguity" ->
          ClipAmbiguityWords.pending(
              MESSAGES,
              SimilarityMatrix.symbolic(
                  Notebook.captions(
                      Notebook.CAPTIONS.get("car"), settings.text("cat"), settings.text("puppy"))),
              List.of(1, 2),
              names::get);
      case "clip-attention" ->
          ClipAttentionWords.pending(
              MESSAGES,
              new AttentionView(
                  settings.integer("layer"), settings.choice("mix"), settings.integer("from")),
              names.get(settings.picture("image")));
      case "clip-steps" ->
          ClipStepsWords.pending(
              MESSAGES,
              settings.integer("patch"),
              settings.integer("layer"),
              names.get(settings.picture("image")));
      case "contrastive-training" -> ContrastiveTrainingTest.told(Notebook.CAPTIONS, values, 0);
      case "clip-zero-shot", "clip-languages", "clip-map" -> MESSAGES.get(widget + ".waiting");
      case "vqa-chat" -> chat(settings.picture("image"), settings.text("question"));
      case "vqa-table" -> VqaTableWords.result(MESSAGES);
      case "question-design" -> QuestionDesignWords.result(MESSAGES, 0, 0);
      case "blip2-stages" ->
          Blip2StagesWords.pending(
              MESSAGES,
              Blip2Config.OPT_2_7B,
              names.get(settings.picture("image")),
              settings.text("question"));
      case "blip2-chat" ->
          Blip2ChatWords.pending(
              MESSAGES, names.get(settings.picture("image")), settings.choice("memory"));
      case "blip2-caption" ->
          Blip2CaptionWords.pending(
              MESSAGES, names.get(settings.picture("image")), CaptionSettings.of(settings));
      case "blip2-queries" ->
          Blip2QueriesWords.pending(
              MESSAGES,
              new QueryView(
                  settings.integer("layer"), settings.choice("mix"), settings.integer("query")),
              names.get(settings.picture("image")));
      case "modality-router" -> ModalityRouterWords.result(MESSAGES, settings.choice("modality"));
      case "media-library" -> MediaLibraryWords.result(MESSAGES, MediaDatabase.NOTEBOOK);
      case "multimodal-responder" ->
          responder(
              new ResponderWords.Request(
                  settings.text("prompt"),
                  settings.picture("image"),
                  settings.text("audio"),
                  settings.text("video")));
      case "modality-table" -> ModalityTableWords.result(MESSAGES, 0);
      case "answer-collection" -> throw new IllegalArgumentException("depends on the lessons");
      default -> throw new IllegalArgumentException("no sentence for " + widget);
    };
  }

  String query(String query) {
    return QueryRetrievalWords.result(
        MESSAGES,
        query,
        SymbolicEmbedder.text(query),
        Ranking.retrieve(query, Notebook.PICTURES.size()),
        names::get);
  }

  String chat(String image, String question) {
    return question.isBlank()
        ? VqaChatWords.waiting(MESSAGES, names.get(image))
        : VqaChatWords.result(MESSAGES, names.get(image), RuleBasedVqa.answer(image, question));
  }

  String responder(ResponderWords.Request request) {
    MultimodalResponder responder = MultimodalResponder.NOTEBOOK;
    return ResponderWords.result(
        MESSAGES,
        responder,
        request,
        responder.answer(request.prompt(), request.image(), request.audio(), request.video()));
  }

  /** An empty matrix stands for that of the page's captions. */
  static String metrics(double[][] matrix) {
    double[][] values =
        matrix.length > 0
            ? matrix
            : SimilarityMatrix.symbolic(Notebook.CAPTIONS).transposed().values();
    return RetrievalMetricsWords.result(
        MESSAGES,
        RetrievalMetrics.ranksTextToImage(values),
        RetrievalMetrics.ranksImageToText(values));
  }

  static PatchGrid grid(int patch) {
    return new PatchGrid(HEIGHT, WIDTH, patch);
  }
}
