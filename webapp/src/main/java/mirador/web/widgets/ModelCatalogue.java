package mirador.web.widgets;

import mirador.web.widget.WidgetMakers;
import mirador.web.widgets.blip2.Blip2CaptionWidget;
import mirador.web.widgets.blip2.Blip2ChatWidget;
import mirador.web.widgets.blip2.Blip2QueriesWidget;
import mirador.web.widgets.blip2.Blip2StagesWidget;
import mirador.web.widgets.classbook.ClassBookWidget;
import mirador.web.widgets.code.CodeWidget;
import mirador.web.widgets.models.ModelStorageWidget;
import mirador.web.widgets.real.ClipAmbiguityWidget;
import mirador.web.widgets.real.ClipAttentionWidget;
import mirador.web.widgets.real.ClipLanguagesWidget;
import mirador.web.widgets.real.ClipMapWidget;
import mirador.web.widgets.real.ClipMatrixWidget;
import mirador.web.widgets.real.ClipRetrievalWidget;
import mirador.web.widgets.real.ClipStepsWidget;
import mirador.web.widgets.real.ClipZeroShotWidget;
import mirador.web.widgets.training.ContrastiveTrainingWidget;

/** Every live widget of the models' script: all that a model or a program runs for in a worker. */
public final class ModelCatalogue {
  private static final WidgetMakers ALL = new WidgetMakers();

  static {
    // 1: from convolutions to ViT
    ALL.put("clip-attention", ClipAttentionWidget::new);
    ALL.put("clip-steps", ClipStepsWidget::new);

    // 2: CLIP and retrieval
    ALL.put("clip-matrix", ClipMatrixWidget::new);
    ALL.put("clip-retrieval", ClipRetrievalWidget::new);
    ALL.put("clip-ambiguity", ClipAmbiguityWidget::new);
    ALL.put("contrastive-training", ContrastiveTrainingWidget::new);
    ALL.put("clip-zero-shot", ClipZeroShotWidget::new);
    ALL.put("clip-languages", ClipLanguagesWidget::new);
    ALL.put("clip-map", ClipMapWidget::new);

    // 3: visual question answering
    ALL.put("blip2-stages", Blip2StagesWidget::new);
    ALL.put("blip2-chat", Blip2ChatWidget::new);

    // 4: multimodal language models
    ALL.put("blip2-queries", Blip2QueriesWidget::new);
    ALL.put("blip2-caption", Blip2CaptionWidget::new);

    // All lessons: programs that the learner completes
    ALL.put("code", CodeWidget::new);

    // Pages about the course: a class's work for whoever teaches, the models of this browser
    ALL.put("class-book", ClassBookWidget::new);
    ALL.put("model-storage", ModelStorageWidget::new);
  }

  private ModelCatalogue() {}

  public static WidgetMakers all() {
    return ALL;
  }
}
