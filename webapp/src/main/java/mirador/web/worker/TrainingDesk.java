package mirador.web.worker;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.contrastive.ContrastiveTrainer;
import mirador.concepts.contrastive.TrainingPair;
import mirador.concepts.contrastive.TrainingState;
import mirador.concepts.inference.InferenceException;
import mirador.web.model.Message;
import mirador.web.model.Message.WirePicture;
import mirador.web.model.WireTensor;
import mirador.web.model.WireTrained;

/** A tiny model that is trained from nothing: no graph, no runtime. */
final class TrainingDesk implements Desk {
  private final ContrastiveTrainer trainer;

  TrainingDesk(Message request) {
    List<String> captions = WireTensor.list(request.getTexts());
    List<TrainingPair> pairs = new ArrayList<>();
    for (int i = 0; i < captions.size(); i++) {
      WirePicture picture = (WirePicture) request.getPictures().get(i);
      pairs.add(new TrainingPair(captions.get(i), picture.picture()));
    }
    trainer = new ContrastiveTrainer(pairs, request.getTraining().settings());
  }

  /** There is nothing to compare with: gives the state before the first step. */
  @Override
  public Message check(Message request, Teller teller) {
    return told(List.of(trainer.state()));
  }

  @Override
  public Message answer(Message request, Teller teller) {
    if (!request.getKind().equals(Message.TRAIN)) {
      throw new InferenceException("a training knows no request " + request.getKind());
    }
    List<TrainingState> states = new ArrayList<>();
    for (int i = 0; i < request.getSteps(); i++) {
      states.add(trainer.step());
    }
    return told(states);
  }

  private Message told(List<TrainingState> states) {
    Message answer = Message.of(Message.RESULT);
    answer.setTrained(WireTrained.of(states, trainer));
    return answer;
  }
}
