package mirador.concepts.inference;

import java.util.ArrayList;
import java.util.List;

/**
 * How a model is run in a browser, and why so. The figures behind it were measured with ONNX
 * Runtime Web 1.30.0 and CLIP ViT-B/32: 8-bit weights are the fastest on WebAssembly, but WebGPU
 * hands them to the CPU; the build with JSPI runs WebGPU in half the time of the one without.
 *
 * @param build which build of the runtime is loaded
 * @param gpu whether WebGPU computes, else WebAssembly
 * @param threads of WebAssembly
 * @param reason why WebGPU is or is not used, as a short code
 * @param threadReason why there are so many threads, as a short code
 */
public record RuntimeChoice(
    Build build, boolean gpu, int threads, String reason, String threadReason) {
  /** More threads than this gain little and starve the page. */
  private static final int MOST_THREADS = 4;

  /** The builds of ONNX Runtime Web. */
  public enum Build {
    /** WebGPU by JSPI. */
    JSPI("jspi"),
    /** WebGPU by Asyncify, for browsers without JSPI. */
    WEBGPU("webgpu"),
    /** WebAssembly alone. */
    WASM("wasm");

    private final String code;

    Build(String code) {
      this.code = code;
    }

    /** The name under which the site ships it. */
    public String code() {
      return code;
    }
  }

  /** What the learner or the teacher asked for. */
  public enum Wish {
    AUTO,
    WASM,
    WEBGPU,
    /** WebAssembly in one thread: what a small model gains by more, it loses while it starts. */
    LIGHT;

    /** Of a setting in an address; whatever is no wish is {@link #AUTO}. */
    public static Wish of(String setting) {
      if ("wasm".equals(setting)) {
        return WASM;
      }
      return "webgpu".equals(setting) ? WEBGPU : AUTO;
    }
  }

  /**
   * Whether these weights are slow where they are run: a decoder of 4-bit weights took 20 times as
   * long for a token on WebAssembly as one of 8-bit weights.
   */
  public boolean isSlowWith(String variant) {
    return !gpu && variant.equals("q4");
  }

  /** How a model of this variant ({@code fp32}, {@code fp16}, {@code int8}, {@code q4}) is run. */
  public static RuntimeChoice of(Capabilities browser, Wish wish, String variant) {
    String reason = reason(browser, wish, variant);
    boolean gpu = reason.equals(Capabilities.Gpu.READY.code());
    Build build = browser.suspending() ? Build.JSPI : Build.WEBGPU;
    return new RuntimeChoice(
        gpu ? build : Build.WASM,
        gpu,
        wish == Wish.LIGHT ? 1 : threads(browser),
        reason,
        wish == Wish.LIGHT ? "small" : threadReason(browser));
  }

  /** The variants of a model, the best one for this browser first. */
  public static List<String> variants(Capabilities browser, Wish wish) {
    List<String> variants = new ArrayList<>();
    if (browser.gpu() == Capabilities.Gpu.READY && wish != Wish.WASM) {
      if (browser.float16()) {
        variants.add("fp16");
      }
      variants.add("fp32");
    }
    for (String variant : List.of("int8", "fp32", "fp16")) {
      if (!variants.contains(variant)) {
        variants.add(variant);
      }
    }
    return variants;
  }

  /**
   * The variants of a model of this architecture, the best one for this browser first. A language
   * model waits for its weights to be read: the fewer bits, the better, but on WebAssembly 4 bits
   * are slow.
   */
  public static List<String> variants(Capabilities browser, Wish wish, String architecture) {
    if (!architecture.equals("blip2")) {
      return variants(browser, wish);
    }
    boolean gpu = browser.gpu() == Capabilities.Gpu.READY && wish != Wish.WASM;
    if (!gpu) {
      return List.of("int8", "q4", "fp32", "fp16");
    }
    return browser.float16()
        ? List.of("q4", "fp16", "int8", "fp32")
        : List.of("q4", "int8", "fp32", "fp16");
  }

  private static String reason(Capabilities browser, Wish wish, String variant) {
    if (wish == Wish.WASM) {
      return "asked";
    }
    if (wish == Wish.LIGHT) {
      return "small";
    }
    if (browser.gpu() != Capabilities.Gpu.READY) {
      return browser.gpu().code();
    }
    if (wish == Wish.AUTO && variant.equals("int8")) {
      return "int8";
    }
    if (variant.equals("fp16") && !browser.float16()) {
      return "no-float16";
    }
    return Capabilities.Gpu.READY.code();
  }

  private static int threads(Capabilities browser) {
    return browser.isolated() ? Math.max(1, Math.min(MOST_THREADS, browser.cores())) : 1;
  }

  private static String threadReason(Capabilities browser) {
    if (browser.cores() < 2) {
      return "one-core";
    }
    if (browser.isolated()) {
      return "threads";
    }
    return browser.fromDisk() ? "disk" : "not-isolated";
  }
}
