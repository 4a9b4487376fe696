package dev.gradus.layer;

import dev.gradus.matrix.Matrix;
import java.util.List;
import java.util.SequencedMap;

/**
 * Layer normalization: each sample is standardized over its features, then scaled and shifted.
 *
 * <pre>
 * μₖ = 1/w Σⱼ xₖⱼ      σ²ₖ = 1/w Σⱼ (xₖⱼ − μₖ)²      rₖ = 1 / √(σ²ₖ + ε)
 * x̂ₖⱼ = (xₖⱼ − μₖ) rₖ                                yₖⱼ = γⱼ x̂ₖⱼ + βⱼ
 * </pre>
 *
 * <p>Shapes: x, y, x̂ [n × w], γ and β [1 × w] (at first 1 and 0), r [n × 1]. A sample depends on
 * no other: training and prediction are the same. A sample whose features are all alike gives y =
 * β. The sums along a row are chains in float64 for both precisions.
 *
 * <p>Ba, Kiros, Hinton (2016), Layer Normalization.
 *
 * @param epsilon ε, above 0
 */
public record LayerNorm(double epsilon) implements Layer {
  private static final int GAMMA = 0;
  private static final int BETA = 1;
  private static final int X_HAT = 0;
  private static final int INVERSE = 1;

  /** Checks the range. */
  public LayerNorm {
    BatchNorm.requireEpsilon(epsilon);
  }

  /** ε = 1e-5, as in {@link BatchNorm}. */
  public static LayerNorm layerNorm() {
    return new LayerNorm(BatchNorm.EPSILON);
  }

  @Override
  public SequencedMap<String, Double> settings() {
    return Settings.of("epsilon", epsilon);
  }

  @Override
  public int outputs(int inputs) {
    return inputs;
  }

  @Override
  public List<Block> parameters(int inputs) {
    return List.of(
        new Block("gamma", 1, inputs, new Constant(1), Block.Kind.BIAS),
        new Block("beta", 1, inputs, StandardInitializer.ZEROS, Block.Kind.BIAS));
  }

  @Override
  public List<Memory> memory(int inputs) {
    return List.of(Memory.perSample("x_hat", inputs), Memory.perSample("inverse_deviation", 1));
  }

  @Override
  public String symbol() {
    return "n";
  }

  @Override
  public String kind() {
    return "layer_norm";
  }

  @Override
  public void forward(Frame f) {
    Matrix xHat = f.memory(X_HAT);
    xHat.setStandardizedRows(f.x(), epsilon, f.memory(INVERSE)); // x̂ₖ = (xₖ − μₖ) rₖ   [n × w]
    f.y().setRowAffine(xHat, f.theta(GAMMA), f.theta(BETA)); //      y = γ x̂ + β         [n × w]
  }

  /**
   * γ and β meet every sample, so dγⱼ = Σₖ dyₖⱼ x̂ₖⱼ and dβⱼ = Σₖ dyₖⱼ; and gₖⱼ = ∂L/∂x̂ₖⱼ = dyₖⱼ
   * γⱼ.
   *
   * <p>One row from here on, k left away. x reaches the loss through x̂ itself, through σ² and
   * through μ, and x̂ⱼ = (xⱼ − μ) (σ² + ε)^(−½):
   *
   * <pre>
   * ∂L/∂σ² = Σⱼ gⱼ (xⱼ − μ) (−½) (σ² + ε)^(−3/2) = −½ r³ Σⱼ gⱼ (xⱼ − μ) = −½ r² Σⱼ gⱼ x̂ⱼ
   * ∂σ²/∂μ = −2/w Σⱼ (xⱼ − μ) = 0
   * ∂L/∂μ  = Σⱼ gⱼ (−r) + ∂L/∂σ² · 0 = −r Σⱼ gⱼ
   *
   * ∂L/∂xⱼ = gⱼ ∂x̂ⱼ/∂xⱼ + ∂L/∂σ² ∂σ²/∂xⱼ       + ∂L/∂μ ∂μ/∂xⱼ
   *        = gⱼ r       + ∂L/∂σ² 2/w (xⱼ − μ) + ∂L/∂μ 1/w
   *        = r (gⱼ − x̂ⱼ · 1/w Σᵢ gᵢ x̂ᵢ − 1/w Σᵢ gᵢ)          since xⱼ − μ = x̂ⱼ / r
   * </pre>
   */
  @Override
  public void backward(Frame f) {
    f.dTheta(GAMMA).setColumnSumsOfProduct(f.dy(), f.memory(X_HAT)); // dγ = Σₖ dyₖ · x̂ₖ  [1 × w]
    f.dTheta(BETA).setColumnSums(f.dy()); //                           dβ = Σₖ dyₖ       [1 × w]
    if (f.wantsDx()) {
      f.dx().setRowScaled(f.dy(), f.theta(GAMMA)); //                   g = dy · γ        [n × w]
      f.dx().setStandardizedRowsGradient(f.dx(), f.memory(X_HAT), f.memory(INVERSE)); //    [n × w]
    }
  }
}
