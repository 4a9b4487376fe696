package dev.gradus.layer;

import dev.gradus.calculus.KinkSink;
import dev.gradus.calculus.ScalarFunction;
import dev.gradus.matrix.Elementwise;
import dev.gradus.matrix.Pairwise;
import java.util.List;
import java.util.SequencedMap;

/**
 * The rectifier whose slope below 0 is learned, one for each unit: y = x above 0, a x below. With
 * the parts x⁺ = max(x, 0) and x⁻ = min(x, 0): y = x⁺ + a x⁻.
 *
 * <p>Shapes: x, y, x⁻ [n × width], a [1 × width]. At the kink the slope is a by convention.
 *
 * <p>He, Zhang, Ren, Sun (2015), Delving Deep into Rectifiers, eq. 1, channel-wise; like theirs the
 * slopes are not penalized.
 *
 * @param slope a at first, finite
 */
public record Prelu(double slope) implements Layer {
  private static final int a = 0;
  private static final int BELOW = 0;
  private static final int DY_BELOW = 1;

  private static final Elementwise POSITIVE = Elementwise.of(x -> Math.max(x, 0), (x, y) -> 0);
  private static final Elementwise NEGATIVE = Elementwise.of(x -> Math.min(x, 0), (x, y) -> 0);

  /** dy where x is above 0, else 0: max(sign x, 0) is 1 or 0. */
  private static final Pairwise WHERE_ABOVE =
      Pairwise.of((x, dy) -> Math.max(Math.signum(x), 0) * dy);

  private static final Pairwise WHERE_BELOW =
      Pairwise.of((x, dy) -> (1 - Math.max(Math.signum(x), 0)) * dy);

  /** Checks the range. */
  public Prelu {
    if (!Double.isFinite(slope)) {
      throw new IllegalArgumentException("slope " + slope + ": wants a finite number");
    }
  }

  /** a = 0.25 at first, as He et al. chose it. */
  public static Prelu prelu() {
    return new Prelu(0.25);
  }

  @Override
  public SequencedMap<String, Double> settings() {
    return Settings.of("slope", slope);
  }

  @Override
  public int outputs(int inputs) {
    return inputs;
  }

  @Override
  public List<Block> parameters(int inputs) {
    return List.of(new Block("a", 1, inputs, new Constant(slope), Block.Kind.BIAS));
  }

  @Override
  public List<Memory> memory(int inputs) {
    return List.of(Memory.perSample("below", inputs), Memory.perSample("dy_below", inputs));
  }

  @Override
  public String symbol() {
    return "a";
  }

  @Override
  public StandardInitializer standardWeights() {
    return StandardInitializer.HE_NORMAL;
  }

  @Override
  public String kind() {
    return "prelu";
  }

  @Override
  public void forward(Frame f) {
    f.memory(BELOW).setMap(NEGATIVE, f.x()); //           x⁻            [n × width]
    f.y().setMap(POSITIVE, f.x()); //                     x⁺            [n × width]
    f.y().addRowScaled(f.memory(BELOW), f.theta(a)); //   y = x⁺ + a x⁻ [n × width]
  }

  /**
   * Above 0 ∂y/∂x = 1 and ∂y/∂a = 0, at and below 0 ∂y/∂x = a and ∂y/∂a = x:
   *
   * <pre>
   * ∂L/∂aⱼ  = Σₖ dyₖⱼ x⁻ₖⱼ
   * ∂L/∂xₖⱼ = dyₖⱼ [xₖⱼ &gt; 0] + aⱼ dyₖⱼ [xₖⱼ ≤ 0]
   * </pre>
   */
  @Override
  public void backward(Frame f) {
    f.dTheta(a).setColumnSumsOfProduct(f.dy(), f.memory(BELOW)); // da = Σₖ dyₖ · x⁻ₖ  [1 × width]
    if (f.wantsDx()) {
      f.memory(DY_BELOW).setCombined(WHERE_BELOW, f.x(), f.dy()); // dy [x ≤ 0]       [n × width]
      f.dx().setCombined(WHERE_ABOVE, f.x(), f.dy()); //            dy [x > 0]        [n × width]
      f.dx().addRowScaled(f.memory(DY_BELOW), f.theta(a)); //       dx = … + a · …    [n × width]
    }
  }

  @Override
  public void kinks(Frame f, KinkSink sink) {
    for (int i = 0; i < f.x().rows(); i++) {
      for (int j = 0; j < f.x().columns(); j++) {
        if (sink.leaves(i, j, f.x().get(i, j), Unit.KINK)) {
          f.y().set(i, j, sink.held(new Unit(f.theta(a).get(0, j))));
        }
      }
    }
  }

  /** One unit: x above 0, slope · x below. */
  private record Unit(double slope) implements ScalarFunction {
    private static final double[] KINK = {0};

    @Override
    public double value(double x) {
      return x > 0 ? x : slope * x;
    }

    @Override
    public double derivative(double x, double y) {
      return x > 0 ? 1 : slope;
    }

    @Override
    public double[] kinks() {
      return KINK;
    }
  }
}
