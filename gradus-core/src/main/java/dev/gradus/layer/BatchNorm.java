package dev.gradus.layer;

import dev.gradus.matrix.Matrix;
import java.util.List;
import java.util.SequencedMap;

/**
 * Batch normalization: each feature is standardized over the batch, then scaled and shifted.
 *
 * <pre>
 * μⱼ = 1/n Σₖ xₖⱼ      σ²ⱼ = 1/n Σₖ (xₖⱼ − μⱼ)²      rⱼ = 1 / √(σ²ⱼ + ε)
 * x̂ₖⱼ = (xₖⱼ − μⱼ) rⱼ                                yₖⱼ = γⱼ x̂ₖⱼ + βⱼ
 * </pre>
 *
 * <p>Shapes: x, y, x̂ [n × w], all others [1 × w]; γ is 1 and β 0 at first. In prediction the
 * running mean and variance (0 and 1 at first) take the places of μ and σ², so that a row's answer
 * depends on that row alone. Each training pass moves them: running ← momentum · running + (1 −
 * momentum) · batch, with the variance made unbiased, n/(n − 1) σ². A batch of one row has no
 * variance to tell: it trains with x̂ = 0 and moves nothing.
 *
 * <p>The variance is taken in a second pass around the mean; sums over the rows are chains in
 * float64 for both precisions, as are the n-independent numbers of a column.
 *
 * <p>Ioffe, Szegedy (2015), Batch Normalization: Accelerating Deep Network Training by Reducing
 * Internal Covariate Shift, algorithms 1 and 2.
 *
 * @param momentum what running statistics keep in a step, 0 to below 1
 * @param epsilon ε, above 0
 */
public record BatchNorm(double momentum, double epsilon) implements Layer {
  /** ε of {@link #batchNorm()}; in float32 it is well above the rounding of a variance of 1. */
  static final double EPSILON = 1e-5;

  private static final int GAMMA = 0;
  private static final int BETA = 1;
  private static final int RUNNING_MEAN = 2;
  private static final int RUNNING_VARIANCE = 3;

  private static final int X_HAT = 0;
  private static final int MEAN = 1;
  private static final int VARIANCE = 2;
  private static final int INVERSE = 3;
  private static final int OF_DY = 4; // the factors of dy, x̂ and 1 in dx
  private static final int OF_X_HAT = 5;
  private static final int OF_ONE = 6;

  /** Checks the ranges. */
  public BatchNorm {
    if (!(momentum >= 0 && momentum < 1)) {
      throw new IllegalArgumentException(
          "momentum " + momentum + ": wants a number from 0 to below 1");
    }
    requireEpsilon(epsilon);
  }

  static void requireEpsilon(double epsilon) {
    if (!(epsilon > 0 && epsilon < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("epsilon " + epsilon + ": wants a number above 0");
    }
  }

  /** Momentum 0.9, ε = 1e-5: what is customary; the paper leaves both open. */
  public static BatchNorm batchNorm() {
    return new BatchNorm(0.9, EPSILON);
  }

  @Override
  public SequencedMap<String, Double> settings() {
    return Settings.of("momentum", momentum, "epsilon", epsilon);
  }

  @Override
  public int outputs(int inputs) {
    return inputs;
  }

  @Override
  public List<Block> parameters(int inputs) {
    return List.of(
        new Block("gamma", 1, inputs, new Constant(1), Block.Kind.BIAS),
        new Block("beta", 1, inputs, StandardInitializer.ZEROS, Block.Kind.BIAS),
        new Block("mean", 1, inputs, StandardInitializer.ZEROS, Block.Kind.STATE),
        new Block("variance", 1, inputs, new Constant(1), Block.Kind.STATE));
  }

  @Override
  public List<Memory> memory(int inputs) {
    return List.of(
        Memory.perSample("x_hat", inputs),
        Memory.row("mean", inputs),
        Memory.row("variance", inputs),
        Memory.row("inverse_deviation", inputs),
        Memory.row("of_dy", inputs),
        Memory.row("of_x_hat", inputs),
        Memory.row("of_one", inputs));
  }

  @Override
  public String symbol() {
    return "n";
  }

  @Override
  public String kind() {
    return "batch_norm";
  }

  @Override
  public void forward(Frame f) {
    Matrix mean = f.memory(MEAN);
    Matrix variance = f.memory(VARIANCE);
    if (f.mode() == Mode.PREDICTION) {
      mean.set(f.theta(RUNNING_MEAN));
      variance.set(f.theta(RUNNING_VARIANCE));
    } else {
      mean.setColumnMeans(f.x()); //                           μ = 1/n Σₖ xₖ         [1 × w]
      variance.setColumnVariances(f.x(), mean); //             σ² = 1/n Σₖ (xₖ − μ)² [1 × w]
    }
    for (int j = 0; j < variance.columns(); j++) {
      f.memory(INVERSE).set(0, j, 1 / Math.sqrt(variance.get(0, j) + epsilon));
    }
    f.memory(X_HAT).setRowCentred(f.x(), mean, f.memory(INVERSE)); // x̂ = (x − μ) · r       [n × w]
    f.y()
        .setRowAffine(f.memory(X_HAT), f.theta(GAMMA), f.theta(BETA)); // y = γ · x̂ + β     [n × w]
    if (f.mode() == Mode.TRAINING && f.x().rows() > 1) {
      double n = f.x().rows();
      move(f.theta(RUNNING_MEAN), mean, 1);
      move(f.theta(RUNNING_VARIANCE), variance, n / (n - 1));
    }
  }

  private void move(Matrix running, Matrix batch, double unbiased) {
    for (int j = 0; j < running.columns(); j++) {
      double now = unbiased * batch.get(0, j);
      running.set(0, j, momentum * running.get(0, j) + (1 - momentum) * now);
    }
  }

  /**
   * γ and β meet every sample, so dγⱼ = Σₖ dyₖⱼ x̂ₖⱼ and dβⱼ = Σₖ dyₖⱼ; and gₖⱼ = ∂L/∂x̂ₖⱼ = dyₖⱼ
   * γⱼ.
   *
   * <p>One column from here on, j left away. x reaches the loss through x̂ itself, through σ² and
   * through μ, and x̂ₖ = (xₖ − μ) (σ² + ε)^(−½):
   *
   * <pre>
   * ∂L/∂σ² = Σₖ gₖ (xₖ − μ) (−½) (σ² + ε)^(−3/2) = −½ r³ Σₖ gₖ (xₖ − μ) = −½ r² Σₖ gₖ x̂ₖ
   * ∂σ²/∂μ = −2/n Σₖ (xₖ − μ) = 0
   * ∂L/∂μ  = Σₖ gₖ (−r) + ∂L/∂σ² · 0 = −r Σₖ gₖ
   *
   * ∂L/∂xₖ = gₖ ∂x̂ₖ/∂xₖ + ∂L/∂σ² ∂σ²/∂xₖ       + ∂L/∂μ ∂μ/∂xₖ
   *        = gₖ r       + ∂L/∂σ² 2/n (xₖ − μ) + ∂L/∂μ 1/n
   *        = r (gₖ − x̂ₖ · 1/n Σᵢ gᵢ x̂ᵢ − 1/n Σᵢ gᵢ)          since xₖ − μ = x̂ₖ / r
   *        = γ r (dyₖ − x̂ₖ dγ/n − dβ/n)                      since g = γ dy
   * </pre>
   *
   * <p>In prediction μ and σ² are constants: ∂L/∂xₖ = gₖ r = γ r dyₖ.
   */
  @Override
  public void backward(Frame f) {
    f.dTheta(GAMMA).setColumnSumsOfProduct(f.dy(), f.memory(X_HAT)); // dγ = Σₖ dyₖ · x̂ₖ   [1 × w]
    f.dTheta(BETA).setColumnSums(f.dy()); //                           dβ = Σₖ dyₖ        [1 × w]
    if (!f.wantsDx()) {
      return;
    }
    for (int j = 0; j < f.dy().columns(); j++) {
      double scale = f.theta(GAMMA).get(0, j) * f.memory(INVERSE).get(0, j);
      f.memory(OF_DY).set(0, j, scale);
      f.memory(OF_X_HAT).set(0, j, -scale * f.dTheta(GAMMA).get(0, j) / f.dy().rows());
      f.memory(OF_ONE).set(0, j, -scale * f.dTheta(BETA).get(0, j) / f.dy().rows());
    }
    if (f.mode() == Mode.PREDICTION) {
      f.dx().setRowScaled(f.dy(), f.memory(OF_DY)); //           dx = γ r dy            [n × w]
    } else {
      f.dx().setRowAffine(f.memory(X_HAT), f.memory(OF_X_HAT), f.memory(OF_ONE));
      f.dx().addRowScaled(f.dy(), f.memory(OF_DY)); //           dx = γ r (dy − …)      [n × w]
    }
  }
}
