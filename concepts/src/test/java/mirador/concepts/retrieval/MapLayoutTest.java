package mirador.concepts.retrieval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mirador.concepts.course.Notebook;
import mirador.concepts.retrieval.MapLayout.Place;
import mirador.concepts.retrieval.MapLayout.Size;
import org.junit.jupiter.api.Test;

class MapLayoutTest {
  private static final List<Map<String, String>> CAPTIONS =
      List.of(
          Notebook.CAPTIONS,
          Notebook.captions("", "", ""),
          Notebook.captions("car", "car", "car"),
          Notebook.captions("A cute pet", "A cute pet", "A cute pet in the snow"),
          Notebook.captions("snow", "dog", "cute puppy on the road"));

  @Test
  void noLabelCoversAnotherOrLeavesTheDrawing() {
    for (Map<String, String> captions : CAPTIONS) {
      check(captions, 640, 460, new Size(96, 84), new Size(150, 34));
      check(captions, 300, 440, new Size(72, 70), new Size(110, 52));
    }
  }

  private static void check(
      Map<String, String> captions, double width, double height, Size picture, Size caption) {
    EmbeddingMap map = EmbeddingMap.of(captions);
    List<Size> sizes = new ArrayList<>();
    for (EmbeddingMap.Point point : map.points()) {
      sizes.add(point.caption() ? caption : picture);
    }
    List<Place> places = MapLayout.of(map, width, height, sizes).places();
    assertEquals(6, places.size());
    for (int i = 0; i < places.size(); i++) {
      Place a = places.get(i);
      assertTrue(a.left() >= 0 && a.left() + a.size().width() <= width, captions.toString());
      assertTrue(a.top() >= 0 && a.top() + a.size().height() <= height, captions.toString());
      for (int j = 0; j < i; j++) {
        Place b = places.get(j);
        boolean apart =
            a.left() >= b.left() + b.size().width()
                || b.left() >= a.left() + a.size().width()
                || a.top() >= b.top() + b.size().height()
                || b.top() >= a.top() + a.size().height();
        assertTrue(apart, width + ": " + captions + ": " + a + " covers " + b);
      }
    }
  }

  @Test
  void pointsThatCoincideShareTheirPlace() {
    EmbeddingMap map = EmbeddingMap.of(Notebook.CAPTIONS);
    List<Size> sizes = new ArrayList<>();
    map.points().forEach(point -> sizes.add(new Size(80, 40)));
    List<Place> places = MapLayout.of(map, 600, 400, sizes).places();
    assertEquals(places.get(0).x(), places.get(3).x(), 1e-6);
    assertEquals(places.get(0).y(), places.get(3).y(), 1e-6);
  }
}
