package mirador.concepts.drawing;

import java.util.ArrayList;
import java.util.List;
import mirador.concepts.explain.ModalityRouterWords;
import mirador.concepts.mllm.ModalityRouter;
import mirador.concepts.mllm.Route;
import mirador.concepts.text.Messages;
import mirador.concepts.text.Words;

/**
 * The way from every modality to the text, the chosen one lit: a row for each modality (what
 * enters, its encoder, what it gives), then the trunk that all share (adapter, language model,
 * text).
 */
public final class RouterDiagram {
  private static final double DOOR_HEIGHT = 48;

  private final Messages messages;
  private final List<String> modalities;
  private final String chosen;
  private final Places places;

  private RouterDiagram(Messages messages, List<String> modalities, String chosen, Places places) {
    this.messages = messages;
    this.modalities = modalities;
    this.chosen = chosen;
    this.places = places;
  }

  /** From left to right, for a wide page. */
  public static Mark wide(Messages messages, List<String> modalities, String chosen) {
    return new RouterDiagram(messages, modalities, chosen, Places.WIDE).draw();
  }

  /** Rows above, trunk below, for a telephone. */
  public static Mark tall(Messages messages, List<String> modalities, String chosen) {
    return new RouterDiagram(messages, modalities, chosen, Places.TALL).draw();
  }

  /** Left edges and widths of the columns, in the drawing's own units. */
  private record Places(
      String name,
      double width,
      double height,
      double row,
      double doorWidth,
      double encoderX,
      double encoderWidth,
      double outputX,
      double trunkY,
      double adapterX,
      double modelX,
      double textX) {
    static final Places WIDE =
        new Places("wide", 784, 324, 64, 112, 142, 176, 348, 162, 490, 614, 708);
    static final Places TALL =
        new Places("tall", 320, 452, 64, 92, 108, 112, 236, 404, 2, 132, 238);

    boolean trunkBelow() {
      return trunkY > row * 5;
    }
  }

  private Mark draw() {
    Mark svg =
        Mark.of("svg")
            .with("class", "router router-" + places.name)
            .with("viewBox", "0 0 " + Mark.number(places.width) + " " + Mark.number(places.height))
            .with("role", "img")
            .with("aria-label", ModalityRouterWords.result(messages, chosen));
    for (String modality : modalities) {
      if (!modality.equals(chosen)) {
        svg.add(row(modality));
      }
    }
    svg.add(row(chosen)); // last, so that no dim line lies over a lit one
    return svg.add(trunk());
  }

  private Mark row(String modality) {
    double y = 2 + modalities.indexOf(modality) * places.row + places.row / 2;
    Route route = ModalityRouter.route(modality);
    boolean lit = modality.equals(chosen);
    Mark row =
        Mark.group("router-row" + (lit ? " lit" : "") + (route.isKnown() ? "" : " router-unknown"))
            .with("data-modality", modality);
    row.add(line(places.doorWidth, y, places.encoderX, y));
    double encoderEnd = places.encoderX + places.encoderWidth;
    row.add(line(encoderEnd, y, places.outputX, y));
    if (route.isKnown()) {
      row.add(toTrunk(y));
    }
    row.add(door(modality, y), encoder(route, y), output(route, y));
    return row;
  }

  private Mark door(String modality, double y) {
    Mark door = Mark.group("router-door router-" + modality);
    door.add(Mark.box(0.5, y - DOOR_HEIGHT / 2, places.doorWidth, DOOR_HEIGHT, 8));
    door.add(ModalityIcon.of(modality, 8, y - 14));
    return door.add(
        Mark.text(44, y + 5, ModalityRouterWords.name(messages, modality))
            .with("class", "router-name"));
  }

  private Mark encoder(Route route, double y) {
    Mark encoder = Mark.group("router-encoder");
    encoder.add(
        Mark.box(places.encoderX, y - DOOR_HEIGHT / 2, places.encoderWidth, DOOR_HEIGHT, 8));
    centred(
        encoder,
        wrapped(route.encoder(), places.trunkBelow() ? 18 : 24),
        places.encoderX + places.encoderWidth / 2,
        y);
    return encoder;
  }

  private Mark output(Route route, double y) {
    Mark output = Mark.group("router-output");
    if (!route.isKnown()) {
      return output.add(Mark.text(places.outputX + 8, y + 5, route.output()));
    }
    // An embedding is a row of small bars, sign by direction; the heights carry no meaning here.
    double[] heights = {9, -6, 13, -11, 5};
    for (int i = 0; i < heights.length; i++) {
      double top = heights[i] > 0 ? y - 8 - heights[i] : y - 8;
      output.add(
          Mark.of("rect")
              .with("class", "embedding-bar")
              .with("x", places.outputX + 8 + 6.0 * i)
              .with("y", top)
              .with("width", 4)
              .with("height", Math.abs(heights[i])));
    }
    output.add(
        Mark.of("path")
            .with("class", "router-axis")
            .with("d", Mark.path('M', places.outputX + 5, y - 8, 'L', places.outputX + 39, y - 8)));
    List<String> words = wrapped(route.output(), 11);
    for (int i = 0; i < words.size(); i++) {
      output.add(Mark.text(places.outputX + 5, y + 14 + 12.0 * i, words.get(i)));
    }
    return output;
  }

  private Mark toTrunk(double y) {
    if (places.trunkBelow()) {
      double bus = places.width - 3;
      double above = places.trunkY - 44;
      return lineAlong(
          Mark.path('M', places.outputX + 42, y - 8, 'L', bus, y - 8, 'L', bus, above)
              + Mark.path('L', places.adapterX + 56, above, 'L', places.adapterX + 56, above + 12));
    }
    double start = places.outputX + 78;
    double middle = (start + places.adapterX) / 2;
    return lineAlong(
        Mark.path('M', start, y)
            + Mark.path('C', middle, y, middle, places.trunkY, places.adapterX, places.trunkY));
  }

  private Mark trunk() {
    boolean lit = ModalityRouter.route(chosen).isKnown();
    double y = places.trunkY;
    Mark trunk = Mark.group("router-trunk" + (lit ? " lit" : ""));
    trunk.add(line(places.adapterX + 112, y, places.modelX, y));
    trunk.add(line(places.modelX + 84, y, places.textX, y));
    Mark adapter = Mark.group("router-adapter");
    adapter.add(Mark.box(places.adapterX, y - 32, 112, 64, 8));
    for (int i = 0; i < 4; i++) {
      adapter.add(diamond(places.adapterX + 26 + 20.0 * i, y - 10, 9));
    }
    centred(adapter, List.of("adapter/Q-Former"), places.adapterX + 56, y + 17);
    Mark model = Mark.group("router-model").add(Mark.box(places.modelX, y - 32, 84, 64, 4));
    centred(model, List.of("LLM"), places.modelX + 42, y);
    Mark text = Mark.group("router-text");
    for (int i = 0; i < 3; i++) {
      text.add(Mark.box(places.textX, y - 28 + 14.0 * i, 68 - 12.0 * i, 10, 5));
    }
    text.add(
        Mark.text(places.textX + 2, y + 28, messages.get("modality-router.out"))
            .with("class", "router-name"));
    return trunk.add(adapter, model, text);
  }

  private static void centred(Mark group, List<String> lines, double x, double y) {
    for (int i = 0; i < lines.size(); i++) {
      group.add(
          Mark.text(x, y + 5 + (i - (lines.size() - 1) / 2.0) * 14, lines.get(i))
              .with("text-anchor", "middle"));
    }
  }

  /** Lines of whole words with at most so many letters each. */
  private static List<String> wrapped(String text, int letters) {
    List<String> lines = new ArrayList<>();
    for (String word : Words.split(text, " ")) {
      int last = lines.size() - 1;
      if (last >= 0 && lines.get(last).length() + 1 + word.length() <= letters) {
        lines.set(last, lines.get(last) + " " + word);
      } else {
        lines.add(word);
      }
    }
    return lines;
  }

  private static Mark diamond(double x, double y, double radius) {
    return Mark.of("path")
        .with("class", "query")
        .with(
            "d",
            Mark.path('M', x, y - radius, 'L', x + radius, y, 'L', x, y + radius)
                + Mark.path('L', x - radius, y)
                + "Z");
  }

  private static Mark line(double x1, double y1, double x2, double y2) {
    return lineAlong(Mark.path('M', x1, y1, 'L', x2, y2));
  }

  private static Mark lineAlong(String path) {
    return Mark.of("path").with("class", "router-line").with("d", path);
  }
}
