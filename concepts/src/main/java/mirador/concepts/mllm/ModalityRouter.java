package mirador.concepts.mllm;

import java.util.List;

/** Cell 4.2-r, {@code mllm_router}: from the name of a modality to its encoder. */
public final class ModalityRouter {
  /** The modalities that have an encoder. */
  public static final List<String> MODALITIES = List.of("text", "image", "audio", "video");

  private ModalityRouter() {}

  /** The way of a modality, its name exactly as in {@link #MODALITIES}. */
  public static Route route(String modality) {
    return switch (modality) {
      case "text" -> new Route("Text encoder/tokenizer", "text embeddings");
      case "image" -> new Route("Vision encoder (ViT)", "visual embeddings");
      case "audio" -> new Route("Audio encoder", "audio embeddings");
      case "video" -> new Route("Video encoder (frames + temporal modeling)", "video embeddings");
      default -> Route.UNKNOWN;
    };
  }

  /** The whole way as the notebook prints it, from the modality to the text. */
  public static List<String> stages(String modality) {
    Route route = route(modality);
    return List.of(modality, route.encoder(), route.output(), "adapter/Q-Former", "LLM", "texto");
  }
}
