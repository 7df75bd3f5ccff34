package mirador.concepts.colour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ColourScaleTest {
  @Test
  void endsAndMiddle() {
    assertEquals("#002051", ColourScale.cividis(0).hex());
    assertEquals("#fdea45", ColourScale.cividis(1).hex());
    assertEquals("#7f7c75", ColourScale.cividis(0.5).hex());
    assertEquals(ColourScale.cividis(0), ColourScale.cividis(-3));
    assertEquals(ColourScale.cividis(1), ColourScale.cividis(7));
  }

  @Test
  void growsLighterAndKeepsItsTextReadable() {
    double before = -1;
    for (int i = 0; i <= 1000; i++) {
      Rgb colour = ColourScale.cividis(i / 1000.0);
      // A step may round two components up and one down: less than a thousandth of luminance.
      assertTrue(colour.luminance() > before - 0.001, "darker at " + i);
      assertTrue(colour.contrast(colour.readable()) >= 4.5, "unreadable at " + i);
      before = colour.luminance();
    }
  }

  @Test
  void contrastIsThatOfWcag() {
    assertEquals(21, Rgb.BLACK.contrast(Rgb.WHITE), 1e-12);
    assertEquals(4.54, new Rgb(118, 118, 118).contrast(Rgb.WHITE), 0.005);
    assertThrows(IllegalArgumentException.class, () -> new Rgb(0, 256, 0));
    assertThrows(IllegalArgumentException.class, () -> new Rgb(-1, 0, 0));
  }

  @Test
  void rangesPlaceTheirValues() {
    ValueRange range = ValueRange.of(new double[][] {{-0.5, 0}, {1.5, 0.5}});
    assertEquals(new ValueRange(-0.5, 1.5), range);
    assertEquals(0.5, range.share(0.5));
    assertEquals("heat-10", range.cssClass(0.5));
    assertEquals("heat-20", range.cssClass(9));
    assertEquals(1, range.share(9));
    assertEquals(0.5, new ValueRange(2, 2).share(2));
    assertEquals(ValueRange.UNIT, ValueRange.of(new double[0][]));
    assertEquals(new ValueRange(-1, 1), ValueRange.UNIT.with(-1));
    assertThrows(IllegalArgumentException.class, () -> new ValueRange(1, 0));
    assertThrows(IllegalArgumentException.class, () -> new ValueRange(Double.NaN, 0));
  }
}
