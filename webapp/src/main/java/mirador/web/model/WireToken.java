package mirador.web.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mirador.concepts.tensor.FloatTensor;
import mirador.concepts.tensor.Tensor;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSArray;
import org.teavm.jso.core.JSArrayReader;

/** One more token of a text on its way to the page. */
public abstract class WireToken implements JSObject {
  private static final String ATTENTION = "attention";

  protected WireToken() {}

  /**
   * For a message.
   *
   * @param position place among the new tokens, from 0
   */
  public static WireToken of(int position, Token token) {
    JSArray<Candidate> candidates = new JSArray<>();
    for (CandidateText one : token.candidates()) {
      candidates.push(candidate(one.id(), one.text(), one.probability()));
    }
    return make(
        position,
        token.id(),
        token.text(),
        candidates,
        WireTensor.of(token.attention() == null ? Map.of() : Map.of(ATTENTION, token.attention())));
  }

  /** Out of a message. */
  final Token token() {
    List<CandidateText> candidates = new ArrayList<>();
    for (int i = 0; i < getCandidates().getLength(); i++) {
      Candidate one = getCandidates().get(i);
      candidates.add(new CandidateText(one.getId(), one.getText(), one.getProbability()));
    }
    Tensor attention = WireTensor.tensors(getAttention()).get(ATTENTION);
    FloatTensor weights = attention == null ? null : attention.floats();
    return new Token(getId(), getText(), candidates, weights);
  }

  @JSProperty
  abstract int getPosition();

  @JSProperty
  protected abstract int getId();

  @JSProperty
  protected abstract String getText();

  @JSProperty
  protected abstract JSArrayReader<Candidate> getCandidates();

  @JSProperty
  protected abstract JSArrayReader<WireTensor> getAttention();

  @JSBody(
      params = {"position", "id", "text", "candidates", "attention"},
      script =
          "return {position: position, id: id, text: text, candidates: candidates,"
              + " attention: attention};")
  private static native WireToken make(
      int position,
      int id,
      String text,
      JSArray<Candidate> candidates,
      JSArrayReader<WireTensor> attention);

  @JSBody(
      params = {"id", "text", "probability"},
      script = "return {id: id, text: text, probability: probability};")
  private static native Candidate candidate(int id, String text, double probability);

  private interface Candidate extends JSObject {
    @JSProperty
    int getId();

    @JSProperty
    String getText();

    @JSProperty
    double getProbability();
  }
}
