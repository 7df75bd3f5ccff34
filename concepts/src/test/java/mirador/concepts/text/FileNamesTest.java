package mirador.concepts.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FileNamesTest {
  @Test
  void captions() {
    assertEquals("dog in the snow", FileNames.caption("fotos/dog_in-the.snow 03.jpg"));
    assertEquals("a cat", FileNames.caption("a cat (2).PNG"));
    assertEquals("", FileNames.caption("2024-05-01.jpg"));
    assertEquals("hidden", FileNames.caption(".hidden"));
    assertEquals("ñandú", FileNames.caption("x/y/ñandú"));
  }

  @Test
  void theOrderOfPeople() {
    List<String> sorted = new ArrayList<>(List.of("b2", "B10", "a", "b1", "b", "b01c", "b02"));
    sorted.sort(FileNames::compare);
    assertEquals(List.of("a", "b", "b1", "b01c", "b02", "b2", "B10"), sorted);
    assertEquals(0, FileNames.compare("x7", "x7"));
    assertTrue(FileNames.compare("x99999999999999999999", "x100000000000000000000") < 0);
  }

  @Test
  void aNameIsSafeOnAnySystem() {
    assertEquals("angel-nunez", FileNames.safe(" Ángel  Núñez. "));
    assertEquals("a-b-2", FileNames.safe("a/b:2"));
    assertEquals("", FileNames.safe("«»"));
    assertEquals("", FileNames.safe(""));
  }
}
