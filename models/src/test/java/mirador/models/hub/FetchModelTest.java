package mirador.models.hub;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import mirador.concepts.inference.ModelManifest;
import mirador.models.export.Variant;
import mirador.models.folder.ModelFolder;
import mirador.models.folder.ModelFolderException;
import mirador.models.folder.Sha256;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FetchModelTest {
  private static final String VISION = "onnx/vision_model_quantized.onnx";

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @TempDir Path temp;
  private final Map<String, byte[]> files = HubFiles.all("_quantized");
  private final List<String> told = new ArrayList<>();
  private HubServer hub;
  private Path folder;

  @BeforeEach
  void start() throws IOException {
    hub = new HubServer(files);
    folder = temp.resolve("clip");
  }

  @AfterEach
  void stop() {
    hub.close();
  }

  private ModelManifest fetch(String server) throws IOException {
    return FetchModel.fetch(
        HubModel.KNOWN.get("clip"),
        Variant.INT8,
        server,
        "main",
        folder,
        PATIENCE,
        new FetchModel.Report() {
          @Override
          public void at(URI address, long bytes, long total) {
            assertTrue(bytes <= total, bytes + " of " + total);
          }

          @Override
          public void done(URI address, long bytes, String sha256) {
            String path = address.getPath();
            told.add(path.substring(path.indexOf("main/") + 5) + " " + bytes + " " + sha256);
          }
        });
  }

  private String failure(String server) {
    return assertThrows(ModelFolderException.class, () -> fetch(server)).getMessage();
  }

  private void assertComplete(ModelManifest manifest) throws IOException {
    ModelFolder model = ModelFolder.open(folder);
    model.verify(bytes -> {});
    assertEquals(manifest, model.manifest());
    assertEquals("clip-vit-base-patch32", manifest.name());
    assertEquals(Sha256.of(files.get(VISION)), manifest.graph("vision").sha256());
    assertArrayEquals(files.get(VISION), model.bytes("vision.onnx"));
    assertArrayEquals(files.get("merges.txt"), model.bytes("merges.txt"));
    assertFalse(Files.exists(folder.resolve(".fetch")));
  }

  @Test
  void makesAModelFolder() throws IOException {
    assertComplete(fetch(hub.address() + "/"));
    assertEquals(6, told.size());
    byte[] vision = files.get(VISION);
    assertEquals(VISION + " " + vision.length + " " + Sha256.of(vision), told.get(5));
  }

  @Test
  void aModelThatIsThereIsNotFetched() throws IOException {
    ModelManifest manifest = fetch(hub.address());
    int requests = hub.requests().size();
    assertEquals(manifest, fetch(hub.address()));
    assertEquals(requests, hub.requests().size());
  }

  @Test
  void aCutTransferGoesOnWhereItWas() throws IOException {
    hub.cutAfter = 100_000;
    hub.cuts.set(4);
    assertComplete(fetch(hub.address()));
    List<String> ranges =
        hub.requests().stream().filter(request -> request.contains("bytes=")).toList();
    assertEquals(
        List.of(
            "onnx/text_model_quantized.onnx bytes=100000-",
            VISION + " bytes=100000-",
            VISION + " bytes=200000-"),
        ranges.stream().distinct().toList());
  }

  @Test
  void aTransferThatFallsSilentIsGivenUpAndGoesOn() throws IOException {
    Path target = temp.resolve("vision.onnx");
    hub.silent = true;
    hub.cutAfter = 100_000;
    hub.cuts.set(1);
    URI address =
        URI.create(hub.address() + "/Xenova/clip-vit-base-patch32/resolve/main/" + VISION);
    Download.fetch(Download.client(), address, target, Duration.ofSeconds(2), (bytes, total) -> {});
    assertArrayEquals(files.get(VISION), Files.readAllBytes(target));
    assertEquals(List.of(VISION, VISION + " bytes=100000-"), hub.requests());
  }

  @Test
  void aStoppedFetchGoesOnInTheNextOne() throws IOException {
    byte[] vision = files.get(VISION);
    Path part = folder.resolve(".fetch").resolve(VISION + ".part");
    Files.createDirectories(part.getParent());
    Files.write(part, Arrays.copyOf(vision, 250_000));
    Files.writeString(
        part.resolveSibling("vision_model_quantized.onnx.tag"),
        "\"" + Arrays.hashCode(vision) + "\"");
    assertComplete(fetch(hub.address()));
    assertTrue(hub.requests().contains(VISION + " bytes=250000-"), hub.requests().toString());
  }

  @Test
  void aPartThatWasCompleteIsTaken() throws IOException {
    byte[] vision = files.get(VISION);
    Path part = folder.resolve(".fetch").resolve(VISION + ".part");
    Files.createDirectories(part.getParent());
    Files.write(part, vision);
    Files.writeString(
        part.resolveSibling("vision_model_quantized.onnx.tag"),
        "\"" + Arrays.hashCode(vision) + "\"");
    assertComplete(fetch(hub.address()));
  }

  @Test
  void aPartOfAnEarlierVersionIsThrownAway() throws IOException {
    Path part = folder.resolve(".fetch").resolve(VISION + ".part");
    Files.createDirectories(part.getParent());
    Files.write(part, new byte[250_000]);
    Files.writeString(part.resolveSibling("vision_model_quantized.onnx.tag"), "\"another\"");
    assertComplete(fetch(hub.address()));
  }

  @Test
  void aServerWithoutRangesSendsAllAgain() throws IOException {
    hub.ranges = false;
    hub.cutAfter = 100_000;
    hub.cuts.set(1);
    assertComplete(fetch(hub.address()));
  }

  @Test
  void aTransferThatNeverGetsOnIsGivenUp() {
    hub.ranges = false;
    hub.cutAfter = 10;
    hub.cuts.set(1000);
    String message = failure(hub.address());
    assertTrue(message.contains("cannot fetch " + hub.address() + "/Xenova/"), message);
    assertTrue(message.contains("--mirror"), message);
  }

  @Test
  void aWrongFileIsToldAndNotKept() {
    hub.wrongHash = true;
    String message = failure(hub.address());
    assertTrue(message.contains("config.json sent a file of the SHA-256"), message);
    assertFalse(Files.exists(folder.resolve(".fetch/config.json.part")));
    assertFalse(Files.exists(folder.resolve("manifest.json")));
  }

  @Test
  void aMissingFileIsToldWithItsAddress() {
    files.remove("vocab.json");
    String message = failure(hub.address());
    assertTrue(message.contains("/resolve/main/vocab.json answered 404"), message);
  }

  @Test
  void aBlockedAddressIsNamed() throws IOException {
    int closed;
    try (ServerSocket socket = new ServerSocket(0)) {
      closed = socket.getLocalPort();
    }
    String message = failure("http://localhost:" + closed);
    assertTrue(
        message.contains(
            "http://localhost:"
                + closed
                + "/Xenova/clip-vit-base-patch32/resolve/main/config.json"),
        message);
    assertTrue(message.contains("blocked"), message);
  }

  @Test
  void whatIsNoAddressIsToldSo() {
    assertTrue(failure("ftp://localhost").contains("\"ftp://localhost\" is no http"));
    assertTrue(failure("not an address").contains("\"not an address\" is no address"));
  }

  @Test
  void anotherVariantInTheFolderIsNotOverwritten() throws IOException {
    fetch(hub.address());
    ModelFolderException e =
        assertThrows(
            ModelFolderException.class,
            () ->
                FetchModel.fetch(
                    HubModel.KNOWN.get("clip"),
                    Variant.FP16,
                    hub.address(),
                    "main",
                    folder,
                    new FetchModel.Report() {
                      @Override
                      public void at(URI address, long bytes, long total) {}

                      @Override
                      public void done(URI address, long bytes, String sha256) {}
                    }));
    assertTrue(e.getMessage().contains("holds the variant int8 already"), e.getMessage());
  }
}
