package dev.gradus.layer;

import dev.gradus.matrix.Elementary;
import java.util.random.RandomGenerator;

/**
 * Standard normal numbers with the same bits on every machine ({@link RandomGenerator#nextGaussian}
 * calls {@code Math.exp}, whose bits differ).
 *
 * <p>Marsaglia's polar method: for (u, v) uniform in the unit disc and s = u² + v², the angle and s
 * are independent and s is uniform on (0, 1), so u √(−2 ln s / s) is normal. Marsaglia, Bray
 * (1964), A convenient method for generating normal variables.
 */
public final class Normal {
  private Normal() {}

  /** One draw; takes a varying number of uniforms. */
  public static double next(RandomGenerator random) {
    while (true) {
      double u = 2 * random.nextDouble() - 1;
      double v = 2 * random.nextDouble() - 1;
      double s = u * u + v * v;
      if (s > 0 && s < 1) {
        return u * Math.sqrt(-2 * Elementary.log(s) / s);
      }
    }
  }
}
