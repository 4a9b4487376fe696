package dev.gradus.layer;

import dev.gradus.calculus.ScalarFunction;

/**
 * f(x) = max(x, slope · x) for a slope from 0 to 1: x above 0, slope · x below.
 *
 * <p>f′ = 1 for x &gt; 0, else slope; at the kink f′(0) = slope by convention. Written with sign(x)
 * = −1, 0, 1: f′ = max(sign(x), slope). {@link Activation#LEAKY_RELU} is the one with the slope of
 * its paper; another is {@code pointwise(new LeakyRelu(0.2))}.
 *
 * <p>Maas, Hannun, Ng (2013), Rectifier Nonlinearities Improve Neural Network Acoustic Models.
 *
 * @param slope below 0; 0 makes it relu, 1 the identity
 */
public record LeakyRelu(double slope) implements ScalarFunction {
  /** With the slope of Maas et al., 0.01. */
  public static final LeakyRelu STANDARD = new LeakyRelu(0.01);

  /** Checks the range. */
  public LeakyRelu {
    if (!(slope >= 0 && slope <= 1)) {
      throw new IllegalArgumentException("slope " + slope + "; wants a number from 0 to 1");
    }
  }

  @Override
  public double value(double x) {
    return Math.max(x, slope * x);
  }

  @Override
  public double derivative(double x, double y) {
    return Math.max(Math.signum(x), slope);
  }

  @Override
  public double[] kinks() {
    return new double[] {0};
  }
}
