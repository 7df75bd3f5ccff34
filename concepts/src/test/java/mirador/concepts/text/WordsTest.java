package mirador.concepts.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WordsTest {
  @Test
  void splits() {
    assertEquals(List.of("32", "48", "96"), Words.split(" 32, 48 96,", " ,"));
    assertEquals(List.of(), Words.split("", " "));
  }

  @Test
  void shortensAfterAWord() {
    assertEquals("A sports car", Words.shorten("A sports  car\n", 12));
    assertEquals("A sports…", Words.shorten("A sports car driving", 12));
    assertEquals("abcdefghijk…", Words.shorten("abcdefghijklmnop", 12));
    assertEquals("abcd…", Words.shorten("abcd\ud83d\ude00efgh", 6));
  }

  @Test
  void measuresAndSuggests() {
    assertEquals(1, EditDistance.between("patch-gird", "patch-grid"));
    assertEquals(3, EditDistance.between("kitten", "sitting"));
    assertEquals(4, EditDistance.between("", "abcd"));
    assertEquals(Optional.of("car"), EditDistance.nearest("cra", List.of("puppy", "car")));
    assertEquals(Optional.empty(), EditDistance.nearest("elephant", List.of("puppy", "car")));
  }
}
