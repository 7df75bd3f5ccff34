package mirador.concepts.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import mirador.concepts.mllm.MediaDatabase;
import mirador.concepts.mllm.VideoEntry;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ClipTest {
  @Test
  void keyFramesAreThoseOfTheNotebook() {
    for (VideoEntry entry : MediaDatabase.NOTEBOOK.video().values()) {
      Clip clip = entry.clip().clip();
      assertEquals(entry.keyFrames(), clip.keyFrames().stream().map(Clip.KeyFrame::name).toList());
      for (Clip.KeyFrame frame : clip.keyFrames()) {
        assertTrue(frame.seconds() < clip.duration());
      }
    }
  }

  @Test
  void clipsMoveAndEndAsTheyBegan() {
    for (DrawnClip drawn : DrawnClip.values()) {
      Clip clip = drawn.clip();
      assertNotEquals(clip.at(0), clip.at(1.5));
      assertEquals(clip.at(0), clip.at(clip.duration()));
      assertEquals(drawn, DrawnClip.of(drawn.id()).orElseThrow());
    }
  }

  /** The wheel's spokes jump when the clip repeats unless they turned whole steps. */
  @Test
  void theCarsLastMomentIsNearItsFirst() {
    Clip clip = new MovingCarClip();
    List<Shape.Line> first = lines(clip.at(0));
    List<Shape.Line> last = lines(clip.at(clip.duration() - 1e-6));
    for (Shape.Line line : last) {
      double nearest = Double.POSITIVE_INFINITY;
      for (Shape.Line candidate : first) {
        nearest =
            Math.min(
                nearest,
                Math.abs(line.x2() - candidate.x2()) + Math.abs(line.y2() - candidate.y2()));
      }
      assertTrue(nearest < 0.01, line.toString());
    }
  }

  private static List<Shape.Line> lines(List<Shape> shapes) {
    return shapes.stream()
        .filter(Shape.Line.class::isInstance)
        .map(Shape.Line.class::cast)
        .toList();
  }

  @Property(tries = 100)
  void coloursAndOpacitiesAreAllowedAtAnyMoment(
      @ForAll @DoubleRange(min = 0, max = 30) double seconds) {
    for (DrawnClip drawn : DrawnClip.values()) {
      for (Shape shape : drawn.clip().at(seconds)) {
        assertTrue(shape.fill().matches("#[0-9a-f]{6}"), shape.fill());
        assertTrue(shape.opacity() >= 0 && shape.opacity() <= 1, shape.toString());
      }
    }
  }

  @Test
  void coloursMix() {
    assertEquals("#000000", Colours.between(0, "#000000", "#ffffff"));
    assertEquals("#808080", Colours.between(0.5, "#000000", "#ffffff"));
    assertEquals("#ff0000", Colours.between(2, "#000000", "#00ff00", "#ff0000"));
  }
}
