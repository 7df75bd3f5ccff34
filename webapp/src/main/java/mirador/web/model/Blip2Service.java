package mirador.web.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import mirador.concepts.blip2.Blip2Config;
import mirador.concepts.blip2.Dialogue;
import mirador.concepts.blip2.VisualQueries;
import mirador.concepts.generation.GenerationSettings;
import mirador.concepts.image.Picture;
import mirador.concepts.inference.MemoryTier;
import mirador.concepts.inference.ModelNeeds;
import mirador.concepts.inference.ModelOffer;
import mirador.concepts.inference.RuntimeChoice.Wish;
import mirador.web.model.Jobs.Job;
import mirador.web.model.Message.WirePicture;
import mirador.web.model.ModelHost.Task;
import mirador.web.store.DeviceMemory;
import mirador.web.store.StoredModel;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArray;

/**
 * The BLIP-2 model of the page, for all its widgets. Each half runs in a worker of its own, since a
 * WebAssembly memory ends at 4 GB. Where the machine has no room for both, one is ended before the
 * other is started; what the queries made of the last pictures stays in the page. Requests are
 * answered one after the other.
 */
public final class Blip2Service extends ModelService {
  private static final Blip2Service SHARED = new Blip2Service();
  private static final int VISION = 0;
  private static final int LANGUAGE = 1;

  private final LookedAt lookedAt = new LookedAt();
  private final Jobs jobs = new Jobs();
  private MemoryTier tier = MemoryTier.TIGHT;

  private Blip2Service() {}

  public static Blip2Service shared() {
    return SHARED;
  }

  /** The model's numbers; null before {@link #isReady}. */
  public Blip2Config config() {
    return isReady() ? config(model()) : null;
  }

  private static Blip2Config config(StoredModel stored) {
    return Blip2Config.of(stored.manifest().config());
  }

  /** Whether both halves stay in memory; known from the first start on. */
  public MemoryTier tier() {
    return tier;
  }

  /** How long the half that looks took to open; null before it has. */
  public OpenTimes visionTimes() {
    return times(VISION);
  }

  /** How long the half that writes took to open; null before it has. */
  public OpenTimes languageTimes() {
    return times(LANGUAGE);
  }

  /** What the queries see in a picture; one that was looked at before is answered at once. */
  public Task look(Picture picture, Answer<VisualQueries> answer) {
    if (host(VISION) == null) {
      return notLoaded(answer);
    }
    LookedAt.Entry before = lookedAt.find(picture);
    if (before != null) {
      answer.done(before.queries());
      return () -> {};
    }
    return jobs.add(
        answer, job -> look(job, picture, report -> {}, entry -> job.done(entry.queries())));
  }

  /**
   * Writes of a picture.
   *
   * @param prompt that is gone on from; "" for a caption
   * @param each is told of stages and tokens as they come
   */
  public Task generate(
      Picture picture,
      String prompt,
      GenerationSettings settings,
      TokenListener each,
      Answer<Reply> answer) {
    return write(picture, List.of(prompt), settings, each, answer);
  }

  /**
   * Answers the open question of a dialogue about a picture; its oldest turns are left out when the
   * model has not positions enough for them and the answer.
   */
  public Task answer(
      Picture picture,
      Dialogue dialogue,
      GenerationSettings settings,
      TokenListener each,
      Answer<Reply> answer) {
    List<String> texts = new ArrayList<>();
    for (Dialogue.Turn turn : dialogue.turns()) {
      texts.add(turn.question());
      texts.add(turn.answer());
    }
    if (texts.isEmpty()) {
      return write(picture, List.of(dialogue.prompt()), settings, each, answer);
    }
    texts.add(dialogue.question());
    return write(picture, texts, settings, each, answer);
  }

  private Task write(
      Picture picture,
      List<String> texts,
      GenerationSettings settings,
      TokenListener each,
      Answer<Reply> answer) {
    if (host(LANGUAGE) == null) {
      return notLoaded(answer);
    }
    return jobs.add(
        answer,
        job -> look(job, picture, each::stage, seen -> write(job, seen, texts, settings, each)));
  }

  private void look(
      Job<?> job, Picture picture, Consumer<StageReport> told, Consumer<LookedAt.Entry> then) {
    LookedAt.Entry before = lookedAt.find(picture);
    if (before != null) {
      before.stages().forEach(told);
      then.accept(before);
      return;
    }
    List<StageReport> stages = new ArrayList<>();
    ask(
        job,
        VISION,
        () -> {
          JSArray<JSObject> pictures = new JSArray<>();
          pictures.push(WirePicture.of(picture));
          Message message = Message.of(Message.LOOK);
          message.setPictures(pictures);
          return message;
        },
        part -> WireStage.reports(part.getStages()).forEach(told),
        result -> {
          stages.addAll(WireStage.reports(result.getStages()));
          LookedAt.Entry seen =
              new LookedAt.Entry(picture, WireQueries.queries(result.getTensors()), stages);
          lookedAt.add(seen);
          then.accept(seen);
        });
  }

  private void write(
      Job<Reply> job,
      LookedAt.Entry seen,
      List<String> texts,
      GenerationSettings settings,
      TokenListener each) {
    List<Token> told = new ArrayList<>();
    ask(
        job,
        LANGUAGE,
        () -> {
          Message message = Message.of(Message.GENERATE);
          message.setTexts(WireTensor.texts(texts));
          message.setTensors(
              WireTensor.of(Map.of(WireQueries.PROJECTED, seen.queries().projected())));
          message.setSettings(WireSettings.of(settings));
          return message;
        },
        part -> {
          if (part.getKind().equals(Message.STAGE)) {
            WireStage.reports(part.getStages()).forEach(each::stage);
            return;
          }
          if (part.getToken().getPosition() == 0 && !told.isEmpty()) {
            told.clear();
            each.again();
          }
          Token token = part.getToken().token();
          told.add(token);
          each.token(token);
        },
        result -> job.done(reply(result, settings.beams() == 1 ? told : List.of(), seen)));
  }

  private static Reply reply(Message result, List<Token> told, LookedAt.Entry seen) {
    List<String> texts = WireTensor.list(result.getTexts());
    long[] ids = WireTensor.tensors(result.getTensors()).get(Message.TOKENS).longs().values();
    List<Token> tokens = new ArrayList<>(told);
    for (int i = told.size(); i < ids.length; i++) {
      tokens.add(new Token((int) ids[i], texts.get(i + 1), List.of(), null));
    }
    List<StageReport> stages = new ArrayList<>(seen.stages());
    List<StageReport> written = WireStage.reports(result.getStages());
    stages.addAll(written);
    double seconds = 0;
    for (StageReport report : written) {
      seconds = report.seconds() / (report.stage() == Stage.DECODE ? ids.length - 1 : 1);
    }
    return new Reply(texts.get(0), tokens, result.isEnded(), seconds, stages);
  }

  /** Asks one half; where there is no room for both, the other one's worker is ended first. */
  private void ask(
      Job<?> job,
      int half,
      Supplier<Message> message,
      Consumer<Message> part,
      Consumer<Message> done) {
    ModelHost host = host(half);
    ModelHost other = host(LANGUAGE - half);
    if (tier != MemoryTier.LARGE && other.isAlive()) {
      other.stop();
    }
    Task opening = host.isOpen() ? () -> {} : open(host);
    Task request =
        host.ask(
            message,
            new StreamAnswer() {
              @Override
              public void part(Message told) {
                if (!job.isOver()) {
                  part.accept(told);
                }
              }

              @Override
              public void done(Message result) {
                if (!job.isOver()) {
                  done.accept(result);
                }
              }

              @Override
              public void failed(ModelProblem problem) {
                if (!job.isOver()) {
                  makeRoom(problem);
                  job.failed(problem);
                }
              }

              @Override
              public void progress(mirador.web.model.Progress progress) {
                job.progress(progress);
              }
            });
    job.asks(
        () -> {
          request.cancel();
          opening.cancel();
        });
  }

  /** Opens a half by itself, so that its check is told; who asked it hears of its failure. */
  private Task open(ModelHost host) {
    return host.open(
        new Answer<>() {
          @Override
          public void done(Message result) {
            opened(host, result);
          }

          @Override
          public void failed(ModelProblem problem) {
            // The request that follows fails with the same problem.
          }
        });
  }

  /** After a want of memory the two halves no longer stay beside each other. */
  private void makeRoom(ModelProblem problem) {
    if (problem.code().equals(ModelProblem.MEMORY) || problem.code().equals(ModelProblem.KILLED)) {
      tier = tier == MemoryTier.LARGE ? MemoryTier.TIGHT : tier;
      stopWorkers();
    }
  }

  /** On a processor four bits take twenty times as long as eight. */
  @Override
  public String usualVariant(ModelOffer offer) {
    for (ModelOffer.Variant variant : offer.variants()) {
      if (variant.name().equals("int8") && !Isolation.hasGpu()) {
        return variant.name();
      }
    }
    return super.usualVariant(offer);
  }

  @Override
  public String architecture() {
    return "blip2";
  }

  @Override
  List<ModelHost> hosts(StoredModel stored, Wish wish) {
    tier = DeviceMemory.tier(ModelNeeds.of(stored.manifest()));
    return List.of(
        new ModelHost(
            new StoredFiles(stored, Message.OPEN_BLIP2_VISION, "vision", "qformer"), wish),
        new ModelHost(
            new StoredFiles(
                stored,
                Message.OPEN_BLIP2_LANGUAGE,
                "embedding",
                "decoder",
                "vocab.json",
                "merges.txt"),
            wish));
  }

  @Override
  void end() {
    jobs.cancelAll();
    lookedAt.clear();
    super.end();
  }
}
