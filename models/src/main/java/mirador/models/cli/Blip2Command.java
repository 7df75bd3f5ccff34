package mirador.models.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import mirador.concepts.blip2.Blip2Language;
import mirador.concepts.blip2.Dialogue;
import mirador.concepts.blip2.VisualQueries;
import mirador.concepts.generation.Candidate;
import mirador.concepts.generation.GenerationListener;
import mirador.concepts.generation.GenerationSettings;
import mirador.concepts.generation.Step;
import mirador.concepts.tokenizer.OptTokenizer;
import mirador.models.blip2.Blip2Folder;
import mirador.models.clip.PictureFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./mirador blip2}: describes a picture, or answers questions about it. */
@Command(
    name = "blip2",
    mixinStandardHelpOptions = true,
    description = "Describes a picture, or answers questions about it, one after the other.")
final class Blip2Command implements Callable<Integer> {
  @Option(names = "--model", required = true, description = "A model folder.")
  private Path folder;

  @Option(names = "--image", required = true, description = "A picture.")
  private Path image;

  @Option(
      names = "--question",
      description = "A question; more than one become a dialogue (default: describes the picture).")
  private String[] questions = {};

  @Option(
      names = "--max-tokens",
      description = "Most tokens of an answer (default: 30 to describe, 40 to answer).")
  private Integer maxTokens;

  @Option(names = "--beams", defaultValue = "1", description = "Beams of the search (default: 1).")
  private int beams;

  @Option(names = "--length-penalty", defaultValue = "1", description = "Of beam search.")
  private double lengthPenalty;

  @Option(names = "--repetition-penalty", defaultValue = "1", description = "1 for none.")
  private double repetitionPenalty;

  @Option(
      names = "--temperature",
      defaultValue = "0",
      description = "Draws tokens by lot when above 0 (default: 0).")
  private double temperature;

  @Option(names = "--top-p", defaultValue = "1", description = "Of the lots (default: 1, all).")
  private double topP;

  @Option(names = "--seed", defaultValue = "1", description = "Of the lots (default: 1).")
  private long seed;

  @Option(names = "--candidates", description = "Shows the five likeliest tokens of each step.")
  private boolean candidates;

  @Option(
      names = "--threads",
      defaultValue = "0",
      description = "Threads of a run (default: as many as there are cores).")
  private int threads;

  @Override
  public Integer call() throws IOException {
    try (Blip2Folder model = Blip2Folder.open(folder, threads)) {
      VisualQueries queries = model.vision().look(PictureFile.read(image));
      model.closeVision(); // both halves at once need the memory of the whole model
      Blip2Language language = model.language();
      if (questions.length == 0) {
        Writing writing = new Writing(language, System.out);
        writing.end(language.caption(queries.projected(), settings(30), writing).text());
      }
      Dialogue dialogue = Dialogue.EMPTY;
      for (String question : questions) {
        System.out.println("> " + question);
        Writing writing = new Writing(language, System.out);
        dialogue = dialogue.ask(question);
        String answer =
            language.answer(queries.projected(), dialogue, settings(40), writing).text();
        writing.end(answer);
        dialogue = dialogue.with(answer);
      }
    }
    return 0;
  }

  private GenerationSettings settings(int most) {
    return new GenerationSettings(
        maxTokens == null ? most : maxTokens,
        beams,
        lengthPenalty,
        false,
        repetitionPenalty,
        temperature,
        topP,
        seed);
  }

  /** Prints tokens as they come; the text at its end where several are followed at once. */
  private final class Writing implements GenerationListener {
    private final Blip2Language language;
    private final OptTokenizer.Stream stream;
    private final PrintStream out;

    Writing(Blip2Language language, PrintStream out) {
      this.language = language;
      this.stream = language.stream();
      this.out = out;
    }

    @Override
    public boolean step(Step step) {
      if (beams > 1) {
        return true;
      }
      out.print(stream.append(step.token()));
      if (candidates) {
        for (Candidate each : step.candidates()) {
          out.printf(
              Locale.ROOT,
              "%n  %5.1f %%  %s",
              100 * each.probability(),
              language.text(List.of(each.token())));
        }
        out.println();
      }
      out.flush();
      return true;
    }

    @Override
    public boolean wantsDetails() {
      return candidates;
    }

    void end(String text) {
      out.println(beams > 1 ? text : stream.end().stripTrailing());
    }
  }
}
