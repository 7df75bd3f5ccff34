package mirador.concepts.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class Sha256Test {
  @Test
  void theExamplesOfTheStandard() {
    assertEquals(
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        of((byte) 'a', (byte) 'b', (byte) 'c'));
    assertEquals("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", of());
  }

  @Property(tries = 300)
  void inWhateverPiecesItIsThatOfTheJvm(
      @ForAll @Size(max = 300) byte[] message, @ForAll @IntRange(min = 1, max = 130) int step)
      throws Exception {
    Sha256 hash = new Sha256();
    for (int i = 0; i < message.length; i += step) {
      hash.update(Arrays.copyOfRange(message, i, Math.min(message.length, i + step)));
    }
    byte[] expected = MessageDigest.getInstance("SHA-256").digest(message);
    assertEquals(HexFormat.of().formatHex(expected), hash.hex());
  }

  private static String of(byte... message) {
    Sha256 hash = new Sha256();
    hash.update(message);
    return hash.hex();
  }
}
