package mirador.web.store;

import mirador.concepts.inference.MemoryTier;
import mirador.concepts.inference.ModelNeeds;
import org.teavm.jso.JSBody;

/** The memory of this machine, as far as the browser tells of it. */
public final class DeviceMemory {
  private DeviceMemory() {}

  /** Whether a model fits. */
  public static MemoryTier tier(ModelNeeds needs) {
    return MemoryTier.of(gigabytes(), isPhone(), needs.workers());
  }

  @JSBody(script = "return navigator.deviceMemory || 0;")
  private static native double gigabytes();

  // Only Chromium tells it; elsewhere the name of the system does. Tablets of Apple call themselves
  // computers, but no computer of Apple can be touched.
  @JSBody(
      script =
          "var agent = navigator.userAgentData; if (agent) return agent.mobile === true;"
              + "return /Android|iPhone|iPad|Mobile/.test(navigator.userAgent)"
              + " || (/Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1);")
  private static native boolean isPhone();
}
