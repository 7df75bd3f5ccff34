package mirador.web.model;

import mirador.concepts.image.Picture;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;
import org.teavm.jso.core.JSArrayReader;
import org.teavm.jso.core.JSString;
import org.teavm.jso.typedarrays.Int8Array;

/**
 * What goes between the page and the worker in which models run. A request carries an id and a
 * kind; its answers carry the same id: progress as often as there is some, then a problem or a
 * result. Each kind sets some of the other members; a member that is not set may not be read.
 */
public abstract class Message implements JSObject {
  /** Capabilities of the browser, seen from the worker. */
  public static final String PROBE = "probe";

  /** Loads the runtime and the graphs of a model. */
  public static final String OPEN = "open";

  /** As {@link #OPEN}, for the two graphs of CLIP and what belongs to them. */
  public static final String OPEN_CLIP = "open-clip";

  /** Computes {@link #getWanted} of CLIP out of pictures. */
  public static final String PICTURES = "pictures";

  /** Computes {@link #getWanted} of CLIP out of texts. */
  public static final String TEXTS = "texts";

  /** Wanted: embeddings of length 1, (n, projection). */
  public static final String EMBEDDINGS = "embeddings";

  /** Wanted of one picture or text: (layers, heads, tokens, tokens). */
  public static final String ATTENTION = "attention";

  /** Wanted of one picture or text: layers + 1 times (tokens, width). */
  public static final String STATES = "states";

  /** Wanted of one picture: what it becomes on its way, as {@link WireSteps} names it. */
  public static final String STEPS = "steps";

  /** Wanted of one text: its ids, (tokens), its tokens and those that were cut. */
  public static final String TOKENS = "tokens";

  /** As {@link #OPEN}, for the graphs of BLIP-2 that look at a picture. */
  public static final String OPEN_BLIP2_VISION = "open-blip2-vision";

  /** As {@link #OPEN}, for the graphs of BLIP-2 that write, and its tokeniser. */
  public static final String OPEN_BLIP2_LANGUAGE = "open-blip2-language";

  /** Asks the queries of BLIP-2 about one picture; see {@link WireQueries}. */
  public static final String LOOK = "look";

  /**
   * Writes on after a prompt, one text, and what the queries made of a picture, one tensor; as
   * {@link #getSettings} say. Tells {@link #TOKEN} and {@link #STAGE} as they come.
   */
  public static final String GENERATE = "generate";

  /** Runs one graph. */
  public static final String RUN = "run";

  /** Begins a training with pairs of texts and small pictures; see {@link WireTraining}. */
  public static final String OPEN_TRAINING = "open-training";

  /** Trains on for {@link #getSteps} steps; see {@link WireTrained}. */
  public static final String TRAIN = "train";

  /** Stops the request that has this message's id, when its next part would begin. */
  public static final String CANCEL = "cancel";

  /** An answer: what the worker is doing; no result yet. */
  public static final String PROGRESS = "progress";

  /** An answer: one token more of a text; no result yet. */
  public static final String TOKEN = "token";

  /** An answer: a stage is done; no result yet. */
  public static final String STAGE = "stage";

  /** An answer: why there is no result. */
  public static final String PROBLEM = "problem";

  /** An answer: the result. */
  public static final String RESULT = "result";

  protected Message() {}

  @JSBody(script = "return {};")
  private static native Message create();

  /** A request or an answer of a kind. */
  public static Message of(String kind) {
    Message message = create();
    message.setKind(kind);
    return message;
  }

  @JSProperty
  public abstract int getId();

  @JSProperty
  public abstract void setId(int id);

  @JSProperty
  public abstract String getKind();

  @JSProperty
  public abstract void setKind(String kind);

  /** What the worker is doing; see {@link Phase}. */
  @JSProperty
  public abstract String getPhase();

  @JSProperty
  public abstract void setPhase(String phase);

  /** The code of what went wrong; see {@link ModelProblem}. */
  @JSProperty
  public abstract String getProblem();

  @JSProperty
  public abstract void setProblem(String code);

  /** What went wrong, or a state, in the words of a program. */
  @JSProperty
  public abstract String getDetail();

  @JSProperty
  public abstract void setDetail(String detail);

  /** How much of a phase is done, out of {@link #getTotal}; may pass what an int holds. */
  @JSProperty
  public abstract double getDone();

  @JSProperty
  public abstract void setDone(double done);

  @JSProperty
  public abstract double getTotal();

  @JSProperty
  public abstract void setTotal(double total);

  /** The name of the graph that is meant. */
  @JSProperty
  public abstract String getGraph();

  @JSProperty
  public abstract void setGraph(String graph);

  /** Names of outputs that are wanted; what is wanted of CLIP. */
  @JSProperty
  public abstract JSArrayReader<JSString> getWanted();

  @JSProperty
  public abstract void setWanted(JSArrayReader<JSString> wanted);

  /** Inputs or outputs of a graph. */
  @JSProperty
  public abstract JSArrayReader<WireTensor> getTensors();

  @JSProperty
  public abstract void setTensors(JSArrayReader<WireTensor> tensors);

  /** Texts that are given, or tokens that come back. */
  @JSProperty
  public abstract JSArrayReader<JSString> getTexts();

  @JSProperty
  public abstract void setTexts(JSArrayReader<JSString> texts);

  /** Tokens that did not fit. */
  @JSProperty
  public abstract JSArrayReader<JSString> getCut();

  @JSProperty
  public abstract void setCut(JSArrayReader<JSString> cut);

  /** Pictures that are given: blobs of files, or {@link WirePicture}s. */
  @JSProperty
  public abstract JSArrayReader<JSObject> getPictures();

  @JSProperty
  public abstract void setPictures(JSArrayReader<JSObject> pictures);

  /** What the model's manifest says. */
  @JSProperty
  public abstract WireManifest getManifest();

  @JSProperty
  public abstract void setManifest(WireManifest manifest);

  /** Greatest difference from the reference values of the manifest, and what is allowed. */
  @JSProperty
  public abstract double getDeviation();

  @JSProperty
  public abstract void setDeviation(double deviation);

  @JSProperty
  public abstract double getTolerance();

  @JSProperty
  public abstract void setTolerance(double tolerance);

  /** How many reference values were compared. */
  @JSProperty
  public abstract int getChecks();

  @JSProperty
  public abstract void setChecks(int checks);

  /** How long a model took to open; see {@link WireSeconds}. */
  @JSProperty
  public abstract WireSeconds getSeconds();

  @JSProperty
  public abstract void setSeconds(WireSeconds seconds);

  /** How a text is to be written. */
  @JSProperty
  public abstract WireSettings getSettings();

  @JSProperty
  public abstract void setSettings(WireSettings settings);

  /** How a training goes. */
  @JSProperty
  public abstract WireTraining getTraining();

  @JSProperty
  public abstract void setTraining(WireTraining training);

  /** How many steps are wanted. */
  @JSProperty
  public abstract int getSteps();

  @JSProperty
  public abstract void setSteps(int steps);

  /** What a training came to. */
  @JSProperty
  public abstract WireTrained getTrained();

  @JSProperty
  public abstract void setTrained(WireTrained trained);

  /** What has come in {@link #TOKEN}. */
  @JSProperty
  public abstract WireToken getToken();

  @JSProperty
  public abstract void setToken(WireToken token);

  /** The stages that are done. */
  @JSProperty
  public abstract JSArrayReader<WireStage> getStages();

  @JSProperty
  public abstract void setStages(JSArrayReader<WireStage> stages);

  /** Whether a text ended by itself. */
  @JSProperty
  public abstract boolean isEnded();

  @JSProperty
  public abstract void setEnded(boolean ended);

  /** Files by name, as blobs or array buffers. */
  @JSProperty
  public abstract JSArrayReader<WireFile> getFiles();

  @JSProperty
  public abstract void setFiles(JSArrayReader<WireFile> files);

  /** The answer to {@link #PROBE}. */
  @JSProperty
  public abstract WireProbe getProbe();

  @JSProperty
  public abstract void setProbe(WireProbe probe);

  /** Where the runtime is; see {@link WireRuntime}. */
  @JSProperty
  public abstract WireRuntime getRuntime();

  @JSProperty
  public abstract void setRuntime(WireRuntime runtime);

  /** What the browser offers; see {@link mirador.concepts.inference.Capabilities}. */
  public interface WireProbe extends JSObject {
    @JSProperty
    String getGpu();

    @JSProperty
    String getDetail();

    @JSProperty
    boolean isFloat16();

    @JSProperty
    boolean isSuspending();

    @JSProperty
    boolean isIsolated();

    @JSProperty
    int getCores();
  }

  /** A file of a model. */
  public abstract static class WireFile implements JSObject {
    protected WireFile() {}

    /**
     * A file of this name.
     *
     * @param content a Blob or an ArrayBuffer
     */
    @JSBody(
        params = {"name", "content"},
        script = "return {name: name, content: content, weights: null, location: ''};")
    public static native WireFile of(String name, JSObject content);

    /**
     * A graph whose weights lie in a file of their own.
     *
     * @param weights a Blob
     * @param location what the graph calls that file
     */
    @JSBody(
        params = {"name", "content", "weights", "location"},
        script = "return {name: name, content: content, weights: weights, location: location};")
    public static native WireFile of(
        String name, JSObject content, JSObject weights, String location);

    @JSProperty
    public abstract String getName();

    @JSProperty
    public abstract JSObject getContent();

    /** The file of its weights; null when they lie in it, or it is no graph. */
    @JSProperty
    public abstract JSObject getWeights();

    @JSProperty
    public abstract String getLocation();
  }

  /** The pixels of a picture. */
  public abstract static class WirePicture implements JSObject {
    protected WirePicture() {}

    /** A copy, which is handed over to whom it is sent. */
    public static WirePicture of(Picture picture) {
      return make(picture.width(), picture.height(), Int8Array.fromJavaArray(picture.rgb()));
    }

    public final Picture picture() {
      return new Picture(getWidth(), getHeight(), getRgb().toJavaArray());
    }

    @JSBody(
        params = {"width", "height", "rgb"},
        script = "return {width: width, height: height, rgb: rgb.slice()};")
    private static native WirePicture make(int width, int height, Int8Array rgb);

    @JSProperty
    protected abstract int getWidth();

    @JSProperty
    protected abstract int getHeight();

    @JSProperty
    protected abstract Int8Array getRgb();
  }

  /** A build of ONNX Runtime Web and how it is used. */
  public abstract static class WireRuntime implements JSObject {
    protected WireRuntime() {}

    /**
     * A build that lies at addresses.
     *
     * @param base what the addresses are relative to
     */
    @JSBody(
        params = {"build", "base", "gpu", "threads"},
        script =
            "return {script: new URL(build.script, base).href, module: new URL(build.module, base).href,"
                + " wasm: new URL(build.wasm, base).href, gpu: gpu, threads: threads};")
    public static native WireRuntime at(JSObject build, String base, boolean gpu, int threads);

    /**
     * A build whose files are given.
     *
     * @param packs base64 of the three files, one after the other, compressed
     */
    @JSBody(
        params = {"build", "packs", "gpu", "threads"},
        script = "return {packs: packs, sizes: build.sizes, gpu: gpu, threads: threads};")
    public static native WireRuntime packed(
        JSObject build, JSObject packs, boolean gpu, int threads);

    @JSProperty
    public abstract boolean isGpu();

    @JSProperty
    public abstract int getThreads();
  }
}
