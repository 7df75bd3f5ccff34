package mirador.web.widgets;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import mirador.web.widget.Widget;
import mirador.web.widgets.answers.AnswerCollectionWidget;
import mirador.web.widgets.answers.ExerciseWidget;
import mirador.web.widgets.answers.PredictionWidget;
import mirador.web.widgets.answers.QuestionWidget;
import mirador.web.widgets.clip.AmbiguityExperimentWidget;
import mirador.web.widgets.clip.CaptionEditorWidget;
import mirador.web.widgets.clip.EmbeddingBarsWidget;
import mirador.web.widgets.clip.EmbeddingMapWidget;
import mirador.web.widgets.clip.QueryRetrievalWidget;
import mirador.web.widgets.clip.RetrievalMetricsWidget;
import mirador.web.widgets.clip.SimilarityMatrixWidget;
import mirador.web.widgets.mllm.MediaLibraryWidget;
import mirador.web.widgets.mllm.ModalityRouterWidget;
import mirador.web.widgets.mllm.ModalityTableWidget;
import mirador.web.widgets.mllm.MultimodalResponderWidget;
import mirador.web.widgets.models.ModelStorageWidget;
import mirador.web.widgets.pictures.PictureGalleryWidget;
import mirador.web.widgets.real.ClipAmbiguityWidget;
import mirador.web.widgets.real.ClipAttentionWidget;
import mirador.web.widgets.real.ClipLanguagesWidget;
import mirador.web.widgets.real.ClipMapWidget;
import mirador.web.widgets.real.ClipMatrixWidget;
import mirador.web.widgets.real.ClipRetrievalWidget;
import mirador.web.widgets.real.ClipStepsWidget;
import mirador.web.widgets.real.ClipZeroShotWidget;
import mirador.web.widgets.vit.ConvAttentionWidget;
import mirador.web.widgets.vit.PatchGridWidget;
import mirador.web.widgets.vit.PatchSizeTableWidget;
import mirador.web.widgets.vit.TokenStripWidget;
import mirador.web.widgets.vit.VitShapesWidget;
import mirador.web.widgets.vqa.QuestionDesignWidget;
import mirador.web.widgets.vqa.VqaChatWidget;
import mirador.web.widgets.vqa.VqaTableWidget;

/** Every live widget by its name in the lessons. */
public final class LiveCatalogue {
  private static final Map<String, Supplier<Widget>> ALL = new LinkedHashMap<>();

  static {
    // 0: the pictures
    ALL.put("picture-gallery", PictureGalleryWidget::new);

    // 1: from convolutions to ViT
    ALL.put("patch-grid", PatchGridWidget::new);
    ALL.put("token-strip", TokenStripWidget::new);
    ALL.put("conv-attention", ConvAttentionWidget::new);
    ALL.put("patch-size-table", PatchSizeTableWidget::new);
    ALL.put("vit-shapes", VitShapesWidget::new);
    ALL.put("clip-attention", ClipAttentionWidget::new);
    ALL.put("clip-steps", ClipStepsWidget::new);

    // 2: CLIP and retrieval
    ALL.put("caption-editor", CaptionEditorWidget::new);
    ALL.put("embedding-bars", EmbeddingBarsWidget::new);
    ALL.put("embedding-map", EmbeddingMapWidget::new);
    ALL.put("similarity-matrix", SimilarityMatrixWidget::new);
    ALL.put("query-retrieval", QueryRetrievalWidget::new);
    ALL.put("retrieval-metrics", RetrievalMetricsWidget::new);
    ALL.put("ambiguity-experiment", AmbiguityExperimentWidget::new);
    ALL.put("clip-matrix", ClipMatrixWidget::new);
    ALL.put("clip-retrieval", ClipRetrievalWidget::new);
    ALL.put("clip-ambiguity", ClipAmbiguityWidget::new);

    ALL.put("clip-zero-shot", ClipZeroShotWidget::new);
    ALL.put("clip-languages", ClipLanguagesWidget::new);
    ALL.put("clip-map", ClipMapWidget::new);

    // 3: visual question answering
    ALL.put("vqa-chat", VqaChatWidget::new);
    ALL.put("vqa-table", VqaTableWidget::new);
    ALL.put("question-design", QuestionDesignWidget::new);

    // 4: multimodal language models
    ALL.put("modality-router", ModalityRouterWidget::new);
    ALL.put("media-library", MediaLibraryWidget::new);
    ALL.put("multimodal-responder", MultimodalResponderWidget::new);
    ALL.put("modality-table", ModalityTableWidget::new);

    // All lessons
    ALL.put("question", QuestionWidget::new);
    ALL.put("prediction", PredictionWidget::new);
    ALL.put("exercise", ExerciseWidget::new);

    // 5: everything the learner wrote
    ALL.put("answer-collection", AnswerCollectionWidget::new);

    // Pages about the course: the real models in this browser
    ALL.put("model-storage", ModelStorageWidget::new);
  }

  private LiveCatalogue() {}

  /** The names of all live widgets. */
  public static Set<String> names() {
    return ALL.keySet();
  }

  /**
   * A new widget of this name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Widget create(String name) {
    Supplier<Widget> maker = ALL.get(name);
    if (maker == null) {
      throw new IllegalArgumentException("There is no live widget \"" + name + "\".");
    }
    return maker.get();
  }
}
