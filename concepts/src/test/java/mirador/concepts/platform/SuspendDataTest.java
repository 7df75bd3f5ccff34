package mirador.concepts.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import mirador.concepts.platform.SuspendData.Packed;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuspendDataTest {
  private static String plain(String text) {
    return text;
  }

  /** As compact as what the page uses, from the JDK. */
  private static String squeeze(String text) {
    Deflater deflater = new Deflater();
    deflater.setInput(text.getBytes(StandardCharsets.UTF_8));
    deflater.finish();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[4096];
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return Base64.getUrlEncoder().encodeToString(out.toByteArray());
  }

  private static String expand(String packed) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(Base64.getUrlDecoder().decode(packed));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[4096];
      int count = inflater.inflate(buffer);
      while (count > 0) {
        out.write(buffer, 0, count);
        count = inflater.inflate(buffer);
      }
      return out.toString(StandardCharsets.UTF_8);
    } catch (IllegalArgumentException | DataFormatException e) {
      return null;
    } finally {
      inflater.end();
    }
  }

  @Property(tries = 200)
  void whatFitsComesBackAndTheRestIsNamed(
      @ForAll @Size(max = 40) Map<@StringLength(max = 12) String, @StringLength(max = 400) String> texts) {
    Map<String, String> entries = new TreeMap<>();
    texts.forEach((key, text) -> entries.put("answer." + key, text));
    Packed packed = SuspendData.pack(entries, SuspendDataTest::squeeze);
    assertTrue(packed.data().length() <= SuspendData.LIMIT, packed.data());
    assertTrue(StandardCharsets.US_ASCII.newEncoder().canEncode(packed.data()), packed.data());
    Map<String, String> expected = new TreeMap<>(entries);
    packed.left().forEach(expected::remove);
    assertEquals(
        expected, new TreeMap<>(SuspendData.unpack(packed.data(), SuspendDataTest::expand)));
  }

  @Test
  void marksComeBeforeProgramsAndProgramsBeforeTexts() {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("progress.01-vit", "3/7");
    entries.put("exercise.a.before", "c".repeat(900));
    entries.put("caption.cat", "a cat");
    entries.put("prediction.a", "96");
    entries.put("answer.a", "d".repeat(900));
    entries.put("exercise.b.1", "196");
    entries.put("exercise.a.code", "e".repeat(900));
    entries.put("exercise.b.code", "f".repeat(800));
    entries.put("check.a.1", "1");
    entries.put("exercise.a.checked", "8/8");
    entries.put("exercise.a.passed", "1");
    List<String> order =
        new ArrayList<>(
            SuspendData.unpack(
                    SuspendData.pack(entries, SuspendDataTest::plain).data(),
                    SuspendDataTest::plain)
                .keySet());
    assertEquals(
        List.of(
            "exercise.a.passed",
            "check.a.1",
            "exercise.a.checked",
            "exercise.b.code",
            "exercise.a.code",
            "exercise.b.1",
            "answer.a",
            "prediction.a",
            "caption.cat",
            "progress.01-vit",
            "exercise.a.before"),
        order);
  }

  @Property(tries = 100)
  void noMarkIsLostToALongText(@ForAll @IntRange(min = 1, max = 60) int passed) {
    Map<String, String> entries = new TreeMap<>();
    for (int i = 0; i < passed; i++) {
      entries.put("exercise.e" + i + ".passed", "1");
      entries.put("exercise.e" + i + ".code", "x".repeat(50 + i));
    }
    entries.put("answer.long", "y".repeat(200_000));
    Packed packed = SuspendData.pack(entries, SuspendDataTest::plain);
    assertTrue(packed.data().length() <= SuspendData.LIMIT);
    assertTrue(packed.left().contains("answer.long"));
    assertTrue(packed.left().stream().noneMatch(key -> key.endsWith(".passed")), packed.toString());
  }

  @Test
  void theRoomThatALongTextLeavesIsUsed() {
    Map<String, String> entries = new TreeMap<>();
    entries.put("exercise.a.code", "x".repeat(5000));
    entries.put("answer.a", "y".repeat(3000));
    entries.put("prediction.a", "96");
    Packed packed = SuspendData.pack(entries, SuspendDataTest::plain);
    assertEquals(List.of("exercise.a.code"), packed.left());
  }

  @Test
  void whatNobodyWouldMissIsLeftWithoutAWord() {
    Map<String, String> entries = Map.of("exercise.a.before", "x".repeat(5000), "answer.a", "y");
    assertEquals(List.of(), SuspendData.pack(entries, SuspendDataTest::plain).left());
  }

  @Test
  void picturesAndTheNameDoNotTravel() {
    Packed packed =
        SuspendData.pack(
            Map.of("picture.cat", "mi gato.png", "learner.name", "Ana"), SuspendDataTest::plain);
    assertEquals(List.of(), packed.left());
    assertTrue(SuspendData.unpack(packed.data(), SuspendDataTest::plain).isEmpty());
  }

  @Test
  void aSeparatorInATextCannotForgeAnEntry() {
    Map<String, String> entries = Map.of("answer.a", "x\u001eexercise.a.passed\u001f1");
    Packed packed = SuspendData.pack(entries, SuspendDataTest::plain);
    assertEquals(List.of("answer.a"), packed.left());
    assertTrue(SuspendData.unpack(packed.data(), SuspendDataTest::plain).isEmpty());
  }

  @Test
  void halfACharacterDoesNotSpoilTheRest() {
    Map<String, String> entries =
        Map.of("answer.a", "entero \ud83d\ude00", "answer.b", "roto \ud83d");
    Packed packed = SuspendData.pack(entries, SuspendDataTest::squeeze);
    assertEquals(List.of("answer.b"), packed.left());
    assertEquals(
        Map.of("answer.a", "entero \ud83d\ude00"),
        SuspendData.unpack(packed.data(), SuspendDataTest::expand));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "mirador1.",
        "mirador9.abc",
        "mirador1.\u001e",
        "mirador1.0\u001ea",
        "page=3;x=1"
      })
  void whatIsNotOursGivesNothing(String foreign) {
    assertTrue(SuspendData.unpack(foreign, SuspendDataTest::plain).isEmpty());
    assertTrue(SuspendData.unpack(foreign, text -> null).isEmpty());
  }

  @Property(tries = 100)
  void aDamagedTextGivesNothingOrAll(
      @ForAll @StringLength(min = 1, max = 200) String answer,
      @ForAll @IntRange(max = 400) int at) {
    Map<String, String> entries = Map.of("answer.a", answer);
    Packed packed = SuspendData.pack(entries, SuspendDataTest::squeeze);
    String cut = packed.data().substring(0, at % packed.data().length());
    Map<String, String> read = SuspendData.unpack(cut, SuspendDataTest::expand);
    // Of Base64 the last letters may be missing without a loss.
    assertTrue(read.isEmpty() || read.equals(entries), cut);
  }

  @Test
  void aChangedTextGivesNothing() {
    String data = SuspendData.pack(Map.of("answer.a", "patch"), SuspendDataTest::plain).data();
    assertFalse(SuspendData.unpack(data, SuspendDataTest::plain).isEmpty());
    String changed = data.replace("patch", "pitch");
    assertTrue(SuspendData.unpack(changed, SuspendDataTest::plain).isEmpty());
  }
}
