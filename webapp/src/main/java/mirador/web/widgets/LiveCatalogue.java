package mirador.web.widgets;

import mirador.web.widget.WidgetMakers;
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
import mirador.web.widgets.pictures.PictureGalleryWidget;
import mirador.web.widgets.vit.ConvAttentionWidget;
import mirador.web.widgets.vit.PatchGridWidget;
import mirador.web.widgets.vit.PatchSizeTableWidget;
import mirador.web.widgets.vit.TokenStripWidget;
import mirador.web.widgets.vit.VitShapesWidget;
import mirador.web.widgets.vqa.QuestionDesignWidget;
import mirador.web.widgets.vqa.VqaChatWidget;
import mirador.web.widgets.vqa.VqaTableWidget;

/** Every live widget of the page script: all that need no real model. */
public final class LiveCatalogue {
  private static final WidgetMakers ALL = new WidgetMakers();

  static {
    // 0: the pictures
    ALL.put("picture-gallery", PictureGalleryWidget::new);

    // 1: from convolutions to ViT
    ALL.put("patch-grid", PatchGridWidget::new);
    ALL.put("token-strip", TokenStripWidget::new);
    ALL.put("conv-attention", ConvAttentionWidget::new);
    ALL.put("patch-size-table", PatchSizeTableWidget::new);
    ALL.put("vit-shapes", VitShapesWidget::new);

    // 2: CLIP and retrieval
    ALL.put("caption-editor", CaptionEditorWidget::new);
    ALL.put("embedding-bars", EmbeddingBarsWidget::new);
    ALL.put("embedding-map", EmbeddingMapWidget::new);
    ALL.put("similarity-matrix", SimilarityMatrixWidget::new);
    ALL.put("query-retrieval", QueryRetrievalWidget::new);
    ALL.put("retrieval-metrics", RetrievalMetricsWidget::new);
    ALL.put("ambiguity-experiment", AmbiguityExperimentWidget::new);

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
  }

  private LiveCatalogue() {}

  public static WidgetMakers all() {
    return ALL;
  }
}
