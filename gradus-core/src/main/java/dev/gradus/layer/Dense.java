package dev.gradus.layer;

import dev.gradus.matrix.ShapeException;
import java.util.List;
import java.util.Optional;

/**
 * The fully connected layer, y = x W + b, or y = x W without bias.
 *
 * <p>Shapes: x [n × in], W [in × out], b [1 × out], y [n × out].
 *
 * @param inputs in, 1 or more
 * @param outputs out, 1 or more
 * @param weights draws W
 * @param biases draws b, if there is one
 */
public record Dense(int inputs, int outputs, Initializer weights, Optional<Initializer> biases)
    implements Layer {
  private static final int W = 0;
  private static final int b = 1;

  /** Checks the sizes. */
  public Dense {
    if (inputs < 1 || outputs < 1) {
      throw new ShapeException("dense " + inputs + " → " + outputs + ": wants 1 or more of each");
    }
  }

  /** W by {@link StandardInitializer#HE_NORMAL}, b zero. */
  public static Dense dense(int inputs, int outputs) {
    return new Dense(
        inputs, outputs, StandardInitializer.HE_NORMAL, Optional.of(StandardInitializer.ZEROS));
  }

  /** The same layer, with W drawn otherwise. */
  public Dense withWeights(Initializer initializer) {
    return new Dense(inputs, outputs, initializer, biases);
  }

  /** The same layer, with b drawn otherwise. */
  public Dense withBiases(Initializer initializer) {
    return new Dense(inputs, outputs, weights, Optional.of(initializer));
  }

  /** The same layer without b: before a normalization, which would take it out again. */
  public Dense withoutBias() {
    return new Dense(inputs, outputs, weights, Optional.empty());
  }

  @Override
  public int outputs(int width) {
    if (width != inputs) {
      throw new ShapeException("dense wants " + inputs + " inputs, got " + width);
    }
    return outputs;
  }

  @Override
  public List<Block> parameters(int width) {
    Block weight = new Block("W", inputs, outputs, weights, Block.Kind.WEIGHT);
    return biases
        .map(bias -> List.of(weight, new Block("b", 1, outputs, bias, Block.Kind.BIAS)))
        .orElseGet(() -> List.of(weight));
  }

  @Override
  public String symbol() {
    return "h";
  }

  @Override
  public String kind() {
    return "dense";
  }

  @Override
  public void forward(Frame f) {
    if (biases.isPresent()) {
      f.y().setAffine(f.x(), f.theta(W), f.theta(b)); // y = x W + b   [n × in][in × out]
    } else {
      f.y().setTimes(f.x(), f.theta(W)); //              y = x W       [n × in][in × out]
    }
  }

  /**
   * Sample k gives yₖⱼ = Σᵢ xₖᵢ Wᵢⱼ + bⱼ, and the loss depends on all samples, so by the chain rule
   * the batch is summed over:
   *
   * <pre>
   * ∂L/∂Wᵢⱼ = Σₖ ∂L/∂yₖⱼ · ∂yₖⱼ/∂Wᵢⱼ = Σₖ xₖᵢ dyₖⱼ      dW = xᵀ dy
   * ∂L/∂bⱼ  = Σₖ ∂L/∂yₖⱼ · 1         = Σₖ dyₖⱼ          db = column sums of dy
   * ∂L/∂xₖᵢ = Σⱼ ∂L/∂yₖⱼ · ∂yₖⱼ/∂xₖᵢ = Σⱼ dyₖⱼ Wᵢⱼ      dx = dy Wᵀ
   * </pre>
   */
  @Override
  public void backward(Frame f) {
    f.dTheta(W).setTransposeTimes(f.x(), f.dy()); // dW = xᵀ dy   [in × n][n × out]
    if (biases.isPresent()) {
      f.dTheta(b).setColumnSums(f.dy()); //           db = Σₖ dyₖ   [1 × out]
    }
    if (f.wantsDx()) {
      f.dx().setTimesTranspose(f.dy(), f.theta(W)); // dx = dy Wᵀ   [n × out][out × in]
    }
  }
}
