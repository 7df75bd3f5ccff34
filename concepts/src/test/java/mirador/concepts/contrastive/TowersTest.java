package mirador.concepts.contrastive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.DoubleSupplier;
import mirador.concepts.audio.SplitMix64;
import org.junit.jupiter.api.Test;

/** Every number that a tower learns has the slope of the loss as its gradient. */
class TowersTest {
  private static final double TOLERANCE = 1e-6;
  private static final double WIDTH = 1e-5;

  /** What the outputs are multiplied with, (batch, outputs), for a loss of one number. */
  private static final double[][] PULL = {{0.3, -1.2, 0.5}, {1.1, 0.4, -0.7}, {-0.2, 0.9, 0.8}};

  private static final double[][] PICTURES = {
    {0.1, -0.9, 0.4, 1}, {-1, 0.2, 0.7, -0.3}, {0.6, 0.6, -0.8, 0.05}
  };

  private static double loss(double[][] outputs) {
    double sum = 0;
    for (int n = 0; n < outputs.length; n++) {
      for (int i = 0; i < outputs[n].length; i++) {
        sum += PULL[n][i] * outputs[n][i];
      }
    }
    return sum;
  }

  static double slope(double[] values, int at, DoubleSupplier loss) {
    double value = values[at];
    values[at] = value + WIDTH;
    double above = loss.getAsDouble();
    values[at] = value - WIDTH;
    double below = loss.getAsDouble();
    values[at] = value;
    return (above - below) / (2 * WIDTH);
  }

  private static void compare(List<Parameter> parameters, DoubleSupplier loss) {
    for (int p = 0; p < parameters.size(); p++) {
      Parameter parameter = parameters.get(p);
      for (int i = 0; i < parameter.size(); i++) {
        assertEquals(
            slope(parameter.values(), i, loss),
            parameter.gradient()[i],
            TOLERANCE,
            "parameter " + p + ", number " + i);
      }
    }
  }

  @Test
  void ofPictures() {
    PictureTower tower = new PictureTower(4, 5, 3, new SplitMix64(1));
    tower.forward(PICTURES);
    tower.backward(PULL);
    assertEquals(4, tower.parameters().size());
    compare(tower.parameters(), () -> loss(tower.forward(PICTURES)));
  }

  @Test
  void ofTexts() {
    int[][] texts = {{0, 1, 2, 2}, {0}, {0, 3, 1}};
    TextTower tower = new TextTower(5, 4, 3, new SplitMix64(2));
    tower.forward(texts);
    tower.backward(PULL);
    assertEquals(3, tower.parameters().size());
    compare(tower.parameters(), () -> loss(tower.forward(texts)));
  }

  @Test
  void whatGoesInHasItsSlopeToo() {
    Layers layers = new Layers(new Linear(4, 3, new SplitMix64(3)), new Tanh(), new Normalise());
    double[][] inputs = {PICTURES[0].clone(), PICTURES[1].clone(), PICTURES[2].clone()};
    layers.forward(inputs);
    double[][] gradients = layers.backward(PULL);
    for (int n = 0; n < inputs.length; n++) {
      for (int i = 0; i < inputs[n].length; i++) {
        assertEquals(
            slope(inputs[n], i, () -> loss(layers.forward(inputs))), gradients[n][i], TOLERANCE);
      }
    }
  }

  @Test
  void gradientsAddUpUntilTheyAreCleared() {
    PictureTower tower = new PictureTower(4, 5, 3, new SplitMix64(1));
    tower.forward(PICTURES);
    tower.backward(PULL);
    Parameter first = tower.parameters().get(0);
    double[] once = first.gradient().clone();
    tower.backward(PULL);
    for (int i = 0; i < once.length; i++) {
      assertEquals(2 * once[i], first.gradient()[i], 1e-12);
    }
    first.clear();
    assertArrayEquals(new double[once.length], first.gradient());
  }

  @Test
  void embeddingsHaveLengthOne() {
    for (double[] embedding : new PictureTower(4, 5, 3, new SplitMix64(7)).forward(PICTURES)) {
      double square = 0;
      for (double value : embedding) {
        square += value * value;
      }
      assertEquals(1, square, 1e-12);
    }
  }

  @Test
  void aVectorOfZerosStaysAndLearnsNothing() {
    Normalise layer = new Normalise();
    assertArrayEquals(new double[] {0, 0}, layer.forward(new double[][] {{0, 0}})[0]);
    assertArrayEquals(new double[] {0, 0}, layer.backward(new double[][] {{1, 2}})[0]);
  }

  @Test
  void optimisersMoveAgainstTheGradient() {
    Parameter plain = new Parameter(2);
    plain.gradient()[0] = 4;
    plain.gradient()[1] = -2;
    new Sgd(List.of(plain), 0.5).step();
    assertArrayEquals(new double[] {-2, 1}, plain.values(), 1e-12);

    // Whatever the size of the gradient, Adam's first step is as long as its rate.
    Parameter paced = new Parameter(3);
    paced.gradient()[0] = 1000;
    paced.gradient()[1] = -0.001;
    Adam adam = new Adam(List.of(paced), 0.1);
    adam.step();
    assertArrayEquals(new double[] {-0.1, 0.1, 0}, paced.values(), 1e-5);
    // Second step by hand: mean 0.9·100 + 0.1·g over 1 - 0.81, and so on.
    paced.gradient()[0] = 500;
    adam.step();
    double mean = (0.9 * 100 + 0.1 * 500) / (1 - 0.81);
    double square = (0.999 * 1000 + 0.001 * 250_000) / (1 - 0.998001);
    assertEquals(-0.1 - 0.1 * mean / Math.sqrt(square), paced.values()[0], 1e-9);
  }
}
