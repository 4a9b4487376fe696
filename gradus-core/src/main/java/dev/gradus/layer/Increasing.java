package dev.gradus.layer;

import dev.gradus.matrix.Elementary;
import dev.gradus.matrix.Matrix;

/**
 * Makes the outputs of a row increase: y₁ = x₁, yⱼ = yⱼ₋₁ + s(xⱼ) with s = softplus, s(x) = ln(1 +
 * eˣ) &gt; 0. As the last layer it keeps quantiles from crossing: adding what is not negative never
 * makes a number smaller, in floating point either. x [n × k], y [n × k].
 *
 * <p>x_c is in every yⱼ with j ≥ c, with ∂yⱼ/∂x_c = s′(x_c) = σ(x_c), or 1 for c = 1. So ∂L/∂x_c =
 * σ(x_c) Σ_{j ≥ c} ∂L/∂yⱼ: a sum from the right, in one chain.
 */
public record Increasing() implements Layer {

  @Override
  public int outputs(int inputs) {
    return inputs;
  }

  @Override
  public String symbol() {
    return "a";
  }

  @Override
  public String kind() {
    return "increasing";
  }

  @Override
  public void forward(Frame f) {
    Matrix x = f.x();
    Matrix y = f.y();
    for (int i = 0; i < x.rows(); i++) {
      double last = x.get(i, 0);
      y.set(i, 0, last);
      for (int j = 1; j < x.columns(); j++) {
        last += Elementary.softplus(x.get(i, j));
        y.set(i, j, last);
      }
    }
  }

  @Override
  public void backward(Frame f) {
    if (!f.wantsDx()) {
      return;
    }
    for (int i = 0; i < f.x().rows(); i++) {
      double sum = 0;
      for (int j = f.x().columns() - 1; j >= 0; j--) {
        sum += f.dy().get(i, j);
        f.dx().set(i, j, j == 0 ? sum : Elementary.sigmoid(f.x().get(i, j)) * sum);
      }
    }
  }
}
