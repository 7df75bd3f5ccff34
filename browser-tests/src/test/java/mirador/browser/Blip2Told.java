package mirador.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import mirador.concepts.image.Picture;
import mirador.concepts.tensor.FloatTensor;
import mirador.concepts.tensor.LongTensor;

/** What the page of tests was told by BLIP-2: tokens and stages on the way, then the whole. */
record Blip2Told(Map<String, Object> members) {
  /** Asks the page's worker to go on from queries and ids. */
  static Blip2Told write(
      ModelVisit visit, FloatTensor projected, List<Integer> prompt, Map<String, Object> settings) {
    start(visit, projected, prompt, settings);
    return end(visit);
  }

  /** The same without waiting. */
  static void start(
      ModelVisit visit, FloatTensor projected, List<Integer> prompt, Map<String, Object> settings) {
    long[] ids = prompt.stream().mapToLong(id -> id).toArray();
    visit
        .page()
        .evaluate(
            "([inputs, settings]) => { window.written = null;"
                + " window.writeModel(inputs.map(one => ({name: one.name,"
                + " long: one.type === 'longs', shape: Int32Array.from(one.shape),"
                + " values: one.type === 'longs' ? BigInt64Array.from(one.values.map(BigInt))"
                + "  : Float32Array.from(one.values)})), settings)"
                + ".then(told => { window.written = told; }); }",
            List.of(
                List.of(
                    ModelVisit.input("projected", projected),
                    ModelVisit.input("tokens", LongTensor.of(ids, ids.length))),
                settings));
  }

  /**
   * Asks the page's service about a picture, without waiting.
   *
   * @param prompts none to look at it, one to go on from, several for a dialogue
   */
  static void ask(
      ModelVisit visit, Picture picture, List<String> prompts, Map<String, Object> settings) {
    visit
        .page()
        .evaluate(
            "([width, height, base64, prompts, settings]) => { window.written = null;"
                + " const rgb = new Int8Array(Uint8Array.from(atob(base64),"
                + "  c => c.charCodeAt(0)).buffer);"
                + " window.askBlip2({width, height, rgb}, prompts, settings)"
                + ".then(told => { window.written = told; }); }",
            List.of(
                picture.width(),
                picture.height(),
                Base64.getEncoder().encodeToString(picture.rgb()),
                prompts,
                settings));
  }

  /** Waits for the whole. */
  static Blip2Told end(ModelVisit visit) {
    @SuppressWarnings("unchecked") // an object, as the test page makes it
    Map<String, Object> members =
        (Map<String, Object>)
            visit
                .page()
                .waitForFunction(
                    "() => window.written",
                    null,
                    new Page.WaitForFunctionOptions().setTimeout(240_000))
                .jsonValue();
    return new Blip2Told(members);
  }

  Object get(String member) {
    return members.get(member);
  }

  private List<?> list(String member) {
    assertEquals(null, members.get("problem"), () -> members.toString());
    return (List<?>) members.get(member);
  }

  /** The ids of the whole text, of the worker's own answer. */
  List<Integer> ids() {
    for (Object one : list("tensors")) {
      Map<?, ?> tensor = (Map<?, ?>) one;
      if (tensor.get("name").equals("tokens")) {
        return integers((List<?>) tensor.get("values"));
      }
    }
    return ids(list("all"));
  }

  /** The ids that were told on the way. */
  List<Integer> told() {
    return ids(list("tokens"));
  }

  /** Every token that was told on the way. */
  List<Map<?, ?>> tokens() {
    return maps(list("tokens"));
  }

  /** Every token of the whole. */
  List<Map<?, ?>> all() {
    return maps(list("all"));
  }

  /** The stages of the whole. */
  List<Map<?, ?>> stages() {
    return maps(list("stagesAtEnd"));
  }

  /** The text of the whole. */
  String text() {
    return (String) list("texts").get(0);
  }

  boolean ended() {
    return (boolean) members.get("ended");
  }

  /** The numbers of an output. */
  float[] values(String name) {
    for (Object one : list("tensors")) {
      Map<?, ?> tensor = (Map<?, ?>) one;
      if (tensor.get("name").equals(name)) {
        List<?> values = (List<?>) tensor.get("values");
        float[] floats = new float[values.size()];
        for (int i = 0; i < floats.length; i++) {
          floats[i] = ((Number) values.get(i)).floatValue();
        }
        return floats;
      }
    }
    throw new IllegalArgumentException("no " + name + " in " + members.keySet());
  }

  private static List<Map<?, ?>> maps(List<?> list) {
    return list.stream().<Map<?, ?>>map(one -> (Map<?, ?>) one).toList();
  }

  private static List<Integer> ids(List<?> tokens) {
    return tokens.stream().map(token -> (Integer) ((Map<?, ?>) token).get("id")).toList();
  }

  private static List<Integer> integers(List<?> numbers) {
    return numbers.stream().map(number -> ((Number) number).intValue()).toList();
  }
}
