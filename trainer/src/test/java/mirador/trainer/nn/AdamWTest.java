package mirador.trainer.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import org.junit.jupiter.api.Test;

final class AdamWTest {
  private static final AdamW.Settings SETTINGS = new AdamW.Settings(0.1, 1, 100, 0, 1);

  private static void backward(Parameters parameters, float factor) {
    try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      collector.backward(parameters.get("x").mul(factor).sum());
    }
  }

  @Test
  void aGradientThatIsNoNumberChangesNothingAndIsForgotten() {
    try (NDManager manager = NDManager.newBaseManager()) {
      Parameters parameters = new Parameters(manager, 1).constant("x", 2, 3);
      AdamW adam = new AdamW(SETTINGS);
      backward(parameters, Float.NaN);
      assertTrue(Double.isNaN(adam.step(parameters)));
      assertEquals(1, adam.steps());
      assertArrayEquals(new float[] {2, 2, 2}, parameters.parameter("x").values());
      assertArrayEquals(new float[] {2, 2, 2}, parameters.get("x").toFloatArray());

      backward(parameters, 5);
      assertEquals(5 * Math.sqrt(3), adam.step(parameters), 1e-4);
      float[] learnt = parameters.parameter("x").values();
      assertTrue(learnt[0] < 2 && learnt[0] > 1.7, "" + learnt[0]);
      assertArrayEquals(learnt, parameters.get("x").toFloatArray());
    }
  }

  @Test
  void frozenParametersStay() {
    try (NDManager manager = NDManager.newBaseManager()) {
      Parameters parameters = new Parameters(manager, 1).constant("x", 2, 3).constant("y", 1, 1);
      parameters.freeze("y"::equals);
      AdamW adam = new AdamW(SETTINGS);
      try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
        NDArray loss = parameters.get("x").mul(parameters.get("y")).sum();
        collector.backward(loss);
      }
      adam.step(parameters);
      assertEquals(1, parameters.parameter("y").values()[0]);
      assertFalse(parameters.parameter("x").values()[0] == 2);
    }
  }
}
