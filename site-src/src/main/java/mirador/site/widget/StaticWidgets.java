package mirador.site.widget;

import java.util.List;
import java.util.Optional;

/** All static widgets, by name. */
public final class StaticWidgets {
  private static final List<StaticWidget> ALL =
      List.of(
          // 0: the pictures
          new PictureGalleryWidget(),
          // 1: from convolutions to ViT
          new PatchGridWidget(),
          new TokenStripWidget(),
          new ConvAttentionWidget(),
          new PatchSizeTableWidget(),
          new VitShapesWidget(),
          new ClipAttentionWidget(),
          new ClipStepsWidget(),
          // 2: CLIP and retrieval
          new CaptionEditorWidget(),
          new EmbeddingBarsWidget(),
          new EmbeddingMapWidget(),
          new SimilarityMatrixWidget(),
          new QueryRetrievalWidget(),
          new RetrievalMetricsWidget(),
          new AmbiguityExperimentWidget(),
          new ClipMatrixWidget(),
          new ClipRetrievalWidget(),
          new ClipAmbiguityWidget(),
          new ContrastiveTrainingWidget(),
          new ClipZeroShotWidget(),
          new ClipLanguagesWidget(),
          new ClipMapWidget(),
          // 3: visual question answering
          new VqaChatWidget(),
          new VqaTableWidget(),
          new QuestionDesignWidget(),
          new Blip2StagesWidget(),
          new Blip2ChatWidget(),
          // 4: multimodal language models
          new ModalityRouterWidget(),
          new MediaLibraryWidget(),
          new MultimodalResponderWidget(),
          new Blip2QueriesWidget(),
          new Blip2CaptionWidget(),
          new ModalityTableWidget(),
          // 5: everything the learner wrote
          new AnswerCollectionWidget(),
          new ClassBookWidget(),
          // Pages about the course: the real models in this browser
          new ModelStorageWidget());

  private StaticWidgets() {}

  public static List<StaticWidget> all() {
    return ALL;
  }

  public static Optional<StaticWidget> find(String name) {
    return ALL.stream().filter(widget -> widget.name().equals(name)).findFirst();
  }
}
