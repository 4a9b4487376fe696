package dev.gradus.layer;

/**
 * Logits to probabilities, row by row: yⱼ = e^xⱼ / Σₖ e^xₖ.
 *
 * <p>Shapes: x, y [n × classes]. The row's greatest logit is taken from all of them first, which
 * changes nothing but that nothing overflows: e^(x−t) / Σ e^(x−t) = e^x / Σ e^x. For training take
 * {@code softmax_ce} on the logits instead: it keeps the digits that a small probability loses.
 *
 * <p>Bridle (1990), Probabilistic Interpretation of Feedforward Classification Network Outputs.
 */
public record Softmax() implements Layer {

  @Override
  public int outputs(int inputs) {
    return inputs;
  }

  @Override
  public String symbol() {
    return "p";
  }

  @Override
  public String kind() {
    return "softmax";
  }

  @Override
  public void forward(Frame f) {
    f.y().setSoftmax(f.x()); // yₖ = softmax(xₖ)   [n × classes]
  }

  /**
   * One row; S = Σₖ e^xₖ, so ∂S/∂xᵢ = e^xᵢ. By the quotient rule, with δ = 1 for i = j and else 0,
   *
   * <pre>
   * ∂yⱼ/∂xᵢ = (δ e^xⱼ · S − e^xⱼ · e^xᵢ) / S² = yⱼ (δ − yᵢ)
   * ∂L/∂xᵢ  = Σⱼ dyⱼ yⱼ (δ − yᵢ) = dyᵢ yᵢ − yᵢ Σⱼ dyⱼ yⱼ = yᵢ (dyᵢ − Σⱼ dyⱼ yⱼ)
   * </pre>
   */
  @Override
  public void backward(Frame f) {
    if (f.wantsDx()) {
      f.dx().setSoftmaxGradient(f.dy(), f.y()); // dxₖ = yₖ · (dyₖ − dyₖ yₖᵀ)   [n × classes]
    }
  }
}
