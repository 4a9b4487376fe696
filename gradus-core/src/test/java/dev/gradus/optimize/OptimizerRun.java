package dev.gradus.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gradus.Reference;
import dev.gradus.matrix.Compute;
import dev.gradus.matrix.Matrix;
import dev.gradus.matrix.Precision;

/** Fifty steps on the function of {@code src/test/python/optimizers.py}. */
final class OptimizerRun {
  private static final double[] START = {1.0, -2.0, 0.5, 3.0, -0.25, 0.0, 4.0};
  private static final double[] C = {1.0, 0.1, 2.5, 0.01, 0.7, 1.3, 0.4};
  private static final double[] T = {0.3, 1.0, -1.0, 2.0, 0.0, -0.6, 1.5};
  private static final Reference NUMPY = Reference.file("optimizers.txt");

  private OptimizerRun() {}

  /** Within 1e-10 in float64 and, as a smoke test of the twin, 1e-4 in float32. */
  static void assertFollowsNumPy(Optimizer optimizer, String name) {
    assertFollowsNumPy(optimizer, name, Precision.FLOAT64, 1e-10);
    assertFollowsNumPy(optimizer, name, Precision.FLOAT32, 1e-4);
  }

  private static void assertFollowsNumPy(
      Optimizer optimizer, String name, Precision precision, double tolerance) {
    Matrix theta = Compute.of(precision, 1).matrix(new double[][] {START});
    Matrix gradient = theta.like(1, START.length);
    Optimizer.Run run = optimizer.start(theta);
    for (int step = 0; step < 50; step++) {
      for (int i = 0; i < START.length; i++) {
        double x = theta.get(0, i);
        gradient.set(0, i, 2 * C[i] * (x - T[i]) + 3 * StrictMath.cos(3 * x));
      }
      run.step(theta, gradient, 0.02 / (1 + 0.1 * step));
      if (step == 0 || step == 1 || step == 9 || step == 49) {
        double[] expected = NUMPY.numbers(name + "." + (step + 1));
        for (int i = 0; i < START.length; i++) {
          assertThat(theta.get(0, i))
              .as("%s in %s, step %d, parameter %d", name, precision, step + 1, i)
              .isCloseTo(expected[i], within(tolerance));
        }
      }
    }
  }
}
