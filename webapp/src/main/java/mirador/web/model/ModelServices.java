package mirador.web.model;

/** All models that this page can run. */
public final class ModelServices {
  private ModelServices() {}

  /** Takes models into use, and goes on with what the page was reloaded for. */
  public static void serve() {
    ModelService.serve(ClipService.shared(), Blip2Service.shared());
  }
}
