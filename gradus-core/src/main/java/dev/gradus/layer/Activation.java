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
  RELU(StandardInitializer.HE_NORMAL) {
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
      return new double[] {0};
    }
  },

  /**
   * f(x) = max(x, slope · x) with slope 0.01; f′ = 1 or slope, f′(0) = slope. Another slope, the
   * derivation and the source: {@link LeakyRelu}.
   */
  LEAKY_RELU(StandardInitializer.HE_NORMAL) {
    @Override
    public double value(double x) {
      return LeakyRelu.STANDARD.value(x);
    }

    @Override
    public double derivative(double x, double y) {
      return LeakyRelu.STANDARD.derivative(x, y);
    }

    @Override
    public double[] kinks() {
      return LeakyRelu.STANDARD.kinks();
    }
  },

  /**
   * f(x) = x for x &gt; 0, else eˣ − 1; f′ = 1 or eˣ, both 1 at 0. Another level than −1, the
   * derivation and the source: {@link Elu}.
   */
  ELU(StandardInitializer.HE_NORMAL) {
    @Override
    public double value(double x) {
      return Elu.STANDARD.value(x);
    }

    @Override
    public double derivative(double x, double y) {
      return Elu.STANDARD.derivative(x, y);
    }

    @Override
    public double[] kinks() {
      return Elu.STANDARD.kinks();
    }
  },

  /**
   * f(x) = λ x for x &gt; 0, λ α (eˣ − 1) below, with λ = 1.0507… and α = 1.6732…, for which
   * activations of mean 0 and variance 1 keep both from layer to layer.
   *
   * <p>f′ = λ above 0 and λ α eˣ below. The two sides differ at 0: a kink, f′(0) = λ α by
   * convention.
   *
   * <p>Klambauer, Unterthiner, Mayr, Hochreiter (2017), Self-Normalizing Neural Networks.
   */
  SELU(StandardInitializer.LECUN_NORMAL) {
    private static final double LAMBDA = 1.0507009873554805;
    private static final double ALPHA = 1.6732632423543772;

    @Override
    public double value(double x) {
      return LAMBDA * (x > 0 ? x : ALPHA * Elementary.expm1(x));
    }

    @Override
    public double derivative(double x, double y) {
      return LAMBDA * (x > 0 ? 1 : ALPHA * Elementary.exp(x));
    }

    @Override
    public double[] kinks() {
      return new double[] {0};
    }
  },

  /**
   * f(x) = x Φ(x), the exact form: Φ(x) = ½ (1 + erf(x / √2)) is the normal distribution, Φ′ = φ =
   * e^(−x²/2) / √(2π) its density.
   *
   * <p>f′ = Φ(x) + x φ(x), by the product rule: 0 at x = −0.7518, where f has its minimum −0.17.
   *
   * <p>Hendrycks, Gimpel (2016), Gaussian Error Linear Units (GELUs).
   */
  GELU(Elementwise.GELU, StandardInitializer.HE_NORMAL) {
    @Override
    public double value(double x) {
      return Elementary.gelu(x);
    }

    @Override
    public double derivative(double x, double y) {
      return Elementary.geluSlope(x);
    }
  },

  /**
   * f(x) = x σ(x), also known as swish.
   *
   * <p>With σ′ = σ (1 − σ) = σ(x) σ(−x): f′ = σ(x) + x σ(x) σ(−x) = σ(x) (1 + x σ(−x)), 0 at x =
   * −1.2785, where f has its minimum −0.28.
   *
   * <p>Elfwing, Uchibe, Doya (2018), Sigmoid-Weighted Linear Units; Ramachandran, Zoph, Le (2017).
   */
  SILU(Elementwise.SILU, StandardInitializer.HE_NORMAL) {
    @Override
    public double value(double x) {
      return Elementary.silu(x);
    }

    @Override
    public double derivative(double x, double y) {
      return Elementary.siluSlope(x);
    }
  },

  /**
   * f(x) = x tanh(s) with s = softplus(x) = ln(1 + eˣ).
   *
   * <p>s′ = σ(x) and tanh′ = 1 − tanh², so f′ = tanh s + x (1 − tanh² s) σ(x), 0 at x = −1.1924,
   * where f has its minimum −0.31.
   *
   * <p>Misra (2020), Mish: A Self Regularized Non-Monotonic Activation Function.
   */
  MISH(StandardInitializer.HE_NORMAL) {
    @Override
    public double value(double x) {
      return Elementary.mish(x);
    }

    @Override
    public double derivative(double x, double y) {
      return Elementary.mishSlope(x);
    }
  },

  /**
   * f(x) = ln(1 + eˣ), relu with its corner rounded off.
   *
   * <p>f′ = eˣ / (1 + eˣ) = σ(x).
   *
   * <p>Dugas, Bengio, Bélisle, Nadeau, Garcia (2001), Incorporating Second-Order Functional
   * Knowledge for Better Option Pricing.
   */
  SOFTPLUS {
    @Override
    public double value(double x) {
      return Elementary.softplus(x);
    }

    @Override
    public double derivative(double x, double y) {
      return Elementary.sigmoid(x);
    }
  },

  /**
   * f(x) = x / (1 + |x|), from −1 to 1.
   *
   * <p>For x ≥ 0, f′ = ((1 + x) − x) / (1 + x)² = 1 / (1 + x)²; f is odd, so f′ is even: 1 / (1 +
   * |x|)², also at 0, where two pieces meet. From |x| = 1 on computed as 1 − 1 / (1 + |x|), which
   * cannot fall and needs no ∞ / ∞.
   *
   * <p>Turian, Bergstra, Bengio (2009), Quadratic Features and Deep Architectures for Chunking.
   */
  SOFTSIGN {
    @Override
    public double value(double x) {
      double bottom = 1 + Math.abs(x);
      return bottom < 2 ? x / bottom : Math.copySign(1 - 1 / bottom, x);
    }

    @Override
    public double derivative(double x, double y) {
      double root = 1 / (1 + Math.abs(x)); // squared last: (1 + |x|)² would overflow too soon
      return root * root;
    }

    @Override
    public double[] kinks() {
      return new double[] {0};
    }
  },

  /**
   * f(x) = max(−1, min(1, x)).
   *
   * <p>f′ = 1 between −1 and 1, and 0 outside; at both kinks 0 by convention. With sign(1 − |x|) =
   * 1, 0, −1: f′ = max(0, sign(1 − |x|)).
   *
   * <p>Collobert (2004), Large Scale Machine Learning.
   */
  HARD_TANH {
    @Override
    public double value(double x) {
      return Math.max(-1, Math.min(1, x));
    }

    @Override
    public double derivative(double x, double y) {
      return Math.max(0, Math.signum(1 - Math.abs(x)));
    }

    @Override
    public double[] kinks() {
      return new double[] {-1, 1};
    }
  },

  /**
   * f(x) = σ(x) = 1 / (1 + e⁻ˣ).
   *
   * <p>f′ = e⁻ˣ / (1 + e⁻ˣ)² = σ · (e⁻ˣ / (1 + e⁻ˣ)) = σ(x) σ(−x). (Not computed as y (1 − y),
   * which has lost all its digits where y is nearly 1.)
   *
   * <p>Verhulst (1845), the logistic function; as an activation: Rumelhart, Hinton, Williams
   * (1986).
   */
  SIGMOID(Elementwise.SIGMOID, StandardInitializer.GLOROT_UNIFORM) {
    @Override
    public double value(double x) {
      return Elementary.sigmoid(x);
    }

    @Override
    public double derivative(double x, double y) {
      return Elementary.sigmoidSlope(x);
    }
  },

  /**
   * f(x) = tanh x = s / c with s = (eˣ − e⁻ˣ) / 2, c = (eˣ + e⁻ˣ) / 2.
   *
   * <p>s′ = c and c′ = s, so f′ = (c · c − s · s) / c² = 1 / c², since c² − s² = 1. (Not computed
   * as 1 − y², which has lost all its digits where |y| is nearly 1.)
   *
   * <p>As an activation: LeCun, Bottou, Orr, Müller (1998), Efficient BackProp.
   */
  TANH(Elementwise.TANH, StandardInitializer.GLOROT_UNIFORM) {
    @Override
    public double value(double x) {
      return Elementary.tanh(x);
    }

    @Override
    public double derivative(double x, double y) {
      return Elementary.tanhSlope(x);
    }
  };

  @SuppressWarnings(
      "ImmutableEnumChecker") // makes its loops when first used, and is constant outside
  private final Elementwise loops;

  private final StandardInitializer weights;

  Activation() {
    this(StandardInitializer.GLOROT_UNIFORM);
  }

  /**
   * With the initializer of the weights before it: He's for the kin of relu, which pass on half.
   */
  Activation(StandardInitializer weights) {
    this.loops = Elementwise.of(this::value, this::derivative);
    this.weights = weights;
  }

  /** With loops in vectors, which have the bits of value and derivative. */
  Activation(Elementwise loops, StandardInitializer weights) {
    this.loops = loops;
    this.weights = weights;
  }

  @Override
  public StandardInitializer standardWeights() {
    return weights;
  }

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
