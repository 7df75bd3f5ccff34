package mirador.concepts.inference;

/**
 * What a browser offers to a model.
 *
 * @param gpu whether WebGPU can be used, and why not
 * @param gpuDetail what the browser said about it, in its own words; may be empty
 * @param float16 whether WebGPU computes with 16-bit floats ({@code shader-f16})
 * @param suspending whether WebAssembly can wait for a promise (JSPI)
 * @param isolated whether the page is cross-origin isolated, without which there are no threads
 * @param fromDisk whether the page was opened by file://
 * @param cores that the browser tells of, 1 or more
 */
public record Capabilities(
    Gpu gpu,
    String gpuDetail,
    boolean float16,
    boolean suspending,
    boolean isolated,
    boolean fromDisk,
    int cores) {

  /** The state of WebGPU. */
  public enum Gpu {
    READY("ready"),
    /** The page came over plain http from another machine: browsers hide WebGPU there. */
    INSECURE("insecure"),
    /** The browser does not know WebGPU. */
    NO_API("no-api"),
    /** The browser knows WebGPU, but has no graphics card for it. */
    NO_ADAPTER("no-adapter"),
    /** It was there, but the model could not be loaded or run with it. */
    FAILED("failed"),
    /** It was there, and was taken away. */
    LOST("lost");

    private final String code;

    Gpu(String code) {
      this.code = code;
    }

    /** A short name for messages between programs. */
    public String code() {
      return code;
    }

    /**
     * The state of this code.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Gpu of(String code) {
      for (Gpu gpu : values()) {
        if (gpu.code.equals(code)) {
          return gpu;
        }
      }
      throw new IllegalArgumentException("\"" + code + "\" is no state of WebGPU");
    }
  }

  /** The same browser after WebGPU has failed or was lost. */
  public Capabilities without(Gpu state, String detail) {
    return new Capabilities(state, detail, float16, suspending, isolated, fromDisk, cores);
  }
}
