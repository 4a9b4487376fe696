package dev.gradus.optimize;

import dev.gradus.matrix.Matrix;
import dev.gradus.matrix.Pairwise;

/**
 * The running means of Adam's relatives, composed of elementwise operations: m ← β₁ m + (1 − β₁) g
 * and v ← β₂ v + (1 − β₂) g², with the powers β₁ᵗ and β₂ᵗ that correct their bias. {@link Adam}
 * itself does all in one pass.
 */
final class AdamMeans {
  private final double beta1;
  private final double beta2;
  private final Matrix mean;
  private final Matrix square;
  private final Pairwise follow;
  private final Pairwise followSquare;
  private final Pairwise ratio;
  private double power1 = 1;
  private double power2 = 1;
  private double root; // 1 / √(1 − β₂ᵗ)

  AdamMeans(Matrix theta, double beta1, double beta2, double epsilon) {
    this.beta1 = beta1;
    this.beta2 = beta2;
    this.mean = theta.like(theta.rows(), theta.columns());
    this.square = theta.like(theta.rows(), theta.columns());
    this.follow = Pairwise.of((m, g) -> beta1 * m + (1 - beta1) * g);
    this.followSquare = Pairwise.of((v, g) -> beta2 * v + (1 - beta2) * g * g);
    this.ratio = Pairwise.of((a, v) -> a / (Math.sqrt(v) * root + epsilon));
  }

  /** The next gradient. */
  void follow(Matrix gradient) {
    power1 *= beta1;
    power2 *= beta2;
    root = 1 / Math.sqrt(1 - power2);
    mean.setCombined(follow, mean, gradient);
    square.setCombined(followSquare, square, gradient);
  }

  /** All of it but 1 / √(1 − β₂ᵗ), which each step makes anew. */
  void exchange(Memory memory) {
    memory.vector("m", mean);
    memory.vector("v", square);
    power1 = memory.number("power1", power1);
    power2 = memory.number("power2", power2);
  }

  /** m. */
  Matrix mean() {
    return mean;
  }

  /** v. */
  Matrix square() {
    return square;
  }

  /** β₁ᵗ. */
  double power1() {
    return power1;
  }

  /** into = a / (√(v / (1 − β₂ᵗ)) + ε), elementwise. */
  void setRatio(Matrix into, Matrix a, Matrix v) {
    into.setCombined(ratio, a, v);
  }
}
