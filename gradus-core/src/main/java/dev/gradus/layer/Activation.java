package dev.gradus.layer;

import dev.gradus.calculus.ScalarFunction;
import dev.gradus.matrix.Elementary;
import dev.gradus.matrix.Elementwise;
import java.util.Locale;

/**
 * The table of activations: each a scalar function applied to every element, y = f(x).
 *
 * <p>Backward for all of them, by the chain rule for one element: ∂L/∂x = ∂L/∂y · f′(x), a product
 * and never a mask.
 *
 * <p>To be in this table is enough: loops, gradient check and documentation follow from it. An
 * activation with a parameter, or one of your own, is a {@link ScalarFunction} in a {@link
 * Pointwise}.
 */
public enum Activation implements ElementwiseLayer, ScalarFunction {

  /** f(x) = x; f′ = lim (x + ε − x) / ε = 1. */
  IDENTITY {
    @Override
    public double value(double x) {
      return x;
    }

    @Override
    public double derivative(double x, double y) {
      return 1;
    }
  },

  /**
   * f(x) = max(0, x).
   *
   * <p>For x &gt; 0 it is x, so f′ = 1; for x &lt; 0 it is 0, so f′ = 0. At the kink f′(0) = 0 by
   * convention. Since y ≥ 0 all three are sign(y).
   *
   * <p>Nair, Hinton (2010), Rectified Linear Units Improve Restricted Boltzmann Machines.
   */
  RELU {
    @Override
    public double value(double x) {
      return Math.max(0.0, x);
    }

    @Override
    public double derivative(double x, double y) {
      return Math.signum(y);
    }

    @Override
    public double[] kinks() {
      return ZERO;
    }
  },

  /**
   * f(x) = max(x, slope · x) with slope 0.01: x above 0, slope · x below.
   *
   * <p>f′ = 1 for x &gt; 0, else slope; at the kink f′(0) = slope by convention. Written with
   * sign(x) = −1, 0, 1: max(sign(x), 0) is 1 or 0, and f′ = max(sign(x), slope).
   *
   * <p>Maas, Hannun, Ng (2013), Rectifier Nonlinearities Improve Neural Network Acoustic Models.
   */
  LEAKY_RELU {
    @Override
    public double value(double x) {
      return Math.max(x, LEAKY_SLOPE * x);
    }

    @Override
    public double derivative(double x, double y) {
      return Math.max(Math.signum(x), LEAKY_SLOPE);
    }

    @Override
    public double[] kinks() {
      return ZERO;
    }
  },

  /**
   * f(x) = σ(x) = 1 / (1 + e⁻ˣ).
   *
   * <p>f′ = e⁻ˣ / (1 + e⁻ˣ)² = σ · (e⁻ˣ / (1 + e⁻ˣ)) = σ (1 − σ), since 1 − σ = e⁻ˣ / (1 + e⁻ˣ).
   */
  SIGMOID {
    @Override
    public double value(double x) {
      return Elementary.sigmoid(x);
    }

    @Override
    public double derivative(double x, double y) {
      return y * (1 - y);
    }

    @Override
    public void forward(Frame f) {
      f.y().setSigmoid(f.x());
    }
  },

  /**
   * f(x) = tanh x = s / c with s = (eˣ − e⁻ˣ) / 2, c = (eˣ + e⁻ˣ) / 2.
   *
   * <p>s′ = c and c′ = s, so f′ = (c · c − s · s) / c² = 1 − tanh² x = 1 − y².
   */
  TANH {
    @Override
    public double value(double x) {
      return Elementary.tanh(x);
    }

    @Override
    public double derivative(double x, double y) {
      return 1 - y * y;
    }

    @Override
    public void forward(Frame f) {
      f.y().setTanh(f.x());
    }
  };

  /** The slope of {@link #LEAKY_RELU} below 0, as Maas et al. chose it. */
  public static final double LEAKY_SLOPE = 0.01;

  private static final double[] ZERO = {0};

  @SuppressWarnings(
      "ImmutableEnumChecker") // makes its loops when first used, and is constant outside
  private final Elementwise loops = Elementwise.of(this::value, this::derivative);

  @Override
  public ScalarFunction function() {
    return this;
  }

  /** The name in files and flags: {@code leaky_relu}. */
  @Override
  public String kind() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return kind();
  }

  @Override
  public void forward(Frame f) {
    f.y().setMap(loops, f.x()); // y = f(x)   [n × width]
  }

  @Override
  public void backward(Frame f) {
    if (f.wantsDx()) {
      f.dx().setMapGradient(loops, f.x(), f.y(), f.dy()); // dx = dy · f′(x, y)   [n × width]
    }
  }
}
