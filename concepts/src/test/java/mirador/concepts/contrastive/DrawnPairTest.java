package mirador.concepts.contrastive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import mirador.concepts.image.Picture;
import mirador.concepts.text.Words;
import org.junit.jupiter.api.Test;

class DrawnPairTest {
  private static final int MOST = 21;

  private static String words(DrawnPair pair, boolean spanish) {
    return String.join(" ", Words.split(pair.caption(spanish), " ").stream().sorted().toList());
  }

  @Test
  void captionsAreDifferentAndAgree() {
    Set<String> captions = new HashSet<>();
    Set<String> bags = new HashSet<>();
    for (DrawnPair pair : DrawnPair.different(MOST)) {
      String caption = pair.caption(true);
      assertTrue(captions.add(caption), caption);
      assertTrue(bags.add(words(pair, true)), caption);
      assertTrue(
          caption.matches(
              "(un (círculo|cuadrado|triángulo|rombo|anillo) (rojo|amarillo|verde|azul|blanco|negro)"
                  + "|una cruz (roja|amarilla|verde|azul|blanca|negra))"
                  + " sobre fondo (rojo|amarillo|verde|azul|blanco|negro)"),
          caption);
      assertTrue(
          pair.caption(false)
              .matches("a \\w+ (circle|square|triangle|diamond|cross|ring) on a \\w+ background"),
          pair.caption(false));
    }
    assertEquals(MOST, captions.size());
  }

  @Test
  void moreIsTheSameAndOneMore() {
    List<DrawnPair> all = DrawnPair.different(MOST);
    for (int count = 0; count <= MOST; count++) {
      List<DrawnPair> some = DrawnPair.different(count);
      assertEquals(count, some.size());
      for (int i = 0; i < count; i++) {
        assertEquals(all.get(i).caption(true), some.get(i).caption(true));
        assertArrayEquals(all.get(i).picture().rgb(), some.get(i).picture().rgb());
      }
    }
  }

  @Test
  void twinsHaveTheSameWordsAndOtherPictures() {
    List<DrawnPair> twins = DrawnPair.twins(MOST);
    assertEquals(MOST, twins.size());
    for (int i = 0; i + 1 < MOST; i += 2) {
      assertEquals(words(twins.get(i), false), words(twins.get(i + 1), false));
      Picture one = twins.get(i).picture();
      Picture other = twins.get(i + 1).picture();
      // The ground of one is the colour of the other.
      assertTrue(one.red(0, 0) != other.red(0, 0) || one.blue(0, 0) != other.blue(0, 0));
    }
  }

  @Test
  void everyShapeCoversAFairPartOfItsPicture() {
    Set<String> shapes = new TreeSet<>();
    for (DrawnPair pair : DrawnPair.different(MOST)) {
      Picture picture = pair.picture();
      int ground = rgb(picture, 0, 0);
      int covered = 0;
      for (int y = 0; y < DrawnPair.SIDE; y++) {
        for (int x = 0; x < DrawnPair.SIDE; x++) {
          covered += rgb(picture, x, y) == ground ? 0 : 1;
        }
      }
      double share = (double) covered / (DrawnPair.SIDE * DrawnPair.SIDE);
      assertTrue(share > 0.1 && share < 0.5, pair.caption(true) + " covers " + share);
      for (int i = 0; i < DrawnPair.SIDE; i++) {
        assertEquals(ground, rgb(picture, i, 0), pair.caption(true));
        assertEquals(ground, rgb(picture, DrawnPair.SIDE - 1, i), pair.caption(true));
      }
      shapes.add(Words.split(pair.caption(false), " ").get(2));
    }
    assertEquals(Form.values().length, shapes.size(), shapes.toString());
  }

  private static int rgb(Picture picture, int x, int y) {
    return picture.red(x, y) << 16 | picture.green(x, y) << 8 | picture.blue(x, y);
  }
}
