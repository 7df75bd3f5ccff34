package mirador.web.worker;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mirador.concepts.clip.ClipConfig;
import mirador.concepts.clip.ClipEncoders;
import mirador.concepts.clip.ClipModel;
import mirador.concepts.clip.ClipSelfCheck;
import mirador.concepts.inference.InferenceException;
import mirador.concepts.inference.ModelManifest.Reference;
import mirador.concepts.onnx.ByteRange;
import mirador.concepts.onnx.EncoderPatch;
import mirador.concepts.onnx.EncoderPatcher;
import mirador.concepts.onnx.OnnxFormatException;
import mirador.concepts.onnx.PatchedModel;
import mirador.concepts.tensor.FloatTensor;
import mirador.concepts.tensor.LongTensor;
import mirador.concepts.tensor.Tensor;
import mirador.concepts.tokenizer.ClipTokenizer;
import mirador.concepts.tokenizer.Encoding;
import mirador.web.model.Message;
import mirador.web.model.Phase;
import mirador.web.model.WireSteps;
import mirador.web.model.WireTensor;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.typedarrays.Int8Array;
import org.teavm.jso.typedarrays.Uint8Array;

/**
 * CLIP in the worker. Its graphs are loaded as they are; when their inside is asked for and a graph
 * does not give it, that graph is loaded anew with what it can show as outputs.
 */
final class ClipDesk implements Desk {
  private static final String VISION = "vision";
  private static final String TEXT = "text";
  private static final int TEXTS_AT_ONCE = 16;

  private final Opening opening;
  private final ClipConfig config;
  private final ClipTokenizer tokenizer;
  private OrtWebSession vision;
  private OrtWebSession text;
  private ClipModel model;
  private boolean visionOpened;

  /**
   * Loads the model.
   *
   * @param request {@link Message#OPEN_CLIP}: files {@code vision}, {@code text}, {@code
   *     vocab.json}, {@code merges.txt}
   */
  ClipDesk(Message request, Teller teller) {
    opening = new Opening(request, teller, 2);
    config = ClipConfig.of(request.getManifest().config());
    tokenizer =
        new ClipTokenizer(
            TokenizerFiles.vocabulary(opening.text("vocab.json")),
            TokenizerFiles.lines(opening.text("merges.txt")),
            config.contextLength(),
            ClipDesk::nfc);
    vision = opening.session(VISION);
    text = opening.session(TEXT);
    build();
  }

  private void build() {
    model =
        new ClipModel(new ClipEncoders(vision, text, config), config.preprocessing(), tokenizer);
  }

  @Override
  public Message check(Message request, Teller teller) {
    opening.warmUp();
    ClipSelfCheck.constantPicture(model.encoders(), 0);
    model.textEmbeddings(List.of("a"));
    Reference reference = request.getManifest().reference();
    return opening.checked(ClipSelfCheck.run(model.encoders(), reference), reference);
  }

  @Override
  public Message answer(Message request, Teller teller) {
    return switch (request.getKind()) {
      case Message.PICTURES -> pictures(request, teller);
      case Message.TEXTS -> texts(request, teller);
      default -> throw new InferenceException("CLIP knows no request " + request.getKind());
    };
  }

  /** Answers {@link Message#PICTURES}. */
  private Message pictures(Message request, Teller teller) {
    JSArrayReader<JSObject> pictures = request.getPictures();
    Message answer = Message.of(Message.RESULT);
    switch (request.getWanted().get(0).stringValue()) {
      case Message.EMBEDDINGS -> {
        FloatTensor all = FloatTensor.zeros(pictures.getLength(), config.projection());
        for (int i = 0; i < pictures.getLength(); i++) {
          teller.progress(Phase.RUN, i, pictures.getLength());
          copy(model.imageEmbeddings(List.of(Blobs.picture(pictures.get(i)))), all, i);
        }
        answer.setTensors(WireTensor.of(Map.of(Message.EMBEDDINGS, all)));
      }
      case Message.ATTENTION -> {
        if (!model.encoders().hasImageAttention()) {
          openVision(teller);
        }
        teller.progress(Phase.RUN, 0, 1);
        FloatTensor maps = model.attention(Blobs.picture(pictures.get(0))).weights();
        answer.setTensors(WireTensor.of(Map.of(Message.ATTENTION, maps)));
      }
      case Message.STATES -> {
        if (!model.encoders().hasImageSteps()) {
          openVision(teller);
        }
        teller.progress(Phase.RUN, 0, 1);
        answer.setTensors(layers(model.states(Blobs.picture(pictures.get(0)))));
      }
      case Message.STEPS -> {
        if (!model.encoders().hasImageSteps()) {
          openVision(teller);
        }
        teller.progress(Phase.RUN, 0, 1);
        answer.setTensors(WireSteps.of(model.steps(Blobs.picture(pictures.get(0)))));
      }
      default -> throw unknown(request);
    }
    return answer;
  }

  /** Answers {@link Message#TEXTS}. */
  private Message texts(Message request, Teller teller) {
    List<String> texts = WireTensor.list(request.getTexts());
    Message answer = Message.of(Message.RESULT);
    switch (request.getWanted().get(0).stringValue()) {
      case Message.EMBEDDINGS -> {
        FloatTensor all = FloatTensor.zeros(texts.size(), config.projection());
        for (int i = 0; i < texts.size(); i += TEXTS_AT_ONCE) {
          teller.progress(Phase.RUN, i, texts.size());
          copy(
              model.textEmbeddings(texts.subList(i, Math.min(texts.size(), i + TEXTS_AT_ONCE))),
              all,
              i);
        }
        answer.setTensors(WireTensor.of(Map.of(Message.EMBEDDINGS, all)));
      }
      case Message.ATTENTION -> {
        if (!model.encoders().hasTextAttention()) {
          openText(teller);
        }
        teller.progress(Phase.RUN, 0, 1);
        FloatTensor maps = model.attention(texts.get(0)).weights();
        answer.setTensors(WireTensor.of(Map.of(Message.ATTENTION, maps)));
      }
      case Message.STATES -> {
        teller.progress(Phase.RUN, 0, 1);
        answer.setTensors(layers(model.states(texts.get(0))));
      }
      case Message.TOKENS -> {
        Encoding encoding = model.encode(texts.get(0));
        long[] ids = new long[encoding.length()];
        for (int i = 0; i < ids.length; i++) {
          ids[i] = encoding.ids().get(i);
        }
        answer.setTensors(WireTensor.of(Map.of(Message.TOKENS, LongTensor.of(ids, ids.length))));
        answer.setTexts(WireTensor.texts(encoding.tokens()));
        answer.setCut(WireTensor.texts(encoding.cut()));
      }
      default -> throw unknown(request);
    }
    return answer;
  }

  private static InferenceException unknown(Message request) {
    return new InferenceException(
        "CLIP gives no " + request.getWanted().get(0).stringValue() + " of " + request.getKind());
  }

  /**
   * Loads the image encoder anew, once, with all that its graph can show of its inside as outputs.
   */
  private void openVision(Teller teller) {
    if (visionOpened) {
      return;
    }
    teller.progress(Phase.COMPILE, 0, 1);
    EncoderPatch patch = openedUp(VISION, config.visionHeads());
    if (patch.outputs().isEmpty()) {
      throw new InferenceException(VISION + ": " + String.join("; ", patch.missing()));
    }
    if (patch.changed()) {
      OrtWebSession before = vision;
      vision = opening.session(VISION, joined(patch.model()));
      before.close();
      build();
    }
    visionOpened = true;
  }

  /** The same for the text encoder. */
  private void openText(Teller teller) {
    teller.progress(Phase.COMPILE, 0, 1);
    EncoderPatch patch = openedUp(TEXT, config.textHeads());
    if (!patch.changed()) {
      throw new InferenceException(TEXT + ": " + String.join("; ", patch.missing()));
    }
    OrtWebSession before = text;
    text = opening.session(TEXT, joined(patch.model()));
    before.close();
    build();
  }

  private EncoderPatch openedUp(String graph, int heads) {
    try {
      Uint8Array bytes = opening.graph(graph).bytes();
      return EncoderPatcher.patch(new Int8Array(bytes.getBuffer()).toJavaArray(), heads);
    } catch (OnnxFormatException e) {
      throw new InferenceException(graph + ": " + e.getMessage());
    }
  }

  private static Uint8Array joined(PatchedModel model) {
    Uint8Array bytes = new Uint8Array((int) model.length());
    int at = 0;
    for (ByteRange range : model.ranges()) {
      put(bytes, at, Int8Array.fromJavaArray(range.bytes()), range.start(), range.length());
      at += range.length();
    }
    return bytes;
  }

  private static void copy(FloatTensor rows, FloatTensor all, int row) {
    int width = all.shape().size(1);
    System.arraycopy(rows.values(), 0, all.values(), row * width, rows.values().length);
  }

  private static JSArrayReader<WireTensor> layers(List<FloatTensor> states) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (FloatTensor state : states) {
      tensors.put(String.valueOf(tensors.size()), state);
    }
    return WireTensor.of(tensors);
  }

  @JSBody(
      params = {"text"},
      script = "return text.normalize('NFC');")
  private static native String nfc(String text);

  @JSBody(
      params = {"target", "at", "source", "start", "length"},
      script = "target.set(new Uint8Array(source.buffer, source.byteOffset + start, length), at);")
  private static native void put(
      Uint8Array target, int at, Int8Array source, int start, int length);
}
