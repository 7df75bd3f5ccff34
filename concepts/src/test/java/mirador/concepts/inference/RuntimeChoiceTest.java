package mirador.concepts.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import mirador.concepts.inference.Capabilities.Gpu;
import mirador.concepts.inference.RuntimeChoice.Build;
import mirador.concepts.inference.RuntimeChoice.Wish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RuntimeChoiceTest {
  private static Capabilities browser(Gpu gpu, boolean float16, boolean suspending) {
    return new Capabilities(gpu, "", float16, suspending, false, false, 8);
  }

  @Test
  void webGpuByTheBuildThatTheBrowserCanRun() {
    assertEquals(
        new RuntimeChoice(Build.JSPI, true, 1, "ready", "not-isolated"),
        RuntimeChoice.of(browser(Gpu.READY, true, true), Wish.AUTO, "fp16"));
    assertEquals(
        Build.WEBGPU, RuntimeChoice.of(browser(Gpu.READY, true, false), Wish.AUTO, "fp32").build());
  }

  @ParameterizedTest
  @EnumSource(value = Gpu.class, mode = EnumSource.Mode.EXCLUDE, names = "READY")
  void withoutWebGpuWebAssemblyRunsAndSaysWhy(Gpu gpu) {
    for (Wish wish : List.of(Wish.AUTO, Wish.WEBGPU)) {
      RuntimeChoice choice = RuntimeChoice.of(browser(gpu, false, true), wish, "fp32");
      assertEquals(Build.WASM, choice.build());
      assertFalse(choice.gpu());
      assertEquals(gpu.code(), choice.reason());
    }
    assertEquals(gpu, Gpu.of(gpu.code()));
  }

  @Test
  void eightBitWeightsStayOnWebAssemblyUnlessAskedOtherwise() {
    Capabilities browser = browser(Gpu.READY, true, true);
    assertEquals("int8", RuntimeChoice.of(browser, Wish.AUTO, "int8").reason());
    assertEquals(Build.WASM, RuntimeChoice.of(browser, Wish.AUTO, "int8").build());
    assertEquals(Build.JSPI, RuntimeChoice.of(browser, Wish.WEBGPU, "int8").build());
    assertEquals("asked", RuntimeChoice.of(browser, Wish.WASM, "fp32").reason());
  }

  @Test
  void aSmallModelHasOneThreadWhateverTheBrowserOffers() {
    Capabilities browser = new Capabilities(Gpu.READY, "", true, true, true, false, 8);
    assertEquals(
        new RuntimeChoice(Build.WASM, false, 1, "small", "small"),
        RuntimeChoice.of(browser, Wish.LIGHT, "fp32"));
    assertEquals(4, RuntimeChoice.of(browser, Wish.WASM, "fp32").threads());
  }

  @Test
  void halfFloatsNeedAGraphicsCardThatKnowsThem() {
    Capabilities browser = browser(Gpu.READY, false, true);
    assertEquals("no-float16", RuntimeChoice.of(browser, Wish.AUTO, "fp16").reason());
    assertEquals(List.of("fp32", "int8", "fp16"), RuntimeChoice.variants(browser, Wish.AUTO));
    assertEquals(
        List.of("fp16", "fp32", "int8"),
        RuntimeChoice.variants(browser(Gpu.READY, true, true), Wish.AUTO));
    assertEquals(List.of("int8", "fp32", "fp16"), RuntimeChoice.variants(browser, Wish.WASM));
    assertEquals(
        List.of("int8", "fp32", "fp16"),
        RuntimeChoice.variants(browser(Gpu.LOST, true, true), Wish.AUTO));
  }

  @Test
  void threadsNeedIsolationAndCores() {
    assertThreads(4, "threads", new Capabilities(Gpu.NO_API, "", false, true, true, false, 16));
    assertThreads(2, "threads", new Capabilities(Gpu.NO_API, "", false, true, true, false, 2));
    assertThreads(1, "one-core", new Capabilities(Gpu.NO_API, "", false, true, true, false, 1));
    assertThreads(1, "disk", new Capabilities(Gpu.NO_API, "", false, true, false, true, 8));
    assertThreads(1, "not-isolated", browser(Gpu.NO_API, false, true));
  }

  private static void assertThreads(int threads, String reason, Capabilities browser) {
    RuntimeChoice choice = RuntimeChoice.of(browser, Wish.AUTO, "int8");
    assertEquals(threads, choice.threads());
    assertEquals(reason, choice.threadReason());
  }

  @Test
  void settingsInAnAddress() {
    assertEquals(Wish.WASM, Wish.of("wasm"));
    assertEquals(Wish.WEBGPU, Wish.of("webgpu"));
    assertEquals(Wish.AUTO, Wish.of("quantum"));
    assertEquals(Wish.AUTO, Wish.of(null));
    assertThrows(IllegalArgumentException.class, () -> Gpu.of("quantum"));
  }

  @Test
  void fourBitsAreForTheGraphicsCardAndSlowElsewhere() {
    Capabilities gpu = browser(Gpu.READY, false, true);
    Capabilities none = browser(Gpu.NO_ADAPTER, false, true);
    assertEquals("q4", RuntimeChoice.variants(gpu, Wish.AUTO, "blip2").get(0));
    assertEquals(
        List.of("q4", "fp16", "int8", "fp32"),
        RuntimeChoice.variants(browser(Gpu.READY, true, true), Wish.AUTO, "blip2"));
    assertEquals("int8", RuntimeChoice.variants(none, Wish.AUTO, "blip2").get(0));
    assertEquals("int8", RuntimeChoice.variants(gpu, Wish.WASM, "blip2").get(0));
    assertEquals(
        RuntimeChoice.variants(gpu, Wish.AUTO), RuntimeChoice.variants(gpu, Wish.AUTO, "clip"));
    assertFalse(RuntimeChoice.of(gpu, Wish.AUTO, "q4").isSlowWith("q4"));
    assertTrue(RuntimeChoice.of(none, Wish.AUTO, "q4").isSlowWith("q4"));
    assertFalse(RuntimeChoice.of(none, Wish.AUTO, "int8").isSlowWith("int8"));
  }
}
