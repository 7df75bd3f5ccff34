package mirador.web.worker;

import java.util.List;
import mirador.concepts.blip2.Blip2Config;
import mirador.concepts.blip2.Blip2SelfCheck;
import mirador.concepts.blip2.Blip2Vision;
import mirador.concepts.blip2.VisualQueries;
import mirador.concepts.image.Picture;
import mirador.concepts.inference.InferenceException;
import mirador.concepts.inference.ModelManifest.Reference;
import mirador.concepts.tensor.FloatTensor;
import mirador.web.model.Message;
import mirador.web.model.Phase;
import mirador.web.model.Stage;
import mirador.web.model.StageReport;
import mirador.web.model.WireQueries;
import mirador.web.model.WireStage;

/** The half of BLIP-2 that looks at pictures, in the worker. */
final class Blip2VisionDesk implements Desk {
  private static final String VISION = "vision";
  private static final String QFORMER = "qformer";
  private static final int GRAPHS = 2;

  private final Opening opening;
  private final Blip2Config config;
  private final WatchedSession tower;
  private final WatchedSession qformer;
  private final Blip2Vision vision;

  /**
   * Loads it.
   *
   * @param request {@link Message#OPEN_BLIP2_VISION}: files {@code vision} and {@code qformer}
   */
  Blip2VisionDesk(Message request, Teller teller) {
    opening = new Opening(request, teller, GRAPHS);
    config = Blip2Config.of(request.getManifest().config());
    tower = new WatchedSession(opening.session(VISION));
    qformer = new WatchedSession(opening.session(QFORMER));
    vision = new Blip2Vision(tower, qformer, config);
  }

  @Override
  public Message check(Message request, Teller teller) {
    opening.warmUp();
    Blip2SelfCheck.constantProjection(vision, 0);
    Reference reference = request.getManifest().reference();
    return opening.checked(Blip2SelfCheck.vision(vision, reference), reference);
  }

  @Override
  public Message answer(Message request, Teller teller) {
    if (!request.getKind().equals(Message.LOOK)) {
      throw new InferenceException(
          "the half of BLIP-2 that looks knows no request " + request.getKind());
    }
    teller.progress(Phase.RUN, 0, GRAPHS);
    Clock clock = new Clock();
    Picture picture = Blobs.picture(request.getPictures().get(0));
    FloatTensor pixels = config.preprocessing().pixelValues(List.of(picture));
    FloatTensor states = vision.states(pixels);
    StageReport seen =
        new StageReport(
            Stage.VISION, clock.lap(), tower.shapes("pixel_values", "last_hidden_state"));
    tell(teller, seen);
    VisualQueries queries = vision.ask(states).get(0);
    StageReport asked =
        new StageReport(
            Stage.QFORMER,
            clock.lap(),
            qformer.shapes("image_embeds", "last_hidden_state", "language_projection"));
    tell(teller, asked);
    Message answer = Message.of(Message.RESULT);
    answer.setTensors(WireQueries.of(queries));
    answer.setStages(WireStage.of(List.of(seen, asked)));
    return answer;
  }

  private static void tell(Teller teller, StageReport report) {
    Message part = Message.of(Message.STAGE);
    part.setStages(WireStage.of(List.of(report)));
    teller.part(part);
    if (!teller.wanted()) {
      throw new CancelledException();
    }
  }
}
