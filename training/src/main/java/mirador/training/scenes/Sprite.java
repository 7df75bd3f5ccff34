package mirador.training.scenes;

import java.awt.Color;
import java.util.List;
import java.util.Map;

/**
 * A picture set pixel by pixel: one string a row, one letter a pixel.
 *
 * <p>The letters {@code 1 2 3 4} stand for the four tones of the coat, from lit to contour, and a
 * dot for nothing; any other letter is looked up in {@code fixed}.
 */
record Sprite(List<String> rows, Map<Character, Color> fixed) {
  Sprite {
    for (String row : rows) {
      if (row.length() != rows.get(0).length()) {
        throw new IllegalArgumentException(
            "Row '"
                + row
                + "' has "
                + row.length()
                + " letters: give it "
                + rows.get(0).length()
                + ", as the first row has.");
      }
    }
  }

  int width() {
    return rows.get(0).length();
  }

  int height() {
    return rows.size();
  }

  boolean covers(int x, int y) {
    return rows.get(y).charAt(x) != '.';
  }

  Color colour(int x, int y, Tones coat) {
    char letter = rows.get(y).charAt(x);
    return switch (letter) {
      case '1' -> coat.light();
      case '2' -> coat.base();
      case '3' -> coat.dark();
      case '4' -> coat.deep();
      default -> {
        Color colour = fixed.get(letter);
        if (colour == null) {
          throw new IllegalArgumentException(
              "Letter '" + letter + "' in row " + y + " has no colour: add it to the palette.");
        }
        yield colour;
      }
    };
  }
}
